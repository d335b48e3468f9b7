#include "core/base/piece.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace footlight {

Result<Bytes> readPiece(const Piece& piece) {
    Bytes bytes(static_cast<std::size_t>(piece.size));
    auto read = readInto(piece, 0, bytes);
    return read ? Result<Bytes>(std::move(bytes)) : fail(std::move(read.error()));
}

Result<void> readInto(const Piece& piece, std::uint64_t offset, std::span<std::uint8_t> into) {
    if (offset > piece.size || into.size() > piece.size - offset) {
        return fail(ErrorCategory::Invalid, "piece.range", "there are not so many bytes");
    }
    if (piece.memory) {
        const auto first = piece.memory->begin() + static_cast<std::ptrdiff_t>(piece.offset + offset);
        std::copy_n(first, into.size(), into.begin());
        return {};
    }
    while (!into.empty()) {
        const auto count = ::pread(piece.file->descriptor(), into.data(), into.size(),
                                   static_cast<off_t>(piece.offset + offset));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return fail(ErrorCategory::Unavailable, "piece.read",
                        count < 0 ? std::string("cannot read: ") + std::strerror(errno)
                                  : std::string("the file is shorter than it should be"));
        }
        offset += static_cast<std::uint64_t>(count);
        into = into.subspan(static_cast<std::size_t>(count));
    }
    return {};
}

}  // namespace footlight
