#include "core/media/bitstream/flv_file.h"

#include <algorithm>

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"

namespace footlight::media::flv {

namespace {

constexpr std::size_t kFileHeader = 9;
constexpr std::size_t kLongestFileHeader = 4096;
constexpr std::size_t kTagHeader = 11;
constexpr std::size_t kTrailer = 4;  // the size of the tag before
constexpr std::size_t kLargestBody = 0xFFFFFF;
constexpr std::uint8_t kVersion = 1;
constexpr std::uint8_t kHasAudio = 4;
constexpr std::uint8_t kHasVideo = 1;
constexpr std::uint8_t kEncrypted = 0x20;
constexpr std::uint8_t kTypeMask = 0x1F;
/// Taken tags stay in the buffer until they are this much of it: bytes move seldom.
constexpr std::size_t kWorthMoving = 64 * 1024;

bool isKnown(std::uint8_t type) {
    return type == static_cast<std::uint8_t>(FileTagType::Audio) ||
           type == static_cast<std::uint8_t>(FileTagType::Video) ||
           type == static_cast<std::uint8_t>(FileTagType::Data);
}

}  // namespace

void FileReader::feed(ByteView bytes) {
    const std::size_t skipped = std::min(toSkip_, bytes.size());
    toSkip_ -= skipped;
    dropped_ += skipped;
    const ByteView kept = bytes.subspan(skipped);
    buffer_.insert(buffer_.end(), kept.begin(), kept.end());
}

/// False while more bytes are needed.
Result<bool> FileReader::readFileHeader() {
    ByteReader reader(waiting());
    const ByteView signature = reader.take(3);
    const std::uint8_t version = reader.u8();
    reader.u8();
    const std::size_t size = reader.u32();
    if (!reader.ok()) {
        return false;
    }
    if (textOf(signature) != "FLV" || version != kVersion || size < kFileHeader ||
        size > kLongestFileHeader) {
        return fail(ErrorCategory::Corrupt, "flv.file", "this is no FLV file");
    }
    hasHeader_ = true;
    advance(size + kTrailer);
    return true;
}

Result<std::optional<FileTag>> FileReader::next() {
    if (!hasHeader_) {
        const auto read = readFileHeader();
        if (!read) {
            return fail(read.error());
        }
        if (!*read) {
            return std::nullopt;
        }
    }
    while (toSkip_ == 0) {
        ByteReader reader(waiting());
        const std::uint8_t type = reader.u8();
        const std::size_t size = reader.u24();
        const std::uint32_t low = reader.u24();
        const std::uint32_t high = reader.u8();
        reader.u24();  // the stream's id, always 0
        if (!reader.ok()) {
            return std::nullopt;
        }
        if ((type & kEncrypted) != 0) {
            return fail(ErrorCategory::Unsupported, "flv.encrypted", "the FLV file is encrypted");
        }
        if (!isKnown(type & kTypeMask)) {
            advance(kTagHeader + size + kTrailer);
            continue;
        }
        const ByteView body = reader.take(size);
        if (!reader.ok()) {
            return std::nullopt;
        }
        FileTag tag{static_cast<FileTagType>(type & kTypeMask), std::chrono::milliseconds(high << 24 | low),
                    Bytes(body.begin(), body.end())};
        advance(kTagHeader + size + kTrailer);
        return tag;
    }
    return std::nullopt;
}

/// Past `count` bytes, whether they are there yet or not.
void FileReader::advance(std::size_t count) {
    const std::size_t here = std::min(count, buffer_.size() - at_);
    at_ += here;
    toSkip_ = count - here;
    if (at_ == buffer_.size() || at_ >= kWorthMoving) {
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(at_));
        dropped_ += at_;
        at_ = 0;
    }
}

Bytes fileHeader(bool hasVideo, bool hasAudio) {
    ByteWriter writer;
    writer.append("FLV");
    writer.u8(kVersion);
    writer.u8(static_cast<std::uint8_t>((hasVideo ? kHasVideo : 0) | (hasAudio ? kHasAudio : 0)));
    writer.u32(kFileHeader);
    writer.u32(0);
    return writer.take();
}

Result<Bytes> fileTag(FileTagType type, std::chrono::milliseconds time, ByteView head, ByteView payload) {
    const std::size_t size = head.size() + payload.size();
    if (size > kLargestBody) {
        return fail(ErrorCategory::Invalid, "flv.tag_size", "a frame is too large for an FLV file");
    }
    const auto ticks = static_cast<std::uint32_t>(time.count());
    ByteWriter writer;
    writer.u8(static_cast<std::uint8_t>(type));
    writer.u24(static_cast<std::uint32_t>(size));
    writer.u24(ticks & 0xFFFFFF);
    writer.u8(static_cast<std::uint8_t>(ticks >> 24));
    writer.u24(0);
    writer.append(head);
    writer.append(payload);
    writer.u32(static_cast<std::uint32_t>(kTagHeader + size));
    return writer.take();
}

}  // namespace footlight::media::flv
