#include "core/hls/multivariant_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "core/hls/attributes.h"

namespace footlight::hls {
namespace {

constexpr std::uint64_t kMostPixelsAcross = 65'536;

/// "1280x720"; nothing where it is malformed.
std::optional<std::pair<int, int>> parseResolution(std::string_view text) {
    const auto cross = text.find('x');
    if (cross == std::string_view::npos) {
        return std::nullopt;
    }
    const auto width = parseInteger(text.substr(0, cross));
    const auto height = parseInteger(text.substr(cross + 1));
    if (!width || !height || *width > kMostPixelsAcross || *height > kMostPixelsAcross) {
        return std::nullopt;
    }
    return std::pair(static_cast<int>(*width), static_cast<int>(*height));
}

double parseRate(std::string_view text) {
    double rate = 0;
    std::from_chars(text.data(), text.data() + text.size(), rate, std::chars_format::fixed);
    return std::clamp(rate, 0.0, 1'000.0);
}

std::int64_t toBitrate(std::uint64_t value) {
    return static_cast<std::int64_t>(std::min<std::uint64_t>(value, std::uint64_t{1} << 40U));
}

}  // namespace

Result<void> MultivariantParser::takeLine(std::string_view line) {
    constexpr std::string_view kVariant = "#EXT-X-STREAM-INF:";
    constexpr std::string_view kRendition = "#EXT-X-MEDIA:";
    constexpr std::string_view kVersion = "#EXT-X-VERSION:";
    if (line.starts_with(kVariant)) {
        return variant(line.substr(kVariant.size()));
    }
    if (line.starts_with(kRendition)) {
        return rendition(line.substr(kRendition.size()));
    }
    if (line.starts_with(kVersion)) {
        const auto version = parseInteger(line.substr(kVersion.size()));
        playlist_.version = static_cast<int>(std::min<std::uint64_t>(version.value_or(1), 1'000));
    }
    playlist_.independentSegments = playlist_.independentSegments || line == "#EXT-X-INDEPENDENT-SEGMENTS";
    if (!line.starts_with('#') && variant_) {
        variant_->uri = line;
        playlist_.variants.push_back(std::move(*variant_));
        variant_.reset();
    }
    return {};
}

Result<MultivariantPlaylist> MultivariantParser::finish() {
    if (variant_ || playlist_.variants.empty()) {
        return fail(ErrorCategory::Corrupt, "hls.variant", "an EXT-X-STREAM-INF has no URI behind it");
    }
    return std::move(playlist_);
}

Result<void> MultivariantParser::variant(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    const auto bandwidth = attributes->integer("BANDWIDTH");
    if (!bandwidth) {
        return fail(bandwidth.error());
    }
    Variant variant;
    variant.bandwidth = toBitrate(*bandwidth);
    variant.averageBandwidth = toBitrate(attributes->integer("AVERAGE-BANDWIDTH").value_or(0));
    variant.name = attributes->text("NAME");
    variant.codecs = attributes->text("CODECS");
    variant.audioGroup = attributes->text("AUDIO");
    variant.frameRate = parseRate(attributes->value("FRAME-RATE").value_or("0"));
    if (const auto size = parseResolution(attributes->value("RESOLUTION").value_or(""))) {
        variant.width = size->first;
        variant.height = size->second;
    }
    variant_ = std::move(variant);
    return countEntry();
}

Result<void> MultivariantParser::rendition(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    Rendition rendition;
    rendition.type = attributes->text("TYPE");
    rendition.groupId = attributes->text("GROUP-ID");
    rendition.name = attributes->text("NAME");
    rendition.language = attributes->text("LANGUAGE");
    rendition.uri = attributes->text("URI");
    rendition.isDefault = attributes->isYes("DEFAULT");
    rendition.autoSelect = attributes->isYes("AUTOSELECT");
    playlist_.renditions.push_back(std::move(rendition));
    return countEntry();
}

Result<void> MultivariantParser::countEntry() {
    if (++entries_ > entryLimit_) {
        return fail(ErrorCategory::Invalid, "hls.too_long",
                    fmt::format("the playlist has more than {} entries", entryLimit_));
    }
    return {};
}

}  // namespace footlight::hls
