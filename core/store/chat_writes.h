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

    void operator()(const relay::MessageSaid& message);
    void operator()(const relay::MessageEdited& edited);
    void operator()(const relay::MessageDeleted& deleted);
    void operator()(const relay::MessagesCleared& cleared);
    void operator()(const relay::MessagesHidden& hidden);
    void operator()(const relay::RoleGiven& given);
    void operator()(const relay::RestrictionSet& set);
    void operator()(const relay::RestrictionLifted& lifted);
    void operator()(const relay::ModesSet& set);
    void operator()(const relay::MessagePinned& pinned);
    void operator()(const relay::MessageUnpinned& unpinned);
    void operator()(const relay::PollStarted& started);
    void operator()(const relay::VoteCast& cast);
    void operator()(const relay::PollClosed& closed);
    void operator()(const relay::QuestionPut& put);
    void operator()(const relay::QuestionVoted& voted);
    void operator()(const relay::QuestionAnswered& answered);
    void operator()(const relay::PersonErased& erased);

private:
    void removeOf(const relay::MessagesCleared& cleared, const std::string& of);
    void unpinOf(const std::string& channel, const std::string& of);
    void clear(const relay::MessagesCleared& cleared);

    soci::session& sql_;
};

}  // namespace footlight::store
