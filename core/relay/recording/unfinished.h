#pragma once

#include "core/relay/recording/recording.h"

namespace footlight::relay::recording {

/// What a stream needs to go on with a broadcast: all of its segments, those of the last `window` with their
/// bodies. Blocks. Unavailable where an initialisation section cannot be read.
Result<UnfinishedBroadcast> describeUnfinished(Recording& recording, media::MediaTime window);

}  // namespace footlight::relay::recording
