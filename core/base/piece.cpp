#include "core/base/piece.h"

#include <cerrno>
#include <cstring>

namespace footlight {

Result<Bytes> readPiece(const Piece& piece) {
    if (piece.memory) {
        const auto first = piece.memory->begin() + static_cast<std::ptrdiff_t>(piece.offset);
        return Bytes(first, first + static_cast<std::ptrdiff_t>(piece.size));
    }
    Bytes bytes(static_cast<std::size_t>(piece.size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const auto count = ::pread(piece.file->descriptor(), bytes.data() + done, bytes.size() - done,
                                   static_cast<off_t>(piece.offset + done));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return fail(ErrorCategory::Unavailable, "piece.read",
                        count < 0 ? std::string("cannot read: ") + std::strerror(errno)
                                  : std::string("the file is shorter than it should be"));
        }
        done += static_cast<std::size_t>(count);
    }
    return bytes;
}

}  // namespace footlight
