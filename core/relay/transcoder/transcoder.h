#pragma once

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::relay::transcoder {

/// Publishes the MPEG transport stream that comes out of `descriptor` (a datagram socket, a pipe or a file;
/// with or without RTP) at the origin, until it ends. Waits; one thread. Denied, Unsupported or Corrupt where
/// the stream will never be taken.
Result<> transcode(int descriptor, int program, rtmp::PublishTarget origin, Logger logger);

}  // namespace footlight::relay::transcoder
