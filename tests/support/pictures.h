#pragma once

#include <cstdint>
#include <string>

namespace footlight::tests {

/// Heads of pictures of that size, as far as anybody reads them who asks for no more than that.
inline std::string pngOf(std::uint32_t width, std::uint32_t height) {
    const auto big = [](std::uint32_t number) {
        return std::string{static_cast<char>(number >> 24U), static_cast<char>(number >> 16U),
                           static_cast<char>(number >> 8U), static_cast<char>(number)};
    };
    return std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + big(width) + big(height) +
           std::string("\x08\x02\0\0\0", 5);
}

/// Behind a comment, as cameras write them.
inline std::string jpegOf(std::uint32_t width, std::uint32_t height) {
    const auto big = [](std::uint32_t number) {
        return std::string{static_cast<char>(number >> 8U), static_cast<char>(number)};
    };
    return std::string("\xff\xd8\xff\xfe\0\x04hi\xff\xff\xc2\0\x11\x08", 14) + big(height) + big(width) +
           std::string(16, '\0');
}

/// With the extended head.
inline std::string webpOf(std::uint32_t width, std::uint32_t height) {
    const auto little = [](std::uint32_t number) {
        return std::string{static_cast<char>(number), static_cast<char>(number >> 8U),
                           static_cast<char>(number >> 16U)};
    };
    return std::string("RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0", 24) + little(width - 1) +
           little(height - 1);
}

inline std::string gifOf(std::uint16_t width, std::uint16_t height) {
    const auto little = [](std::uint16_t number) {
        return std::string{static_cast<char>(number), static_cast<char>(number >> 8U)};
    };
    return "GIF89a" + little(width) + little(height) + std::string(3, '\0');
}

}  // namespace footlight::tests
