#include "core/media/ffmpeg/library_log.h"

extern "C" {
#include <libavutil/log.h>
}

namespace footlight::media::ffmpeg {

void silenceLibraries() { av_log_set_level(AV_LOG_QUIET); }

}  // namespace footlight::media::ffmpeg
