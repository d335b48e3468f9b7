#pragma once

#include <vector>

#include "core/hls/playlist.h"
#include "core/media/types/packet.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/rendition_names.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// The multivariant playlist of a stream: a variant for each picture, EXT-X-MEDIA for each sound where there
/// are several. Bandwidths are taken from the first packets, with headroom.
hls::MultivariantPlaylist describeVariants(const StreamShape& shape,
                                           const std::vector<media::Packet>& packets);

/// As much of the shape as such a text tells: enough to make a slate of. The text is our own.
StreamShape shapeFrom(std::string_view multivariant);

/// Fills in the picture's size, the sound's rate and channels, and the names of the codecs.
void describeTracks(const media::Tracks& tracks, BroadcastHealth& health);

}  // namespace footlight::relay::origin
