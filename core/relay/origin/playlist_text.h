#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "core/base/bytes.h"

namespace footlight::relay::origin {

/// One form of a playlist, ready to be sent.
struct PrintedText {
    SharedBytes bytes;
    std::string tag;  ///< an ETag: the same bytes have the same one (RFC 9110 8.8.3)
};

/// A strong ETag for bytes.
std::string tagOf(ByteView bytes);

/// One version of a playlist, printed and compressed when it is first asked for and never again. Any thread;
/// after the first time without a lock.
class PlaylistText {
public:
    const PrintedText& plain(const std::function<std::string()>& print) const;
    const PrintedText& gzip(const std::function<std::string()>& print) const;

private:
    mutable std::once_flag printed_;
    mutable std::once_flag compressed_;
    mutable PrintedText plain_;
    mutable PrintedText gzip_;
};

/// RFC 1952. Empty where zlib fails.
Bytes compress(ByteView bytes);

}  // namespace footlight::relay::origin
