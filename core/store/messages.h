#pragma once

#include "core/relay/ports/message_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table messages, read; RoomRows writes it. One thread at a time; owned by Database.
class Messages final : public relay::MessageStore {
public:
    explicit Messages(soci::session& sql) : sql_(sql) {}

    Result<std::vector<chat::Message>> latest(ChannelId channel, std::optional<MessageId> before,
                                              std::size_t limit) override;
    Result<std::vector<chat::Message>> between(ChannelId channel, UtcTime from, UtcTime to,
                                               std::optional<MessageId> after, std::size_t limit) override;
    Result<relay::MissedMessages> missed(ChannelId channel, MessageId after, std::size_t limit) override;
    Result<std::int64_t> countBetween(ChannelId channel, MessageId after, MessageId before,
                                      std::int64_t most) override;
    Result<std::int64_t> countOf(ChannelId channel, UserId user) override;
    Result<std::vector<relay::AddressedLine>> addressedLately(std::chrono::milliseconds span,
                                                              std::size_t limit) override;
    Result<std::vector<relay::AddressedLine>> addressedBehind(MessageId after, std::size_t limit) override;
    Result<std::optional<chat::Message>> find(ChannelId channel, MessageId id) override;
    Result<std::vector<chat::Message>> search(ChannelId channel, const relay::MessageSearch& search) override;

private:
    /// Without the mentions of those who may not take part.
    std::vector<relay::AddressedLine> addressed(std::vector<chat::Message> said);
    bool wasCleared(ChannelId channel, MessageId since);
    std::string nameOf(ChannelId channel);
    /// Whether that person may take no part in that channel's chat now.
    bool isKeptOut(ChannelId channel, UserId user, UtcTime now);
    std::vector<MessageId> deletedSince(ChannelId channel, MessageId after, std::size_t limit);

    soci::session& sql_;
};

}  // namespace footlight::store
