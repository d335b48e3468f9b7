#pragma once

#include <optional>

#include "core/base/byte_reader.h"

namespace footlight::media {

/// A box's type as one number, to compare with.
constexpr std::uint32_t boxType(const char (&name)[5]) {
    std::uint32_t type = 0;
    for (int i = 0; i < 4; ++i) {
        type = type << 8 | static_cast<std::uint8_t>(name[i]);
    }
    return type;
}

/// The front of a box (ISO/IEC 14496-12 4.2).
struct BoxHead {
    std::uint32_t type = 0;
    std::uint64_t headSize = 8;
    std::uint64_t size = 0;  ///< with its head; 0 = to the end of the file
};

/// The largest head there is.
inline constexpr std::size_t kBoxHeadSize = 16;

/// Nothing where the bytes are too few or the size is smaller than the head.
std::optional<BoxHead> readBoxHead(ByteView bytes);

struct Box {
    std::uint32_t type = 0;
    ByteView body;
};

/// Walks the boxes of a view, which may be anything.
class BoxReader {
public:
    explicit BoxReader(ByteView bytes) : rest_(bytes) {}

    /// The next box; nothing at the end, and nothing (and not `ok`) where a box reaches past it.
    std::optional<Box> next();
    [[nodiscard]] bool ok() const { return ok_; }

private:
    ByteView rest_;
    bool ok_ = true;
};

/// The body of the first box of a type.
std::optional<ByteView> findBox(ByteView bytes, std::uint32_t type);

/// Version and flags, and a reader of what stands behind them.
struct FullBox {
    std::uint8_t version = 0;
    std::uint32_t flags = 0;
    ByteReader reader;

    explicit FullBox(ByteView body) : reader(body) {
        version = reader.u8();
        flags = reader.u24();
    }
};

}  // namespace footlight::media
