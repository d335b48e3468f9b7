#pragma once

#include <cstdint>
#include <optional>

#include "core/media/types/media_time.h"

namespace footlight::rtmp {

/// Makes one endless line of RTMP's timestamps, which count milliseconds modulo 2^32: a step of less than
/// 2^31 is taken the shorter way round. Audio, video and data of a connection share one.
class Timeline {
public:
    media::MediaTime at(std::uint32_t timestamp);

private:
    std::optional<std::int64_t> last_;  ///< milliseconds
};

}  // namespace footlight::rtmp
