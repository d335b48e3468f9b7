#pragma once

#include <QVideoFrame>
#include <optional>

#include "core/base/clock.h"
#include "core/media/ffmpeg/decoder.h"

namespace footlight::playback {

/// The picture as Qt shows it: each row is copied once. An invalid frame where there is no memory for it.
QVideoFrame toVideoFrame(const media::ffmpeg::Picture& picture);

/// The moment in the picture's own time strip (media/types/time_strip.h), if it has one.
std::optional<UtcTime> stripTimeOf(const media::ffmpeg::Picture& picture);

}  // namespace footlight::playback
