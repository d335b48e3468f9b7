#pragma once

#include <array>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/compose.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <memory>
#include <span>

#include "core/base/piece.h"
#include "core/base/result.h"
#include "core/net/async/task.h"

struct ssl_st;

namespace footlight::net {

class TlsServer;
class TlsClient;

/// A TCP connection, as it is or within TLS (RFC 8446), with one face for both. It never blocks: what cannot
/// be done now says what to wait for. Lives on its socket's loop; a model of Asio's AsyncReadStream and
/// AsyncWriteStream.
class Stream {
public:
    using executor_type = boost::asio::ip::tcp::socket::executor_type;

    /// What is in the way of the next byte.
    enum class Next : std::uint8_t { Now, Readable, Writable, Never };
    struct Moved {
        std::size_t count = 0;
        Next next = Next::Now;            ///< Now where `count` bytes were moved
        boost::system::error_code error;  ///< with Never: eof, or why it broke
    };

    explicit Stream(boost::asio::ip::tcp::socket socket);
    Stream(Stream&& other) noexcept;
    Stream& operator=(Stream&&) = delete;
    ~Stream();

    /// Puts TLS around what comes next. Call shakeHands() before anything else.
    void secure(const TlsServer& server);
    /// `host` must be in the peer's certificate.
    Result<void> secure(const TlsClient& client, const std::string& host);
    /// Corrupt (with OpenSSL's words), Denied where the certificate is not to be trusted, Closed. No
    /// deadline: the caller's. Returns at once without TLS.
    Task<Result<void>> shakeHands();

    /// How a TLS connection begins; RTMP begins with 3, HTTP with a letter.
    static constexpr std::uint8_t kTlsFirstByte = 0x16;
    /// The first byte that the peer sent, left where it is. Closed. Before anything else.
    Task<Result<std::uint8_t>> firstByte();

    [[nodiscard]] boost::asio::ip::tcp::socket& socket() { return socket_; }
    [[nodiscard]] executor_type get_executor() { return socket_.get_executor(); }
    [[nodiscard]] bool isSecure() const { return tls_ != nullptr; }
    /// Decrypted bytes are there although the socket may have none.
    [[nodiscard]] bool hasPending() const;

    Moved read(std::span<std::uint8_t> into);
    /// Whether a last short packet may wait for what is written next.
    enum class More : std::uint8_t { Nothing, Follows };
    /// At most 64 buffers in one call. After Writable or Readable come again with the same bytes.
    Moved write(std::span<const boost::asio::const_buffer> from, More more = More::Nothing);
    /// Sends from the file without bringing it into the process, where there is no TLS (sendfile(2)).
    Moved sendFile(const Piece& piece);
    /// Waits for what a Moved asked for; false where the socket was cancelled or closed.
    Task<bool> wait(Next next);

    /// Says that nothing more comes (close_notify and FIN).
    void finishSending();
    void close();
    void cancel();

    template <typename Buffers, typename Token>
    auto async_read_some(const Buffers& buffers, Token&& token) {
        return run<Direction::Read>(first<boost::asio::mutable_buffer>(buffers), std::forward<Token>(token));
    }
    template <typename Buffers, typename Token>
    auto async_write_some(const Buffers& buffers, Token&& token) {
        return run<Direction::Write>(first<boost::asio::const_buffer>(buffers), std::forward<Token>(token));
    }

private:
    enum class Direction : std::uint8_t { Read, Write };
    static constexpr std::size_t kMostBuffers = 64;

    template <typename Buffer>
    struct Gathered {
        std::array<Buffer, kMostBuffers> buffers;
        std::size_t count = 0;
    };
    template <typename Buffer, typename Buffers>
    static Gathered<Buffer> first(const Buffers& buffers) {
        Gathered<Buffer> some;
        for (auto at = boost::asio::buffer_sequence_begin(buffers);
             at != boost::asio::buffer_sequence_end(buffers) && some.count < kMostBuffers; ++at) {
            const Buffer buffer(*at);
            if (buffer.size() > 0) {
                some.buffers[some.count++] = buffer;
            }
        }
        return some;
    }
    Moved move(const Gathered<boost::asio::mutable_buffer>& into) {
        return into.count == 0
                   ? Moved{}
                   : read({static_cast<std::uint8_t*>(into.buffers[0].data()), into.buffers[0].size()});
    }
    Moved move(const Gathered<boost::asio::const_buffer>& from) {
        return from.count == 0 ? Moved{} : write({from.buffers.data(), from.count});
    }

    template <Direction, typename Buffers, typename Token>
    auto run(Buffers buffers, Token&& token) {
        return boost::asio::async_compose<Token, void(boost::system::error_code, std::size_t)>(
            [this, buffers, hasWaited = false](auto& self, boost::system::error_code error = {}) mutable {
                if (error) {
                    self.complete(error, 0);
                    return;
                }
                const Moved moved = move(buffers);
                if (moved.next == Next::Readable || moved.next == Next::Writable) {
                    hasWaited = true;
                    socket_.async_wait(moved.next == Next::Readable ? boost::asio::socket_base::wait_read
                                                                    : boost::asio::socket_base::wait_write,
                                       std::move(self));
                } else if (hasWaited) {
                    self.complete(moved.error, moved.count);
                } else {
                    // Not from within the call that asked.
                    hasWaited = true;
                    boost::asio::post(get_executor(), [self = std::move(self), moved]() mutable {
                        self.complete(moved.error, moved.count);
                    });
                }
            },
            token, socket_);
    }

    Moved afterTls(int outcome);

    struct TlsDeleter {
        void operator()(ssl_st* tls) const;
    };
    boost::asio::ip::tcp::socket socket_;
    std::unique_ptr<ssl_st, TlsDeleter> tls_;
};

}  // namespace footlight::net
