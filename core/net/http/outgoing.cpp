#include "core/net/http/outgoing.h"

#include <array>

namespace footlight::net::http {

namespace asio = boost::asio;

namespace {

constexpr std::size_t kPiecesPerWrite = 64;

bool follows(const Piece& one, const Piece& next) {
    return !one.memory && !next.memory && one.file == next.file && one.offset + one.size == next.offset;
}

/// Neighbours in one file become one stretch, and empty pieces go.
Pieces joined(Pieces body) {
    std::size_t kept = 0;
    for (Piece& piece : body) {
        if (piece.size == 0) {
            continue;
        }
        if (kept > 0 && follows(body[kept - 1], piece)) {
            body[kept - 1].size += piece.size;
        } else if (&body[kept] != &piece) {
            body[kept++] = std::move(piece);
        } else {
            ++kept;
        }
    }
    body.resize(kept);
    return body;
}

}  // namespace

Outgoing::Outgoing(std::string head, Pieces body) : head_(std::move(head)), body_(joined(std::move(body))) {}

Stream::Moved Outgoing::writeTo(Stream& stream) {
    std::array<asio::const_buffer, kPiecesPerWrite> buffers;
    std::size_t count = 0;
    if (headSent_ < head_.size()) {
        buffers[count++] = asio::buffer(head_) + headSent_;
    }
    std::size_t next = at_;
    for (; next < body_.size() && body_[next].memory && count < buffers.size(); ++next) {
        const Piece& piece = body_[next];
        buffers[count++] = asio::const_buffer(piece.memory->data() + piece.offset, piece.size);
    }
    const auto more = next < body_.size() ? Stream::More::Follows : Stream::More::Nothing;
    const auto moved = count > 0 ? stream.write({buffers.data(), count}, more) : stream.sendFile(body_[at_]);
    advance(moved.count);
    return moved;
}

void Outgoing::advance(std::size_t sent) {
    const std::size_t ofHead = std::min(sent, head_.size() - headSent_);
    headSent_ += ofHead;
    sent -= ofHead;
    while (sent > 0) {
        Piece& piece = body_[at_];
        const std::uint64_t taken = std::min<std::uint64_t>(sent, piece.size);
        piece.offset += taken;
        piece.size -= taken;
        sent -= taken;
        at_ += piece.size == 0 ? 1U : 0U;
    }
}

}  // namespace footlight::net::http
