#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// FLV files (FLV 10.1 E.2 to E.4, with the Enhanced tags in their bodies): bytes in, tags out, and back; no
/// I/O. A tag's body is what an RTMP message of the same type carries: `flv::parseVideo` and
/// `flv::parseAudio` take pictures and sound apart, `rtmp::readData` the data messages (`onMetaData`,
/// `onFootlightClock`).
namespace footlight::media::flv {

enum class FileTagType : std::uint8_t { Audio = 8, Video = 9, Data = 18 };

struct FileTag {
    FileTagType type = FileTagType::Data;
    std::chrono::milliseconds time{};  ///< decoding time; 32 bits in the file
    Bytes body;                        ///< at most 16 MiB - 1, by the format
};

/// Takes a file apart as it comes. One thread at a time. Holds the bytes of one tag and of what was fed
/// behind it: feed a block, then ask until nothing comes.
class FileReader {
public:
    void feed(ByteView bytes);
    /// The next whole tag; nothing while more bytes are needed (a file that ends in mid-tag was cut: its last
    /// tag is lost, the others are good). Tags of unknown type are passed over. Corrupt where it is no FLV
    /// file, Unsupported where it is encrypted; either stays.
    Result<std::optional<FileTag>> next();
    /// Where the next tag begins, in bytes from the start of the file.
    [[nodiscard]] std::uint64_t position() const { return dropped_ + at_; }

private:
    Result<bool> readFileHeader();
    [[nodiscard]] ByteView waiting() const { return ByteView(buffer_).subspan(at_); }
    void advance(std::size_t count);

    Bytes buffer_;
    std::size_t at_ = 0;
    std::uint64_t dropped_ = 0;
    std::size_t toSkip_ = 0;
    bool hasHeader_ = false;
};

/// The first 13 bytes of a file.
Bytes fileHeader(bool hasVideo, bool hasAudio);

/// One tag with its trailer, ready to be appended to a file. The body is `head` and `payload` in this order,
/// together below 16 MiB (Invalid where it is more); `time` is not negative.
Result<Bytes> fileTag(FileTagType type, std::chrono::milliseconds time, ByteView head, ByteView payload = {});

}  // namespace footlight::media::flv
