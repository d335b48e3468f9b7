#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/rtmp/protocol/chunk_header.h"

namespace footlight::rtmp {

/// RELIABILITY L6.
struct MessageLimits {
    std::size_t media = 16 * 1024;       ///< bytes of one audio, video or aggregate message
    std::size_t other = 16 * 1024;       ///< bytes of any other message
    std::size_t unfinished = 64 * 1024;  ///< bytes of all messages under way on one connection
    std::size_t chunkStreams = 64;       ///< with a message under way at one time
};

/// Puts messages together from chunks (RTMP 1.0 5.3), whatever the sizes of chunks and of reads. Set Chunk
/// Size and Abort are obeyed here and not handed out. Memory grows with the bytes received, never with the
/// length announced. One connection owns one.
class ChunkReader {
public:
    explicit ChunkReader(MessageLimits limits) : limits_(limits) {}

    void setLimits(MessageLimits limits) { limits_ = limits; }

    /// Gives it bytes, which must stay where they are until next() has returned nothing or keep() was called.
    void feed(ByteView bytes);
    /// The next whole message; nothing where more bytes are needed. After an error the connection is of no
    /// more use: Corrupt, or Unsupported for what is over a limit.
    Result<std::optional<Message>> next();
    /// Takes a copy of what was fed and is not read yet.
    void keep();

private:
    struct ChunkStream {
        std::uint32_t id = 0;
        MessageHeader header;
        std::uint32_t length = 0;
        std::uint32_t delta = 0;
        std::optional<std::uint32_t> extendedTime;  ///< the field of the last header that had one
        bool isUnderWay = false;
        std::uint64_t lastUse = 0;
        Bytes payload;
    };
    enum class Repeated : std::uint8_t { Yes, No, Unknown };

    Result<bool> beginChunk();
    Result<ChunkStream*> streamFor(const ChunkHeader& header);
    Result<ChunkStream*> addStream(const ChunkHeader& header);
    Repeated repeatsExtendedTime(const ChunkStream& stream, ByteView behindHeader) const;
    Result<void> beginMessage(ChunkStream& stream, const ChunkHeader& header);
    void takePayload();
    Result<std::optional<Message>> finishMessage(ChunkStream& stream);
    Result<void> setChunkSize(ByteView payload);
    void abort(ByteView payload);

    MessageLimits limits_;
    ByteView input_;
    Bytes kept_;  ///< what `input_` looks into where it was kept
    std::vector<ChunkStream> streams_;
    std::size_t current_ = 0;  ///< index of the chunk stream whose chunk is being read
    bool isInChunk_ = false;
    std::size_t chunkRemaining_ = 0;  ///< payload bytes of that chunk still to come
    std::size_t chunkSize_ = 128;
    std::size_t unfinished_ = 0;
    std::uint64_t uses_ = 0;
};

}  // namespace footlight::rtmp
