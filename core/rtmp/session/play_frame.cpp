#include "core/rtmp/session/play_frame.h"

#include <algorithm>
#include <chrono>

#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/amf0.h"

namespace footlight::rtmp {

namespace {

using std::chrono::milliseconds;

/// Where a full chunk header with a one-byte chunk stream has its message stream, in little endian.
constexpr std::size_t kStreamIdAt = 8;

milliseconds floorOf(media::MediaTime time) { return std::chrono::floor<milliseconds>(time); }

void addConfiguration(media::Codec codec, media::TrackId track, const Bytes& configuration,
                      PlayPreamble& preamble) {
    if (!media::flv::hasConfiguration(codec)) {
        return;
    }
    const ByteView head = media::flv::configurationHeader(codec, track);
    const bool isVideo = media::kindOf(codec) == media::MediaKind::Video;
    PlayPreamble::Body body;
    body.chunkStream = isVideo ? ChunkStreamId::Video : ChunkStreamId::Audio;
    body.type = isVideo ? MessageType::Video : MessageType::Audio;
    body.payload.assign(head.begin(), head.end());
    body.payload.insert(body.payload.end(), configuration.begin(), configuration.end());
    preamble.messages.push_back(std::move(body));
}

}  // namespace

std::shared_ptr<const PlayPreamble> makePreamble(const media::Tracks& tracks,
                                                 const StreamMetadata& metadata) {
    auto preamble = std::make_shared<PlayPreamble>();
    preamble->messages.push_back(
        {ChunkStreamId::Data, MessageType::DataAmf0, amf0::writeAll({"|RtmpSampleAccess", true, true})});
    preamble->messages.push_back(
        {ChunkStreamId::Data, MessageType::DataAmf0, writeMetadata(tracks, metadata, MetadataFor::Player)});
    if (tracks.video) {
        addConfiguration(tracks.video->codec, 0, tracks.video->configuration, *preamble);
    }
    for (const auto& [id, track] : tracks.moreVideo) {
        addConfiguration(track.codec, id, track.configuration, *preamble);
    }
    if (tracks.audio) {
        addConfiguration(tracks.audio->codec, 0, tracks.audio->configuration, *preamble);
    }
    for (const auto& [id, track] : tracks.moreAudio) {
        addConfiguration(track.codec, id, track.configuration, *preamble);
    }
    return preamble;
}

PlayFramePtr makePlayFrame(const media::Packet& packet, media::Codec codec, std::uint64_t number,
                           std::shared_ptr<const PlayPreamble> preamble, bool isEntry) {
    const milliseconds dts = floorOf(packet.dts);
    const bool isVideo = packet.kind == media::MediaKind::Video;
    const auto head =
        media::flv::frameHeader(codec, packet.track, packet.isKeyFrame, floorOf(packet.pts) - dts);
    auto frame = std::make_shared<PlayFrame>();
    frame->number = number;
    frame->timestamp = static_cast<std::uint32_t>(dts.count());
    frame->isEntry = isEntry;
    frame->preamble = std::move(preamble);
    writeMessage(isVideo ? ChunkStreamId::Video : ChunkStreamId::Audio,
                 {isVideo ? MessageType::Video : MessageType::Audio, kPlayStream, frame->timestamp}, head,
                 *packet.payload, kPlayChunkSize, frame->bytes);
    return frame;
}

PlayFramePtr onStream(const PlayFrame& frame, std::uint32_t streamId) {
    auto copy = std::make_shared<PlayFrame>(frame);
    for (std::size_t i = 0; i < 4; ++i) {
        copy->bytes[kStreamIdAt + i] = static_cast<std::uint8_t>(streamId >> (8 * i));
    }
    return copy;
}

Bytes writePreamble(const PlayPreamble& preamble, std::uint32_t streamId, std::uint32_t timestamp) {
    Bytes out;
    for (const PlayPreamble::Body& body : preamble.messages) {
        writeMessage(body.chunkStream, {body.type, streamId, timestamp}, body.payload, {}, kPlayChunkSize,
                     out);
    }
    return out;
}

}  // namespace footlight::rtmp
