#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/stream_state.h"

namespace footlight::wire {

/// A stream that the relay takes or fetches for a channel itself: /api/v1/channels/{name}/inputs/{id}.
struct ChannelInput {
    InputId id;
    /// udp://ADDRESS:PORT listens (a multicast address is joined); srt://HOST:PORT calls; rtmp:// and
    /// rtmps:// pull.
    std::string url;
    IngestSlot slot = IngestSlot::Primary;
    std::vector<std::string> sources;  ///< addresses that may send (UDP); empty: any
    bool hasPassphrase = false;
    bool enabled = true;

    bool operator==(const ChannelInput&) const = default;
};

/// GET /api/v1/channels/{name}/inputs.
struct ChannelInputList {
    std::vector<ChannelInput> items;

    bool operator==(const ChannelInputList&) const = default;
};

/// POST /api/v1/channels/{name}/inputs.
struct NewChannelInput {
    std::string url;
    std::optional<IngestSlot> slot{};  ///< primary without it
    std::optional<std::vector<std::string>> sources{};
    std::optional<Secret> passphrase{};  ///< of SRT, 10 to 79 characters
    std::optional<bool> enabled{};       ///< true without it
};

/// PATCH /api/v1/channels/{name}/inputs/{id}: what is absent stays; an empty passphrase takes it away.
struct ChannelInputPatch {
    std::optional<std::string> url{};
    std::optional<IngestSlot> slot{};
    std::optional<std::vector<std::string>> sources{};
    std::optional<Secret> passphrase{};
    std::optional<bool> enabled{};
};

}  // namespace footlight::wire
