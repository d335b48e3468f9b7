#pragma once

#include "core/relay/ports/message_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table messages. One thread at a time; owned by Database.
class Messages final : public relay::MessageStore {
public:
    explicit Messages(soci::session& sql) : sql_(sql) {}

    Result<> append(const std::vector<chat::Message>& messages) override;
    Result<std::vector<chat::Message>> latest(ChannelId channel, std::optional<MessageId> before,
                                              std::size_t limit) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
