#pragma once

#include <vector>

#include "core/hls/playlist.h"
#include "core/media/types/packet.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/ports/broadcast_events.h"

namespace footlight::relay::origin {

/// The folder of the one rendition there is: what the publisher sends, as it is.
inline constexpr std::string_view kSourceRendition = "source";

/// The multivariant playlist of a stream, its bandwidth taken from the first packets with headroom.
hls::MultivariantPlaylist describeVariants(const StreamShape& shape,
                                           const std::vector<media::Packet>& packets);

/// Fills in the picture's size and the names of the codecs.
void describeTracks(const media::Tracks& tracks, BroadcastHealth& health);

}  // namespace footlight::relay::origin
