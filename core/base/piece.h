#pragma once

#include <unistd.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

namespace footlight {

/// A file that is read at offsets; closed with its last owner. Any thread.
class OpenFile {
public:
    /// Owns the descriptor.
    explicit OpenFile(int descriptor) : descriptor_(descriptor) {}
    ~OpenFile() { ::close(descriptor_); }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

using FilePtr = std::shared_ptr<const OpenFile>;

/// Immutable bytes, in memory or as a stretch of a file that no one changes any more. Cheap to copy.
struct Piece {
    SharedBytes memory;  ///< empty: the bytes are in `file`
    FilePtr file;
    std::uint64_t offset = 0;  ///< in `memory` or `file`
    std::uint64_t size = 0;

    static Piece of(SharedBytes bytes) {
        const std::uint64_t size = bytes->size();
        return {std::move(bytes), nullptr, 0, size};
    }
    static Piece of(FilePtr file, std::uint64_t offset, std::uint64_t size) {
        return {nullptr, std::move(file), offset, size};
    }
    /// `first` and `length` lie within it.
    [[nodiscard]] Piece slice(std::uint64_t first, std::uint64_t length) const {
        return {memory, file, offset + first, length};
    }
};

using Pieces = std::vector<Piece>;

/// The bytes of a piece, wherever they are; blocks. Unavailable where its file cannot be read or is shorter.
Result<Bytes> readPiece(const Piece& piece);
/// A stretch of it, from `offset` on. Invalid where it does not lie within the piece.
Result<void> readInto(const Piece& piece, std::uint64_t offset, std::span<std::uint8_t> into);

/// The bytes of one part: in memory from its birth, in a file once the archive has them. Any thread.
class PartBody {
public:
    explicit PartBody(SharedBytes bytes)
        : piece_(std::make_shared<const Piece>(Piece::of(std::move(bytes)))) {}
    explicit PartBody(Piece piece) : piece_(std::make_shared<const Piece>(std::move(piece))) {}

    [[nodiscard]] Piece piece() const { return *piece_.load(std::memory_order_acquire); }
    /// The same bytes, elsewhere: those in memory are let go with their last reader.
    void moveTo(Piece piece) {
        piece_.store(std::make_shared<const Piece>(std::move(piece)), std::memory_order_release);
    }

private:
    std::atomic<std::shared_ptr<const Piece>> piece_;
};

using PartBodyPtr = std::shared_ptr<PartBody>;

}  // namespace footlight
