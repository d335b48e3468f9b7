#pragma once

#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"

namespace footlight::relay {

/// A service that a channel's broadcasts are sent on to, as it is kept.
struct TargetRecord {
    TargetId id;
    std::string name;
    std::string url;
    std::string sealedKey;  ///< by accounts::SecretBox
    int audioTrack = 0;
    bool isEnabled = true;

    bool operator==(const TargetRecord&) const = default;
};

/// Targets on disk. Every call blocks: made on the hub's database worker.
class TargetStore {
public:
    virtual ~TargetStore() = default;
    /// In the order of their making.
    virtual Result<std::vector<TargetRecord>> list(ChannelId channel) = 0;
    /// Adds it, or replaces what it was.
    virtual Result<> put(ChannelId channel, const TargetRecord& target) = 0;
    virtual Result<> remove(ChannelId channel, TargetId target) = 0;
};

}  // namespace footlight::relay
