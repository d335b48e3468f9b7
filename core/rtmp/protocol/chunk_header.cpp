#include "core/rtmp/protocol/chunk_header.h"

#include "core/base/byte_reader.h"

namespace footlight::rtmp {

namespace {

constexpr std::uint32_t kFirstTwoByteStream = 64;
constexpr std::uint32_t kFirstThreeByteStream = 320;

/// The message stream id is the one field in little endian.
std::uint32_t readLittleEndian(ByteReader& reader) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 32; shift += 8) {
        value |= static_cast<std::uint32_t>(reader.u8()) << shift;
    }
    return value;
}

void write(std::uint32_t value, int width, Bytes& out) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
        out.push_back(static_cast<std::uint8_t>(value >> shift));
    }
}

void writeBasicHeader(int format, std::uint32_t chunkStream, Bytes& out) {
    const auto top = static_cast<std::uint32_t>(format) << 6;
    if (chunkStream < kFirstTwoByteStream) {
        write(top | chunkStream, 1, out);
    } else if (chunkStream < kFirstThreeByteStream) {
        write(top, 1, out);
        write(chunkStream - 64, 1, out);
    } else {
        write(top | 1, 1, out);
        write((chunkStream - 64) & 0xFF, 1, out);
        write((chunkStream - 64) >> 8, 1, out);
    }
}

}  // namespace

std::optional<ChunkHeader> readChunkHeader(ByteView bytes) {
    ByteReader reader(bytes);
    ChunkHeader header;
    const std::uint8_t first = reader.u8();
    header.format = first >> 6;
    header.chunkStream = first & 0x3F;
    if (header.chunkStream == 0) {
        header.chunkStream = reader.u8() + 64U;
    } else if (header.chunkStream == 1) {
        const std::uint32_t low = reader.u8();
        header.chunkStream = low + 256U * reader.u8() + 64U;
    }
    if (header.format < 3) {
        header.time = reader.u24();
    }
    if (header.format < 2) {
        header.length = reader.u24();
        header.type = static_cast<MessageType>(reader.u8());
    }
    if (header.format == 0) {
        header.streamId = readLittleEndian(reader);
    }
    if (header.format < 3 && header.time == kExtendedTimestamp) {
        header.isExtended = true;
        header.time = reader.u32();
    }
    header.size = reader.position();
    return reader.ok() ? std::optional(header) : std::nullopt;
}

void writeChunkHeader(const ChunkHeader& header, Bytes& out) {
    writeBasicHeader(header.format, header.chunkStream, out);
    if (header.format < 3) {
        write(header.isExtended ? kExtendedTimestamp : header.time, 3, out);
    }
    if (header.format < 2) {
        write(header.length, 3, out);
        write(static_cast<std::uint32_t>(header.type), 1, out);
    }
    if (header.format == 0) {
        for (unsigned shift = 0; shift < 32; shift += 8) {
            write(header.streamId >> shift & 0xFF, 1, out);
        }
    }
    if (header.isExtended) {
        write(header.time, 4, out);
    }
}

}  // namespace footlight::rtmp
