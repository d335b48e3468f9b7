#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/bytes.h"
#include "core/media/types/packet.h"
#include "core/rtmp/protocol/chunk_writer.h"
#include "core/rtmp/protocol/play_chunks.h"
#include "core/rtmp/session/stream_metadata.h"

namespace footlight::rtmp {

/// What a player must have before the first frame that belongs to it: onMetaData and the sequence headers.
/// Immutable; shared by all players.
struct PlayPreamble {
    struct Body {
        ChunkStreamId chunkStream{};
        MessageType type{};
        Bytes payload;
    };
    std::vector<Body> messages;
};

/// One frame as it goes over the wire, cut into chunks of kPlayChunkSize for message stream kPlayStream, with
/// full headers: it can follow anything. Immutable; shared by all players.
struct PlayFrame {
    Bytes bytes;
    std::uint64_t number = 0;     ///< among the frames of its feed
    std::uint32_t timestamp = 0;  ///< milliseconds modulo 2^32
    bool isEntry = false;         ///< a player may begin here
    std::shared_ptr<const PlayPreamble> preamble;
};

using PlayFramePtr = std::shared_ptr<const PlayFrame>;
using PlayFrames = std::vector<PlayFramePtr>;

/// The first that createStream makes.
inline constexpr std::uint32_t kPlayStream = 1;

std::shared_ptr<const PlayPreamble> makePreamble(const media::Tracks& tracks, const StreamMetadata& metadata);

/// The frame of `packet`, whose track is in `codec`.
PlayFramePtr makePlayFrame(const media::Packet& packet, media::Codec codec, std::uint64_t number,
                           std::shared_ptr<const PlayPreamble> preamble, bool isEntry);

/// The same frame on another message stream.
PlayFramePtr onStream(const PlayFrame& frame, std::uint32_t streamId);

/// The preamble in chunks, at the time of the frame behind it.
Bytes writePreamble(const PlayPreamble& preamble, std::uint32_t streamId, std::uint32_t timestamp);

}  // namespace footlight::rtmp
