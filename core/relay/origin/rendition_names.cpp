#include "core/relay/origin/rendition_names.h"

#include <charconv>

namespace footlight::relay::origin {
namespace {

constexpr std::string_view kVideo = "video-";
constexpr std::string_view kAudio = "audio-";

std::optional<media::TrackId> numberBehind(std::string_view prefix, std::string_view name) {
    if (!name.starts_with(prefix)) {
        return std::nullopt;
    }
    name.remove_prefix(prefix.size());
    media::TrackId number = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    const bool isWhole = error == std::errc{} && end == name.data() + name.size();
    return isWhole && number > 0 ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string renditionName(const TrackSelection& selection) {
    return selection.video ? std::string(kVideo) + std::to_string(*selection.video)
                           : std::string(kAudio) + std::to_string(selection.audio.value_or(0));
}

std::optional<TrackSelection> selectionOf(std::string_view rendition) {
    if (const auto video = numberBehind(kVideo, rendition)) {
        return TrackSelection{video, media::TrackId{0}};
    }
    if (const auto audio = numberBehind(kAudio, rendition)) {
        return TrackSelection{std::nullopt, audio};
    }
    return std::nullopt;
}

}  // namespace footlight::relay::origin
