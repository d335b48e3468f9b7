#include "core/relay/origin/stream_description.h"

#include <algorithm>

#include "core/hls/parser.h"
#include "core/media/bitstream/codec_description.h"

namespace footlight::relay::origin {
namespace {

constexpr int kVersion = 9;
constexpr std::int64_t kHeadroomPercent = 150;
constexpr std::int64_t kSmallestBandwidth = 64'000;
constexpr int kUsualSampleRate = 48'000;
constexpr std::string_view kAudioGroup = "audio";

template <typename Track>
std::string codecOf(const std::optional<Track>& track) {
    return track ? media::codecName(*track) : std::string{};
}

std::string joined(std::string video, const std::string& audio) {
    if (!video.empty() && !audio.empty()) {
        video += ',';
    }
    return video + audio;
}

/// Bits a second of one track over `packets`.
std::int64_t meanBitrate(const std::vector<media::Packet>& packets, media::MediaKind kind,
                         media::TrackId track) {
    std::size_t bytes = 0;
    for (const auto& packet : packets) {
        bytes += packet.kind == kind && packet.track == track ? packet.payload->size() : 0;
    }
    const double seconds = packets.empty() ? 0 : media::toSeconds(packets.back().dts - packets.front().dts);
    return seconds > 0 ? static_cast<std::int64_t>(static_cast<double>(bytes) * 8 / seconds) : 0;
}

hls::Variant makeVariant(std::string_view rendition, std::int64_t bitrate, std::string codecs) {
    hls::Variant variant;
    variant.uri = std::string(rendition) + "/media.m3u8";
    variant.name = rendition;
    variant.averageBandwidth = std::max(bitrate, kSmallestBandwidth);
    variant.bandwidth = variant.averageBandwidth * kHeadroomPercent / 100;
    variant.codecs = std::move(codecs);
    return variant;
}

void addPicture(hls::Variant& variant, const media::VideoTrack& track, media::MediaTime frame) {
    variant.width = track.width;
    variant.height = track.height;
    variant.frameRate = 1.0 / media::toSeconds(frame);
}

std::string labelOf(const media::AudioTrack& track, media::TrackId id) {
    return track.label.empty() ? "Audio " + std::to_string(id + 1) : track.label;
}

/// The first sound is in the variants themselves, the others are playlists of their own.
void addSounds(const media::Tracks& tracks, hls::MultivariantPlaylist& playlist) {
    const auto add = [&](const media::AudioTrack& track, media::TrackId id, std::string uri) {
        hls::Rendition rendition;
        rendition.type = "AUDIO";
        rendition.groupId = kAudioGroup;
        rendition.name = labelOf(track, id);
        rendition.language = track.language;
        rendition.uri = std::move(uri);
        rendition.isDefault = id == 0;
        rendition.autoSelect = true;
        const bool isTaken =
            std::any_of(playlist.renditions.begin(), playlist.renditions.end(),
                        [&](const hls::Rendition& other) { return other.name == rendition.name; });
        if (isTaken) {
            rendition.name += " " + std::to_string(id + 1);
        }
        playlist.renditions.push_back(std::move(rendition));
    };
    add(*tracks.audio, 0, {});
    for (const auto& [id, track] : tracks.moreAudio) {
        add(track, id, renditionName({std::nullopt, id}) + "/media.m3u8");
    }
    for (auto& variant : playlist.variants) {
        variant.audioGroup = kAudioGroup;
    }
}

}  // namespace

hls::MultivariantPlaylist describeVariants(const StreamShape& shape,
                                           const std::vector<media::Packet>& packets) {
    const auto& tracks = shape.tracks;
    const auto sound = codecOf(tracks.audio);
    const auto soundBitrate = meanBitrate(packets, media::MediaKind::Audio, 0);
    hls::MultivariantPlaylist playlist;
    playlist.version = kVersion;
    playlist.variants.push_back(makeVariant(kSourceRendition,
                                            soundBitrate + meanBitrate(packets, media::MediaKind::Video, 0),
                                            joined(codecOf(tracks.video), sound)));
    if (tracks.video) {
        addPicture(playlist.variants.back(), *tracks.video, shape.frame);
    }
    for (const auto& [id, track] : tracks.moreVideo) {
        playlist.variants.push_back(
            makeVariant(renditionName({id, std::nullopt}),
                        soundBitrate + meanBitrate(packets, media::MediaKind::Video, id),
                        joined(media::codecName(track), sound)));
        addPicture(playlist.variants.back(), track, shape.frame);
    }
    if (tracks.audio && !tracks.moreAudio.empty()) {
        addSounds(tracks, playlist);
    }
    return playlist;
}

StreamShape shapeFrom(std::string_view multivariant) {
    StreamShape shape;
    const auto parsed = hls::parsePlaylist(multivariant);
    const auto* playlist = parsed ? std::get_if<hls::MultivariantPlaylist>(&*parsed) : nullptr;
    if (playlist == nullptr || playlist->variants.empty()) {
        return shape;
    }
    const auto& source = playlist->variants.front();
    if (source.width > 0) {
        shape.tracks.video = media::VideoTrack{media::Codec::H264, {}, source.width, source.height, 0};
    }
    if (!shape.tracks.video || source.codecs.find(',') != std::string::npos) {
        shape.tracks.audio = media::AudioTrack{media::Codec::Aac, {}, kUsualSampleRate, 2};
    }
    if (source.frameRate > 0) {
        shape.frame =
            std::chrono::duration_cast<media::MediaTime>(std::chrono::duration<double>(1 / source.frameRate));
    }
    return shape;
}

void describeTracks(const media::Tracks& tracks, BroadcastHealth& health) {
    if (tracks.video) {
        health.width = tracks.video->width;
        health.height = tracks.video->height;
    }
    if (tracks.audio) {
        health.sampleRate = tracks.audio->sampleRate;
        health.channels = tracks.audio->channels;
    }
    health.videoCodec = codecOf(tracks.video);
    health.audioCodec = codecOf(tracks.audio);
}

}  // namespace footlight::relay::origin
