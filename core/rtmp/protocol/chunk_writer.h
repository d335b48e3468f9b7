#pragma once

#include <vector>

#include "core/rtmp/protocol/chunk_header.h"

namespace footlight::rtmp {

/// The chunk streams that we send on.
enum class ChunkStreamId : std::uint8_t { Control = 2, Command = 3, Audio = 4, Data = 5, Video = 6 };

/// Appends one message with a full header, whose payload is `head` and then `body`, in chunks of `chunkSize`
/// bytes. It can follow anything on its chunk stream.
void writeMessage(ChunkStreamId chunkStream, const MessageHeader& header, ByteView head, ByteView body,
                  std::size_t chunkSize, Bytes& out);

/// Cuts messages into chunks (RTMP 1.0 5.3), with the shortest header that every reader understands alike.
class ChunkWriter {
public:
    /// Appends one message, whose payload is `head` and then `body`.
    void write(ChunkStreamId chunkStream, const MessageHeader& header, ByteView head, ByteView body,
               Bytes& out);
    void write(ChunkStreamId chunkStream, const MessageHeader& header, ByteView payload, Bytes& out) {
        write(chunkStream, header, payload, {}, out);
    }
    /// Tells the peer (Set Chunk Size) and goes by it from then on.
    void setChunkSize(std::uint32_t size, Bytes& out);

private:
    struct Sent {
        ChunkStreamId chunkStream{};
        MessageHeader header;
        std::uint32_t length = 0;
    };

    ChunkHeader headerFor(ChunkStreamId chunkStream, const MessageHeader& header, std::uint32_t length);

    std::vector<Sent> sent_;  ///< the last message on each chunk stream
    std::size_t chunkSize_ = 128;
};

}  // namespace footlight::rtmp
