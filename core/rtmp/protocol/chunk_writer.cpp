#include "core/rtmp/protocol/chunk_writer.h"

#include <algorithm>

#include "core/base/byte_writer.h"

namespace footlight::rtmp {

namespace {

void appendRange(ByteView bytes, std::size_t from, std::size_t to, Bytes& out) {
    if (from < to) {
        const ByteView range = bytes.subspan(from, to - from);
        out.insert(out.end(), range.begin(), range.end());
    }
}

void writeChunks(ChunkHeader chunk, ByteView head, ByteView body, std::size_t chunkSize, Bytes& out) {
    const std::size_t length = head.size() + body.size();
    std::size_t at = 0;
    do {
        writeChunkHeader(chunk, out);
        chunk.format = 3;
        const std::size_t end = std::min(at + chunkSize, length);
        appendRange(head, at, std::min(end, head.size()), out);
        appendRange(body, std::max(at, head.size()) - head.size(), std::max(end, head.size()) - head.size(),
                    out);
        at = end;
    } while (at < length);
}

}  // namespace

void writeMessage(ChunkStreamId chunkStream, const MessageHeader& header, ByteView head, ByteView body,
                  std::size_t chunkSize, Bytes& out) {
    ChunkHeader chunk;
    chunk.chunkStream = static_cast<std::uint32_t>(chunkStream);
    chunk.time = header.timestamp;
    chunk.isExtended = chunk.time >= kExtendedTimestamp;
    chunk.length = static_cast<std::uint32_t>(head.size() + body.size());
    chunk.type = header.type;
    chunk.streamId = header.streamId;
    out.reserve(out.size() + chunk.length + (chunk.length / chunkSize + 1) * 16);
    writeChunks(chunk, head, body, chunkSize, out);
}

ChunkHeader ChunkWriter::headerFor(ChunkStreamId chunkStream, const MessageHeader& header,
                                   std::uint32_t length) {
    ChunkHeader chunk;
    chunk.chunkStream = static_cast<std::uint32_t>(chunkStream);
    chunk.time = header.timestamp;
    chunk.length = length;
    chunk.type = header.type;
    chunk.streamId = header.streamId;
    auto last = std::find_if(sent_.begin(), sent_.end(),
                             [&](const Sent& sent) { return sent.chunkStream == chunkStream; });
    if (last == sent_.end()) {
        last = sent_.insert(sent_.end(), {chunkStream, header, length});
    } else {
        const std::uint32_t delta = header.timestamp - last->header.timestamp;
        if (last->header.streamId == header.streamId && static_cast<std::int32_t>(delta) >= 0) {
            chunk.format = last->length == length && last->header.type == header.type ? 2 : 1;
            chunk.time = delta;
        }
        *last = {chunkStream, header, length};
    }
    chunk.isExtended = chunk.time >= kExtendedTimestamp;
    return chunk;
}

void ChunkWriter::write(ChunkStreamId chunkStream, const MessageHeader& header, ByteView head, ByteView body,
                        Bytes& out) {
    const auto length = static_cast<std::uint32_t>(head.size() + body.size());
    writeChunks(headerFor(chunkStream, header, length), head, body, chunkSize_, out);
}

void ChunkWriter::setChunkSize(std::uint32_t size, Bytes& out) {
    ByteWriter payload;
    payload.u32(size);
    write(ChunkStreamId::Control, {MessageType::SetChunkSize, 0, 0}, payload.view(), out);
    chunkSize_ = size;
}

}  // namespace footlight::rtmp
