#include "core/relay/vod/vod_path.h"

#include <algorithm>

namespace footlight::relay::vod {
namespace {

constexpr std::string_view kToken = "/t/";
constexpr std::string_view kVod = "/vod/";

/// Cuts the text up to the next slash off the front.
std::string_view takeName(std::string_view& path) {
    const auto slash = path.find('/');
    const auto name = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    return name;
}

bool isFileName(std::string_view name) {
    const auto isAllowed = [](char one) {
        return (one >= 'a' && one <= 'z') || (one >= '0' && one <= '9') || one == '-' || one == '.';
    };
    return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), isAllowed);
}

/// Segments and initialisation sections; the journal and its like are ours alone.
bool isMediaName(std::string_view name) {
    return isFileName(name) && (name.ends_with(".m4s") || name.ends_with(".mp4"));
}

std::optional<VodPath::Kind> kindOf(std::string_view name) {
    if (name == "index.m3u8") {
        return VodPath::Kind::Multivariant;
    }
    if (name == "download.mp4") {
        return VodPath::Kind::Download;
    }
    return name == "fill" ? std::optional(VodPath::Kind::Fill) : std::nullopt;
}

}  // namespace

bool VodPath::isBelowVod(std::string_view path) {
    if (path.starts_with(kToken)) {
        path.remove_prefix(kToken.size());
        path.remove_prefix(std::min(path.find('/'), path.size()));
    }
    return path.starts_with(kVod);
}

std::optional<VodPath> VodPath::parse(std::string_view path) {
    VodPath made;
    if (path.starts_with(kToken)) {
        path.remove_prefix(kToken.size());
        made.token = path.substr(0, path.find('/'));
        path.remove_prefix(made.token.size());
    }
    if (!path.starts_with(kVod)) {
        return std::nullopt;
    }
    path.remove_prefix(kVod.size());
    const auto broadcast = BroadcastId::parse(takeName(path));
    const auto name = takeName(path);
    if (!broadcast || name.empty()) {
        return std::nullopt;
    }
    made.broadcast = *broadcast;
    if (path.empty()) {
        const auto kind = kindOf(name);
        made.kind = kind.value_or(Kind::Multivariant);
        return kind ? std::optional(std::move(made)) : std::nullopt;
    }
    made.kind = path == "media.m3u8" ? Kind::MediaPlaylist : Kind::File;
    made.rendition = name;
    made.file = path;
    const bool isGood = isFileName(name) && (made.kind == Kind::MediaPlaylist || isMediaName(path));
    return isGood ? std::optional(std::move(made)) : std::nullopt;
}

}  // namespace footlight::relay::vod
