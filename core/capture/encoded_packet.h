#pragma once

#include "core/base/result.h"
#include "core/capture/delivery/destination_link.h"
#include "core/capture/delivery/destination_queue.h"
#include "core/capture/obs_handles.h"

namespace footlight::capture {

/// What the two encoders make: avcC and AudioSpecificConfig from their headers. Corrupt where there are none.
Result<BroadcastFormat> formatOf(const obs_encoder_t* video, const obs_encoder_t* audio);

/// Our form of a packet of libobs: ticks of 1/90000 s and, for pictures, length-prefixed NAL units.
OutgoingPacket convert(const encoder_packet& packet, UtcTime capturedAt);

}  // namespace footlight::capture
