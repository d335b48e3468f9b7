#pragma once

#include "core/relay/ports/chat_change.h"

namespace soci {
class session;
}

namespace footlight::store {

/// Writes one change of a room after the other, within a transaction of the caller, which also catches what
/// is thrown.
class ChatWrites {
public:
    explicit ChatWrites(soci::session& sql) : sql_(sql) {}

    void operator()(const chat::Message& message);
    void operator()(const relay::MessageEdited& edited);
    void operator()(const relay::MessageDeleted& deleted);
    void operator()(const relay::MessagesCleared& cleared);
    void operator()(const relay::RoleGiven& given);
    void operator()(const relay::RestrictionSet& set);
    void operator()(const relay::RestrictionLifted& lifted);
    void operator()(const relay::ModesSet& set);
    void operator()(const relay::MessagePinned& pinned);
    void operator()(const relay::MessageUnpinned& unpinned);

private:
    soci::session& sql_;
};

}  // namespace footlight::store
