#pragma once

#include <chrono>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/media/types/packet.h"
#include "core/media/types/track.h"

namespace footlight::capture {

/// The sequence headers of all tracks as tags of an FLV file, at `time`.
Result<Bytes> configurationTags(const media::Tracks& tracks, std::chrono::milliseconds time);
/// "What stands at `time` was composed at `utc`" (onFootlightClock), as the relay hears it from a publisher.
Result<Bytes> clockTag(UtcTime utc, std::chrono::milliseconds time);
/// One encoded frame; `codec` is that of its track.
Result<Bytes> frameTag(const media::Packet& packet, media::Codec codec);

}  // namespace footlight::capture
