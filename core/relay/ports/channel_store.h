#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct NewChannel {
    std::string name;
    std::optional<UserId> owner;
    UtcTime at;
};

struct StreamKeyRecord {
    std::string keyHash;
    UtcTime createdAt;
};

/// What a channel's owner chose for its broadcasts.
struct ChannelSettings {
    std::chrono::milliseconds grace{60'000};
    bool isRecorded = true;
    int retentionDays = 0;  ///< 0: recordings stay
    accounts::Visibility visibility = accounts::Visibility::Public;
    bool allowsRtmpPlay = true;
    std::string slate;      ///< SHA-256 of the picture or clip; empty: ours
    std::string slateType;  ///< its content type

    bool operator==(const ChannelSettings&) const = default;
};

/// Channels and their stream keys on disk. Every call blocks: made on the hub's database worker.
class ChannelStore {
public:
    virtual ~ChannelStore() = default;
    /// Conflict where the name is taken.
    virtual Result<accounts::Channel> create(const NewChannel& channel) = 0;
    virtual Result<std::optional<accounts::Channel>> find(const std::string& name) = 0;
    /// Those that are public, sorted by name, from the one behind `after` on; an empty `after` begins.
    virtual Result<std::vector<accounts::Channel>> page(const std::string& after, std::size_t limit) = 0;
    /// NotFound.
    virtual Result<ChannelSettings> settings(ChannelId channel) = 0;
    virtual Result<> setSettings(ChannelId channel, const ChannelSettings& settings) = 0;
    /// How many channels show this slate.
    virtual Result<std::size_t> usersOfSlate(const std::string& slate) = 0;
    virtual Result<> setTitle(ChannelId channel, const std::string& title) = 0;
    /// The former key is worth nothing from then on.
    virtual Result<> setKey(ChannelId channel, const StreamKeyRecord& key) = 0;
    virtual Result<std::optional<StreamKeyRecord>> key(ChannelId channel) = 0;
    virtual Result<std::optional<accounts::Channel>> findByKey(const std::string& keyHash) = 0;
};

}  // namespace footlight::relay
