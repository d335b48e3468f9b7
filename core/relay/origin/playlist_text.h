#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "core/base/bytes.h"

namespace footlight::relay::origin {

/// One version of a playlist, printed and compressed when it is first asked for and never again. Any thread;
/// after the first time without a lock.
class PlaylistText {
public:
    const SharedBytes& plain(const std::function<std::string()>& print) const;
    const SharedBytes& gzip(const std::function<std::string()>& print) const;

private:
    mutable std::once_flag printed_;
    mutable std::once_flag compressed_;
    mutable SharedBytes plain_;
    mutable SharedBytes gzip_;
};

/// RFC 1952. Empty where zlib fails.
Bytes compress(ByteView bytes);

}  // namespace footlight::relay::origin
