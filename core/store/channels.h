#pragma once

#include "core/relay/ports/channel_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The tables channels and stream_keys. One thread at a time; owned by Database.
class Channels final : public relay::ChannelStore {
public:
    explicit Channels(soci::session& sql) : sql_(sql) {}

    Result<accounts::Channel> create(const relay::NewChannel& channel) override;
    Result<std::optional<accounts::Channel>> find(const std::string& name) override;
    Result<std::vector<accounts::Channel>> page(const std::string& after, std::size_t limit) override;
    Result<relay::ChannelSettings> settings(ChannelId channel) override;
    Result<> setSettings(ChannelId channel, const relay::ChannelSettings& settings) override;
    Result<std::size_t> usersOfSlate(const std::string& slate) override;
    Result<> setTitle(ChannelId channel, const std::string& title) override;
    Result<> setKey(ChannelId channel, const relay::StreamKeyRecord& key) override;
    Result<std::optional<relay::StreamKeyRecord>> key(ChannelId channel) override;
    Result<std::optional<accounts::Channel>> findByKey(const std::string& keyHash) override;

private:
    soci::session& sql_;
};

}  // namespace footlight::store
