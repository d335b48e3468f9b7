#include "core/rtmp/protocol/timeline.h"

#include <chrono>

namespace footlight::rtmp {

media::MediaTime Timeline::at(std::uint32_t timestamp) {
    const std::int64_t last = last_.value_or(timestamp);
    const auto step = static_cast<std::int32_t>(timestamp - static_cast<std::uint32_t>(last));
    last_ = last + step;
    return std::chrono::milliseconds(*last_);
}

}  // namespace footlight::rtmp
