#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/wire/channel_policy.h"
#include "core/wire/stream_state.h"

// What a channel's owner sees and sets; nobody else.
namespace footlight::wire {

/// GET /api/v1/channels/{name}/settings.
struct ChannelSettings {
    std::int64_t graceSeconds = 60;  ///< 0 to 3,600: for a publisher that vanished to come back
    bool recorded = true;
    std::int64_t retentionDays = 0;  ///< 0 to 3,650: recordings are deleted after so many days; 0: never
    Visibility visibility = Visibility::Public;
    bool rtmpPlay = true;
    bool hasSlate = false;  ///< false: the relay's own picture

    bool operator==(const ChannelSettings&) const = default;
};

/// PATCH /api/v1/channels/{name}/settings: what is absent stays as it is. Reaches the broadcast on air.
struct ChannelSettingsPatch {
    std::optional<std::int64_t> graceSeconds{};
    std::optional<bool> recorded{};
    std::optional<std::int64_t> retentionDays{};
    std::optional<Visibility> visibility{};
    std::optional<bool> rtmpPlay{};

    bool operator==(const ChannelSettingsPatch&) const = default;
};

/// GET /api/v1/channels/{name}/ingest: where encoders publish; the stream key follows as the stream's name.
struct IngestAddresses {
    std::string rtmp;                    ///< rtmp://host:1935/live
    std::string rtmpBackup;              ///< rtmp://host:1935/backup
    std::optional<std::string> rtmps{};  ///< where the relay has a certificate
    std::optional<std::string> rtmpsBackup{};
    std::optional<std::string> srt{};        ///< srt://host:port, with the stream key as stream id
    std::optional<std::string> srtBackup{};  ///< the same, with `backup/` before the key
    /// With `srt`: whether the relay has a passphrase, which encoders must know then. Without one it takes
    /// SRT from its own machine alone.
    std::optional<bool> srtHasPassphrase{};

    bool operator==(const IngestAddresses&) const = default;
};

/// POST /api/v1/channels/{name}/input: shows the other publisher from its next key frame on.
struct InputChoice {
    IngestSlot slot = IngestSlot::Primary;

    bool operator==(const InputChoice&) const = default;
};

/// POST /api/v1/channels/{name}/links: how long whoever has the link may watch.
struct LinkRequest {
    std::int64_t hours = 24;  ///< 1 to 8,760

    bool operator==(const LinkRequest&) const = default;
};

/// Plays a protected channel without an account.
struct PlaybackLink {
    std::string url;
    UtcTime expiresAt;

    bool operator==(const PlaybackLink&) const = default;
};

}  // namespace footlight::wire
