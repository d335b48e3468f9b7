#pragma once

#include <string>

#include "core/base/piece.h"
#include "core/net/stream/stream.h"

namespace footlight::net::http {

/// What is still to be written of one answer: its head, then its pieces. Lives in the connection's coroutine.
class Outgoing {
public:
    Outgoing(std::string head, Pieces body);

    [[nodiscard]] bool isDone() const { return headSent_ == head_.size() && at_ == body_.size(); }
    /// Writes what the stream takes now.
    Stream::Moved writeTo(Stream& stream);

private:
    void advance(std::size_t sent);

    std::string head_;
    Pieces body_;
    std::size_t headSent_ = 0;
    std::size_t at_ = 0;  ///< the first piece that is not written whole
};

}  // namespace footlight::net::http
