#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.h"

namespace footlight::media {

enum class MediaKind : std::uint8_t { Audio, Video };

enum class Codec : std::uint8_t { H264, Hevc, Av1, Vp9, Aac, Opus, Flac, Mp3 };

constexpr MediaKind kindOf(Codec codec) { return codec <= Codec::Vp9 ? MediaKind::Video : MediaKind::Audio; }

constexpr std::string_view nameOf(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return "H.264";
        case Codec::Hevc:
            return "HEVC";
        case Codec::Av1:
            return "AV1";
        case Codec::Vp9:
            return "VP9";
        case Codec::Aac:
            return "AAC";
        case Codec::Opus:
            return "Opus";
        case Codec::Flac:
            return "FLAC";
        case Codec::Mp3:
            return "MP3";
    }
    return "unknown";
}

/// What a decoder must know before the first packet of a video track.
struct VideoTrack {
    Codec codec = Codec::H264;
    Bytes configuration;   ///< avcC, hvcC, av1C or vpcC record (ISO/IEC 14496-15)
    int width = 0;         ///< pixels
    int height = 0;        ///< pixels
    double frameRate = 0;  ///< frames a second; 0 = not said

    bool operator==(const VideoTrack&) const = default;
};

/// What a decoder must know before the first packet of an audio track.
struct AudioTrack {
    Codec codec = Codec::Aac;
    Bytes configuration;  ///< AudioSpecificConfig, OpusHead or STREAMINFO
    int sampleRate = 0;   ///< Hz
    int channels = 0;
    std::string language{};  ///< BCP 47; empty where the encoder says nothing
    std::string label{};     ///< what the encoder calls it, at most 64 characters; mostly empty

    bool operator==(const AudioTrack&) const = default;
};

/// A track among those of its kind; 0 is the default (Enhanced RTMP v2, multitrack).
using TrackId = std::uint8_t;

/// What a stream is made of. `video` and `audio` are the tracks 0; the others are only there where an encoder
/// sends several.
struct Tracks {
    std::optional<VideoTrack> video;
    std::optional<AudioTrack> audio;
    std::map<TrackId, VideoTrack> moreVideo{};
    std::map<TrackId, AudioTrack> moreAudio{};

    bool operator==(const Tracks&) const = default;
};

/// The codec of one of the tracks; nothing where there is no such track.
inline std::optional<Codec> codecOf(const Tracks& tracks, MediaKind kind, TrackId id) {
    const auto in = [id](const auto& main, const auto& more) -> std::optional<Codec> {
        if (id == 0) {
            return main ? std::optional(main->codec) : std::nullopt;
        }
        const auto found = more.find(id);
        return found != more.end() ? std::optional(found->second.codec) : std::nullopt;
    };
    return kind == MediaKind::Video ? in(tracks.video, tracks.moreVideo) : in(tracks.audio, tracks.moreAudio);
}

}  // namespace footlight::media
