#include "core/relay/hub/picture_size.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>

namespace footlight::relay::hub {
namespace {

using namespace std::string_view_literals;

/// Reads numbers of a text whose length was checked before.
std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (const char byte : bytes) {
        number = number << 8U | static_cast<std::uint8_t>(byte);
    }
    return number;
}

std::uint32_t littleEndian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        number = number << 8U | static_cast<std::uint8_t>(bytes[i]);
    }
    return number;
}

std::optional<PictureSize> sizeOfPng(std::string_view file) {
    constexpr std::size_t kHead = 24;
    if (file.size() < kHead || file.substr(12, 4) != "IHDR"sv) {
        return std::nullopt;
    }
    return PictureSize{bigEndian(file.substr(16, 4)), bigEndian(file.substr(20, 4))};
}

bool isFrameHeader(std::uint8_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool standsAlone(std::uint8_t marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

std::optional<PictureSize> sizeOfJpeg(std::string_view file) {
    constexpr std::uint8_t kEndOfImage = 0xD9;
    constexpr std::uint8_t kStartOfScan = 0xDA;
    constexpr std::size_t kFrameHeader = 7;
    while (file.size() >= 2 && static_cast<std::uint8_t>(file[0]) == 0xFF) {
        const auto marker = static_cast<std::uint8_t>(file[1]);
        if (marker == 0xFF) {
            file.remove_prefix(1);  // fill
            continue;
        }
        file.remove_prefix(2);
        if (standsAlone(marker)) {
            continue;
        }
        const auto length = file.size() >= 2 ? bigEndian(file.substr(0, 2)) : 0;
        if (length < 2 || length > file.size() || marker == kStartOfScan || marker == kEndOfImage) {
            return std::nullopt;
        }
        if (isFrameHeader(marker)) {
            return length < kFrameHeader ? std::nullopt
                                         : std::optional(PictureSize{bigEndian(file.substr(5, 2)),
                                                                     bigEndian(file.substr(3, 2))});
        }
        file.remove_prefix(length);
    }
    return std::nullopt;
}

std::optional<PictureSize> sizeOfWebp(std::string_view file) {
    constexpr std::size_t kHead = 30;
    constexpr std::uint32_t kFourteenBits = 0x3FFF;
    if (file.size() < kHead || file.substr(8, 4) != "WEBP"sv) {
        return std::nullopt;
    }
    const auto chunk = file.substr(12, 4);
    const auto data = file.substr(20);
    if (chunk == "VP8 "sv && data.substr(3, 3) == "\x9d\x01\x2a"sv) {
        return PictureSize{littleEndian(data.substr(6, 2)) & kFourteenBits,
                           littleEndian(data.substr(8, 2)) & kFourteenBits};
    }
    if (chunk == "VP8L"sv && data[0] == '\x2f') {
        const auto bits = littleEndian(data.substr(1, 4));
        return PictureSize{(bits & kFourteenBits) + 1, (bits >> 14U & kFourteenBits) + 1};
    }
    if (chunk == "VP8X"sv) {
        return PictureSize{littleEndian(data.substr(4, 3)) + 1, littleEndian(data.substr(7, 3)) + 1};
    }
    return std::nullopt;
}

}  // namespace

std::optional<PictureSize> pictureSizeOf(std::string_view file) {
    if (file.starts_with("\x89PNG\r\n\x1a\n"sv)) {
        return sizeOfPng(file);
    }
    if (file.starts_with("\xff\xd8"sv)) {
        return sizeOfJpeg(file);
    }
    return file.starts_with("RIFF"sv) ? sizeOfWebp(file) : std::nullopt;
}

std::optional<PictureSize> gifSizeOf(std::string_view file) {
    constexpr std::size_t kScreen = 6;
    if (file.size() < kScreen + 4 || (!file.starts_with("GIF87a"sv) && !file.starts_with("GIF89a"sv))) {
        return std::nullopt;
    }
    return PictureSize{littleEndian(file.substr(kScreen, 2)), littleEndian(file.substr(kScreen + 2, 2))};
}

std::string contentsOf(int descriptor, std::uint64_t size) {
    std::string bytes(size, '\0');
    std::size_t at = 0;
    while (at < bytes.size()) {
        const auto count = ::pread(descriptor, bytes.data() + at, bytes.size() - at, static_cast<off_t>(at));
        if (count == 0 || (count < 0 && errno != EINTR)) {
            break;
        }
        at += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    bytes.resize(at);
    return bytes;
}

}  // namespace footlight::relay::hub
