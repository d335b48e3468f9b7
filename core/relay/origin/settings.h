#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

#include "core/media/types/media_time.h"

namespace footlight::relay::origin {

/// How live streams are cut and kept. Fixed for the life of the process; each is a key of the configuration.
struct StreamSettings {
    media::MediaTime segmentGoal = std::chrono::seconds{2};
    media::MediaTime partTarget = std::chrono::milliseconds{200};
    media::MediaTime longestGop = std::chrono::seconds{12};  ///< beyond, segments begin without a key frame
    media::MediaTime window = std::chrono::seconds{24};      ///< listed; at least four target durations
    media::MediaTime probe = std::chrono::seconds{1};  ///< how long to wait for the second track's header
    std::chrono::milliseconds afterEnd{60'000};        ///< how long an ended stream can still be fetched
    std::chrono::milliseconds firstPlaylist{6'000};    ///< how long a request waits for a stream that begins
    double mediaRequests = 300;  ///< a second of one address on one loop; twice as many at once
    bool loopbackExempt = true;  ///< this machine may ask as often as it likes
    std::int64_t highestBitrate = 100'000'000;  ///< bits a second; over it the publisher is refused
    std::size_t broadcasts = 1'000;             ///< on air or in grace at a time
};

}  // namespace footlight::relay::origin
