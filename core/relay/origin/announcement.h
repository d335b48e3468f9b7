#pragma once

#include "core/hls/playlist.h"
#include "core/media/types/media_time.h"
#include "core/media/types/track.h"
#include "core/relay/origin/settings.h"

namespace footlight::relay::origin {

/// What was learned of a stream before anything was made of it.
struct StreamShape {
    media::Tracks tracks;
    media::MediaTime gop{};    ///< between key frames; zero without video
    media::MediaTime frame{};  ///< how long a picture lasts, or a frame of sound where there is no picture
};

/// What a playlist promises. Frozen for the life of a broadcast, whoever publishes it: players take a change
/// as an error.
struct Announcement {
    media::MediaTime targetDuration{};
    media::MediaTime partTarget{};
    hls::ServerControl control;

    /// A target duration that the learned GOP fits, with a second to spare, and a part target that is a whole
    /// number of pictures.
    static Announcement of(const StreamShape& shape, const StreamSettings& settings);
    /// What an earlier process promised for the same broadcast.
    static Announcement restored(media::MediaTime targetDuration, media::MediaTime partTarget);
};

/// RTMP rounds timestamps to milliseconds; a part may seem that much too long.
inline constexpr media::MediaTime kRounding{81};

}  // namespace footlight::relay::origin
