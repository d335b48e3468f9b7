#include "core/relay/origin/stream_description.h"

#include "core/media/bitstream/codec_description.h"

namespace footlight::relay::origin {
namespace {

constexpr int kVersion = 9;
constexpr std::int64_t kHeadroomPercent = 150;
constexpr std::int64_t kSmallestBandwidth = 64'000;

std::string videoCodecOf(const media::Tracks& tracks) {
    return tracks.video ? media::codecName(*tracks.video) : std::string{};
}

std::string audioCodecOf(const media::Tracks& tracks) {
    return tracks.audio ? media::codecName(*tracks.audio) : std::string{};
}

/// Bits a second over `packets`.
std::int64_t meanBitrate(const std::vector<media::Packet>& packets) {
    std::size_t bytes = 0;
    for (const auto& packet : packets) {
        bytes += packet.payload->size();
    }
    const double seconds = packets.empty() ? 0 : media::toSeconds(packets.back().dts - packets.front().dts);
    return seconds > 0 ? static_cast<std::int64_t>(static_cast<double>(bytes) * 8 / seconds) : 0;
}

}  // namespace

hls::MultivariantPlaylist describeVariants(const StreamShape& shape,
                                           const std::vector<media::Packet>& packets) {
    hls::MultivariantPlaylist playlist;
    playlist.version = kVersion;
    hls::Variant variant;
    variant.uri = kSourceRendition;
    variant.uri += "/media.m3u8";
    variant.name = kSourceRendition;
    variant.averageBandwidth = std::max(meanBitrate(packets), kSmallestBandwidth);
    variant.bandwidth = variant.averageBandwidth * kHeadroomPercent / 100;
    variant.codecs = videoCodecOf(shape.tracks);
    const auto sound = audioCodecOf(shape.tracks);
    if (!variant.codecs.empty() && !sound.empty()) {
        variant.codecs += ',';
    }
    variant.codecs += sound;
    if (shape.tracks.video) {
        variant.width = shape.tracks.video->width;
        variant.height = shape.tracks.video->height;
        variant.frameRate = 1.0 / media::toSeconds(shape.frame);
    }
    playlist.variants.push_back(std::move(variant));
    return playlist;
}

void describeTracks(const media::Tracks& tracks, BroadcastHealth& health) {
    if (tracks.video) {
        health.width = tracks.video->width;
        health.height = tracks.video->height;
    }
    health.videoCodec = videoCodecOf(tracks);
    health.audioCodec = audioCodecOf(tracks);
}

}  // namespace footlight::relay::origin
