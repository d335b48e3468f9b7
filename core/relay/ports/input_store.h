#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay {

/// A stream that the gateway takes for a channel, as it is kept.
struct InputRecord {
    InputId id;
    std::string url;
    IngestSlot slot = IngestSlot::Primary;
    std::vector<std::string> sources;  ///< addresses
    std::string sealedPassphrase;      ///< by accounts::SecretBox; empty: none
    bool isEnabled = true;

    bool operator==(const InputRecord&) const = default;
};

struct ChannelInputRecord {
    std::string channel;
    InputRecord input;
};

/// Inputs on disk. Every call blocks: made on the hub's database worker.
class InputStore {
public:
    virtual ~InputStore() = default;
    /// In the order of their making.
    virtual Result<std::vector<InputRecord>> list(ChannelId channel) = 0;
    /// Of all channels, in the order of their making.
    virtual Result<std::vector<ChannelInputRecord>> enabled(std::size_t limit) = 0;
    /// Nothing where there is none.
    virtual Result<std::optional<ChannelInputRecord>> find(InputId input) = 0;
    /// Adds it, or replaces what it was.
    virtual Result<> put(ChannelId channel, const InputRecord& input) = 0;
    virtual Result<> remove(ChannelId channel, InputId input) = 0;
};

}  // namespace footlight::relay
