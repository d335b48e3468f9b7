#pragma once

#include "core/base/piece.h"

namespace footlight::relay::origin {

/// A stretch of text in a form that can be strung together with others to one gzip file (RFC 1952):
/// compressed by itself and ended at a byte. Immutable; any thread.
class Deflated {
public:
    explicit Deflated(ByteView text);

    [[nodiscard]] Bytes inflate() const;
    [[nodiscard]] const SharedBytes& bytes() const { return bytes_; }
    [[nodiscard]] std::uint32_t checksum() const { return checksum_; }  ///< CRC-32 of the text
    [[nodiscard]] std::uint64_t textSize() const { return textSize_; }

private:
    SharedBytes bytes_;
    std::uint32_t checksum_ = 0;
    std::uint64_t textSize_ = 0;
};

/// Puts stretches together: what was compressed before is neither compressed nor copied again.
class GzipFile {
public:
    GzipFile();
    void add(const Deflated& stretch);
    /// The whole file.
    [[nodiscard]] Pieces finish() &&;

private:
    Pieces pieces_;
    std::uint32_t checksum_ = 0;
    std::uint64_t textSize_ = 0;
};

}  // namespace footlight::relay::origin
