#include "core/relay/origin/media_path.h"

#include "core/hls/attributes.h"

namespace footlight::relay::origin {
namespace {

/// Takes "/name" off the front of `path`.
std::string_view takeStep(std::string_view& path) {
    if (!path.starts_with('/')) {
        return {};
    }
    const auto end = std::min(path.find('/', 1), path.size());
    const auto step = path.substr(1, end - 1);
    path.remove_prefix(end);
    return step;
}

/// "12.m4s" or "12.3.m4s".
bool parseMediaFile(std::string_view file, MediaPath& media) {
    constexpr std::string_view kEnding = ".m4s";
    if (!file.ends_with(kEnding)) {
        return false;
    }
    file.remove_suffix(kEnding.size());
    const auto dot = file.find('.');
    const auto sequence = hls::parseInteger(file.substr(0, dot));
    const auto part = dot == std::string_view::npos ? 0 : hls::parseInteger(file.substr(dot + 1));
    media.kind = dot == std::string_view::npos ? MediaPath::Kind::Segment : MediaPath::Kind::Part;
    media.sequence = sequence.value_or(0);
    media.part = part.value_or(0);
    return sequence && part;
}

}  // namespace

std::optional<MediaPath> MediaPath::parse(std::string_view path) {
    const auto root = takeStep(path);
    MediaPath media;
    media.channel = takeStep(path);
    const auto third = takeStep(path);
    const auto fourth = takeStep(path);
    if (root != "live" || media.channel.empty() || !path.empty()) {
        return std::nullopt;
    }
    media.file = fourth.empty() ? third : fourth;
    media.isWhole = media.file == "dvr.m3u8";
    if (fourth.empty()) {
        return third == "index.m3u8" || media.isWhole ? std::optional(media) : std::nullopt;
    }
    media.rendition = third;
    if (fourth == "media.m3u8" || media.isWhole) {
        media.kind = Kind::MediaPlaylist;
        return media;
    }
    if (fourth.starts_with("init-") && fourth.ends_with(".mp4")) {
        media.kind = Kind::Init;
        return media;
    }
    return parseMediaFile(fourth, media) ? std::optional(media) : std::nullopt;
}

}  // namespace footlight::relay::origin
