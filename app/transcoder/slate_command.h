#pragma once

#include "core/media/ffmpeg/slate/slate.h"

namespace footlight::app {

/// `footlight-relay-transcoder slate`: the slate as FLV on standard output, made of the file on standard
/// input, or our own. Returns the exit code; why there is none goes to standard error.
int writeSlate(const media::ffmpeg::SlateShape& shape, bool isFromInput);

}  // namespace footlight::app
