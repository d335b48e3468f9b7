#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/media/types/track.h"

namespace footlight::relay::origin {

/// The folder of the first picture and the first sound of what the publisher sends, as they are.
inline constexpr std::string_view kSourceRendition = "source";

/// Which tracks of a publisher go into one rendition.
struct TrackSelection {
    std::optional<media::TrackId> video;
    std::optional<media::TrackId> audio;

    bool operator==(const TrackSelection&) const = default;
};

/// "video-1" for another picture, with the first sound; "audio-2" for another sound alone.
std::string renditionName(const TrackSelection& selection);
/// What renditionName() named; nothing for the source and for any other name.
std::optional<TrackSelection> selectionOf(std::string_view rendition);

}  // namespace footlight::relay::origin
