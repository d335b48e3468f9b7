#pragma once

#include "core/relay/recording/recording.h"

namespace footlight::relay::recording {

/// What a stream needs to go on with a broadcast: the segments of the last `window`, as far as they lie
/// without a gap. Blocks. Unavailable where an initialisation section cannot be read.
Result<UnfinishedBroadcast> describeUnfinished(BlobStore& store, Recording& recording,
                                               media::MediaTime window);

}  // namespace footlight::relay::recording
