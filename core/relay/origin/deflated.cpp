#include "core/relay/origin/deflated.h"

#include <zlib.h>

#include <array>

namespace footlight::relay::origin {
namespace {

/// Negative: no header around it.
constexpr int kRawWindow = -15;
constexpr int kMemoryLevel = 8;
/// Compression, no name, no time, Unix.
constexpr std::array<std::uint8_t, 10> kHeader{0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3};
/// A last block that holds nothing: fixed codes and the end-of-block code (RFC 1951 3.2.6).
constexpr std::array<std::uint8_t, 2> kLastBlock{0x03, 0x00};
constexpr std::size_t kFlushRoom = 16;

Bytes deflateWhole(ByteView text) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, kRawWindow, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
        return {};
    }
    Bytes output(deflateBound(&stream, static_cast<uLong>(text.size())) + kFlushRoom);
    stream.next_in = const_cast<Bytef*>(text.data());
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = output.data();
    stream.avail_out = static_cast<uInt>(output.size());
    deflate(&stream, Z_FULL_FLUSH);
    output.resize(stream.total_out);
    output.shrink_to_fit();
    deflateEnd(&stream);
    return output;
}

void append(Bytes& bytes, std::uint32_t number) {
    for (unsigned shift = 0; shift < 32; shift += 8) {
        bytes.push_back(static_cast<std::uint8_t>(number >> shift));
    }
}

}  // namespace

Deflated::Deflated(ByteView text)
    : bytes_(share(deflateWhole(text))),
      checksum_(static_cast<std::uint32_t>(::crc32(0, text.data(), static_cast<uInt>(text.size())))),
      textSize_(text.size()) {}

Bytes Deflated::inflate() const {
    z_stream stream{};
    if (inflateInit2(&stream, kRawWindow) != Z_OK) {
        return {};
    }
    Bytes text(textSize_);
    stream.next_in = const_cast<Bytef*>(bytes_->data());
    stream.avail_in = static_cast<uInt>(bytes_->size());
    stream.next_out = text.data();
    stream.avail_out = static_cast<uInt>(text.size());
    ::inflate(&stream, Z_SYNC_FLUSH);
    inflateEnd(&stream);
    return text;
}

GzipFile::GzipFile() { pieces_.push_back(Piece::of(share(Bytes(kHeader.begin(), kHeader.end())))); }

void GzipFile::add(const Deflated& stretch) {
    pieces_.push_back(Piece::of(stretch.bytes()));
    checksum_ = static_cast<std::uint32_t>(
        ::crc32_combine(checksum_, stretch.checksum(), static_cast<z_off_t>(stretch.textSize())));
    textSize_ += stretch.textSize();
}

Pieces GzipFile::finish() && {
    Bytes end(kLastBlock.begin(), kLastBlock.end());
    append(end, checksum_);
    append(end, static_cast<std::uint32_t>(textSize_));
    pieces_.push_back(Piece::of(share(std::move(end))));
    return std::move(pieces_);
}

}  // namespace footlight::relay::origin
