#include "core/hls/media_parser.h"

#include <fmt/format.h>

#include <array>

#include "core/hls/attributes.h"

namespace footlight::hls {
namespace {

/// Puts the value of `result` into `target`, or passes its error on.
template <typename Value, typename Target>
Result<void> assign(Result<Value> result, Target& target) {
    if (!result) {
        return fail(std::move(result.error()));
    }
    target = std::move(*result);
    return {};
}

}  // namespace

struct MediaParser::Tag {
    std::string_view name;
    Result<void> (MediaParser::*take)(std::string_view);
};

const MediaParser::Tag* MediaParser::tagOf(std::string_view name) {
    static constexpr std::array kTags{
        Tag{"#EXTINF", &MediaParser::segmentDuration},
        Tag{"#EXT-X-PART", &MediaParser::part},
        Tag{"#EXT-X-PROGRAM-DATE-TIME", &MediaParser::programDateTime},
        Tag{"#EXT-X-MAP", &MediaParser::map},
        Tag{"#EXT-X-BYTERANGE", &MediaParser::byteRange},
        Tag{"#EXT-X-DISCONTINUITY", &MediaParser::discontinuity},
        Tag{"#EXT-X-GAP", &MediaParser::gap},
        Tag{"#EXT-X-KEY", &MediaParser::key},
        Tag{"#EXT-X-VERSION", &MediaParser::version},
        Tag{"#EXT-X-TARGETDURATION", &MediaParser::targetDuration},
        Tag{"#EXT-X-PART-INF", &MediaParser::partInformation},
        Tag{"#EXT-X-SERVER-CONTROL", &MediaParser::serverControl},
        Tag{"#EXT-X-MEDIA-SEQUENCE", &MediaParser::mediaSequence},
        Tag{"#EXT-X-DISCONTINUITY-SEQUENCE", &MediaParser::discontinuitySequence},
        Tag{"#EXT-X-PLAYLIST-TYPE", &MediaParser::playlistType},
        Tag{"#EXT-X-INDEPENDENT-SEGMENTS", &MediaParser::independentSegments},
        Tag{"#EXT-X-SKIP", &MediaParser::skip},
        Tag{"#EXT-X-PRELOAD-HINT", &MediaParser::preloadHint},
        Tag{"#EXT-X-RENDITION-REPORT", &MediaParser::renditionReport},
        Tag{"#EXT-X-ENDLIST", &MediaParser::endList},
    };
    for (const auto& tag : kTags) {
        if (tag.name == name) {
            return &tag;
        }
    }
    return nullptr;
}

Result<void> MediaParser::takeLine(std::string_view line) {
    if (!line.starts_with('#')) {
        return takeUri(line);
    }
    const auto colon = line.find(':');
    const auto* tag = tagOf(line.substr(0, colon));
    if (tag == nullptr) {
        return {};
    }
    const auto value = colon == std::string_view::npos ? std::string_view{} : line.substr(colon + 1);
    return (this->*tag->take)(value);
}

Result<MediaPlaylist> MediaParser::finish() {
    if (playlist_.targetDuration.count() == 0) {
        return fail(ErrorCategory::Corrupt, "hls.target_duration",
                    "the playlist has no EXT-X-TARGETDURATION");
    }
    if (!segment_.parts.empty() || segment_.discontinuity || segment_.programDateTime) {
        segment_.map = map_;
        playlist_.open = std::move(segment_);
    }
    return std::move(playlist_);
}

Result<void> MediaParser::takeUri(std::string_view uri) {
    if (!hasDuration_) {
        return fail(ErrorCategory::Corrupt, "hls.segment", "a segment has no EXTINF before it");
    }
    if (auto counted = countEntry(); !counted) {
        return counted;
    }
    segment_.uri = uri;
    segment_.map = map_;
    playlist_.segments.push_back(std::move(segment_));
    segment_ = {};
    hasDuration_ = false;
    return {};
}

Result<void> MediaParser::countEntry() {
    if (++entries_ > entryLimit_) {
        return fail(ErrorCategory::Invalid, "hls.too_long",
                    fmt::format("the playlist has more than {} entries", entryLimit_));
    }
    return {};
}

Result<void> MediaParser::version(std::string_view value) {
    std::uint64_t number = 0;
    auto taken = assign(parseInteger(value), number);
    playlist_.version = static_cast<int>(std::min<std::uint64_t>(number, 1'000));
    return taken;
}

Result<void> MediaParser::targetDuration(std::string_view value) {
    return assign(parseSeconds(value), playlist_.targetDuration);
}

Result<void> MediaParser::partInformation(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    return attributes ? assign(attributes->seconds("PART-TARGET"), playlist_.partTarget)
                      : fail(attributes.error());
}

Result<void> MediaParser::serverControl(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    auto& control = playlist_.serverControl;
    control.canBlockReload = attributes->isYes("CAN-BLOCK-RELOAD");
    return assign(attributes->optionalSeconds("PART-HOLD-BACK"), control.partHoldBack)
        .and_then([&] { return assign(attributes->optionalSeconds("HOLD-BACK"), control.holdBack); })
        .and_then(
            [&] { return assign(attributes->optionalSeconds("CAN-SKIP-UNTIL"), control.canSkipUntil); });
}

Result<void> MediaParser::mediaSequence(std::string_view value) {
    return assign(parseInteger(value), playlist_.mediaSequence);
}

Result<void> MediaParser::discontinuitySequence(std::string_view value) {
    return assign(parseInteger(value), playlist_.discontinuitySequence);
}

Result<void> MediaParser::playlistType(std::string_view value) {
    playlist_.type = value == "VOD"     ? PlaylistType::Vod
                     : value == "EVENT" ? PlaylistType::Event
                                        : PlaylistType::Live;
    return {};
}

Result<void> MediaParser::independentSegments(std::string_view) {
    playlist_.independentSegments = true;
    return {};
}

Result<void> MediaParser::skip(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    return attributes ? assign(attributes->integer("SKIPPED-SEGMENTS"), playlist_.skippedSegments)
                      : fail(attributes.error());
}

Result<void> MediaParser::segmentDuration(std::string_view value) {
    hasDuration_ = true;
    return assign(parseSeconds(value.substr(0, value.find(','))), segment_.duration);
}

Result<void> MediaParser::byteRange(std::string_view value) {
    return assign(parseByteRange(value), segment_.range);
}

Result<void> MediaParser::map(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    Map map;
    if (auto taken = assign(attributes->required("URI"), map.uri); !taken) {
        return taken;
    }
    if (const auto range = attributes->value("BYTERANGE")) {
        if (auto taken = assign(parseByteRange(*range), map.range); !taken) {
            return taken;
        }
    }
    map_ = std::move(map);
    return {};
}

Result<void> MediaParser::programDateTime(std::string_view value) {
    return assign(parseDateTime(value), segment_.programDateTime);
}

Result<void> MediaParser::discontinuity(std::string_view) {
    segment_.discontinuity = true;
    return {};
}

Result<void> MediaParser::gap(std::string_view) {
    segment_.isGap = true;
    return {};
}

Result<void> MediaParser::key(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (attributes && attributes->value("METHOD") == "NONE") {
        return {};
    }
    return fail(ErrorCategory::Unsupported, "hls.encrypted",
                "this stream is encrypted; only streams without EXT-X-KEY can be played");
}

Result<void> MediaParser::part(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    Part part;
    part.isIndependent = attributes->isYes("INDEPENDENT");
    part.isGap = attributes->isYes("GAP");
    if (const auto range = attributes->value("BYTERANGE")) {
        if (auto taken = assign(parseByteRange(*range), part.range); !taken) {
            return taken;
        }
    }
    return countEntry()
        .and_then([&] { return assign(attributes->required("URI"), part.uri); })
        .and_then([&] { return assign(attributes->seconds("DURATION"), part.duration); })
        .map([&] { segment_.parts.push_back(std::move(part)); });
}

Result<void> MediaParser::preloadHint(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    PreloadHint hint;
    hint.type = attributes->value("TYPE") == "MAP" ? PreloadHint::Type::Map : PreloadHint::Type::Part;
    return countEntry().and_then([&] { return assign(attributes->required("URI"), hint.uri); }).map([&] {
        playlist_.preloadHints.push_back(std::move(hint));
    });
}

Result<void> MediaParser::renditionReport(std::string_view value) {
    const auto attributes = Attributes::parse(value);
    if (!attributes) {
        return fail(attributes.error());
    }
    RenditionReport report;
    if (attributes->value("LAST-PART")) {
        if (auto taken = assign(attributes->integer("LAST-PART"), report.lastPart); !taken) {
            return taken;
        }
    }
    return countEntry()
        .and_then([&] { return assign(attributes->required("URI"), report.uri); })
        .and_then([&] { return assign(attributes->integer("LAST-MSN"), report.lastSequence); })
        .map([&] { playlist_.renditionReports.push_back(std::move(report)); });
}

Result<void> MediaParser::endList(std::string_view) {
    playlist_.endList = true;
    return {};
}

}  // namespace footlight::hls
