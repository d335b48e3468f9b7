#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace footlight::relay::hub {

/// In pixels.
struct PictureSize {
    std::uint32_t width = 0;
    std::uint32_t height = 0;

    bool operator==(const PictureSize&) const = default;
};

/// What the head of a PNG, JPEG or WebP says; nothing where `file` is none of these or ends too early.
/// (PNG 11.2.1; ITU-T T.81 B.2.2; RFC 9649 2.5 to 2.7.)
[[nodiscard]] std::optional<PictureSize> pictureSizeOf(std::string_view file);
/// What the head of a GIF says of the screen that all its pictures are on. (GIF89a 18.)
[[nodiscard]] std::optional<PictureSize> gifSizeOf(std::string_view file);

/// The first `size` bytes of an open file, or all that can be read of them.
[[nodiscard]] std::string contentsOf(int descriptor, std::uint64_t size);

}  // namespace footlight::relay::hub
