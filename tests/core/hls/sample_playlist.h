#pragma once

#include "core/hls/playlist.h"

namespace footlight::hls::tests {

inline media::MediaTime milliseconds(std::int64_t count) { return std::chrono::milliseconds{count}; }

/// Twelve segments of 2 s from sequence 100 on, the last three with ten parts each, and four parts of an
/// open one.
inline MediaPlaylist samplePlaylist() {
    MediaPlaylist playlist;
    playlist.version = 9;
    playlist.targetDuration = milliseconds(3000);
    playlist.partTarget = milliseconds(200);
    playlist.serverControl = {true, milliseconds(600), milliseconds(9000), milliseconds(18000)};
    playlist.mediaSequence = 100;
    playlist.discontinuitySequence = 7;
    playlist.independentSegments = true;
    const auto began = utcFromMilliseconds(1'763'715'600'000);
    for (int i = 0; i <= 12; ++i) {
        Segment segment;
        const auto name = std::to_string(100 + i);
        segment.map = Map{"init-100.mp4", std::nullopt};
        segment.programDateTime = began + std::chrono::seconds(2 * i);
        const int parts = i < 9 ? 0 : i < 12 ? 10 : 4;
        for (int part = 0; part < parts; ++part) {
            segment.parts.push_back({name + "." + std::to_string(part) + ".m4s", milliseconds(200), part == 0,
                                     false, std::nullopt});
        }
        if (i == 12) {
            playlist.open = segment;
            break;
        }
        segment.uri = name + ".m4s";
        segment.duration = milliseconds(2000);
        playlist.segments.push_back(segment);
    }
    playlist.preloadHints.push_back({PreloadHint::Type::Part, "112.4.m4s"});
    return playlist;
}

}  // namespace footlight::hls::tests
