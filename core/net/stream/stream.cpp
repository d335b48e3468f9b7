#include "core/net/stream/stream.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/sendfile.h>

#include <algorithm>
#include <csignal>

#include "core/net/stream/tls.h"
#include "core/net/stream/tls_error.h"

namespace footlight::net {

namespace asio = boost::asio;

namespace {

/// One TLS record.
constexpr std::size_t kRecord = 16 * 1024;
constexpr std::size_t kMostAtOnce = 1024 * 1024;

/// OpenSSL and sendfile(2) write without MSG_NOSIGNAL: a peer that went would end the process.
void ignoreBrokenPipes() {
    static const bool once = [] {
        struct sigaction action {};
        action.sa_handler = SIG_IGN;
        return ::sigaction(SIGPIPE, &action, nullptr) == 0;
    }();
    static_cast<void>(once);
}

/// Short buffers become one record; a long one goes as it is. The same buffers always give the same bytes.
asio::const_buffer gather(std::span<const asio::const_buffer> buffers) {
    const auto full =
        std::find_if(buffers.begin(), buffers.end(), [](const auto& one) { return one.size() > 0; });
    if (full->size() >= kRecord || full + 1 == buffers.end()) {
        return *full;
    }
    thread_local std::array<char, kRecord> record;
    std::size_t size = 0;
    for (const auto& buffer : buffers) {
        size += asio::buffer_copy(asio::buffer(record) + size, buffer);
    }
    return asio::buffer(record, size);
}

Stream::Moved afterSystemCall(const boost::system::error_code& error, std::size_t count, Stream::Next retry) {
    if (!error) {
        return {count, Stream::Next::Now, {}};
    }
    if (error == asio::error::would_block || error == asio::error::try_again) {
        return {0, retry, {}};
    }
    return {0, Stream::Next::Never, error};
}

}  // namespace

void Stream::TlsDeleter::operator()(ssl_st* tls) const { SSL_free(tls); }

Stream::Stream(asio::ip::tcp::socket socket) : socket_(std::move(socket)) {
    ignoreBrokenPipes();
    boost::system::error_code ignored;
    socket_.non_blocking(true, ignored);
}

Stream::Stream(Stream&& other) noexcept = default;
Stream::~Stream() = default;

void Stream::secure(const TlsServer& server) {
    tls_.reset(server.make());
    SSL_set_fd(tls_.get(), socket_.native_handle());
    SSL_set_accept_state(tls_.get());
}

Result<void> Stream::secure(const TlsClient& client, const std::string& host) {
    auto made = client.make(host);
    if (!made) {
        return fail(std::move(made.error()));
    }
    tls_.reset(*made);
    SSL_set_fd(tls_.get(), socket_.native_handle());
    SSL_set_connect_state(tls_.get());
    return {};
}

Task<Result<void>> Stream::shakeHands() {
    while (tls_) {
        ERR_clear_error();
        const int outcome = SSL_do_handshake(tls_.get());
        if (outcome == 1) {
            break;
        }
        const auto moved = afterTls(outcome);
        if (moved.next == Next::Never) {
            co_return fail(handshakeError(tls_.get(), moved.error));
        }
        if (!co_await wait(moved.next)) {
            co_return fail(ErrorCategory::Closed, "tls.closed", "the connection ended in the TLS handshake");
        }
    }
    co_return Result<void>();
}

Task<Result<std::uint8_t>> Stream::firstByte() {
    for (;;) {
        std::uint8_t byte = 0;
        boost::system::error_code error;
        socket_.receive(asio::buffer(&byte, 1), asio::socket_base::message_peek, error);
        if (!error) {
            co_return byte;
        }
        if (error != asio::error::would_block || !co_await wait(Next::Readable)) {
            co_return fail(ErrorCategory::Closed, "net.closed", "the connection ended before its first byte");
        }
    }
}

bool Stream::hasPending() const { return tls_ && SSL_pending(tls_.get()) > 0; }

/// What stands in the way after OpenSSL did not do it all.
Stream::Moved Stream::afterTls(int outcome) {
    switch (SSL_get_error(tls_.get(), outcome)) {
        case SSL_ERROR_WANT_READ:
            return {0, Next::Readable, {}};
        case SSL_ERROR_WANT_WRITE:
            return {0, Next::Writable, {}};
        case SSL_ERROR_ZERO_RETURN:
            return {0, Next::Never, asio::error::eof};
        case SSL_ERROR_SYSCALL:
            if (errno != 0) {
                return {0, Next::Never, asio::error::connection_reset};
            }
            return {0, Next::Never, asio::error::eof};
        default:
            return {0, Next::Never, asio::error::connection_aborted};
    }
}

Stream::Moved Stream::read(std::span<std::uint8_t> into) {
    if (!tls_) {
        boost::system::error_code error;
        const auto count = socket_.read_some(asio::buffer(into.data(), into.size()), error);
        return afterSystemCall(error, count, Next::Readable);
    }
    ERR_clear_error();
    std::size_t count = 0;
    const int outcome = SSL_read_ex(tls_.get(), into.data(), into.size(), &count);
    return outcome == 1 ? Moved{count, Next::Now, {}} : afterTls(outcome);
}

Stream::Moved Stream::write(std::span<const asio::const_buffer> from, More more) {
    if (!tls_) {
        const auto pieces = from.first(std::min(from.size(), kMostBuffers));
        const bool holdsBack = more == More::Follows || pieces.size() < from.size();
        boost::system::error_code error;
        const auto count = socket_.send(pieces, holdsBack ? MSG_MORE : 0, error);
        return afterSystemCall(error, count, Next::Writable);
    }
    if (asio::buffer_size(from) == 0) {
        return {};
    }
    const auto bytes = gather(from);
    ERR_clear_error();
    std::size_t count = 0;
    const int outcome = SSL_write_ex(tls_.get(), bytes.data(), bytes.size(), &count);
    return outcome == 1 ? Moved{count, Next::Now, {}} : afterTls(outcome);
}

Stream::Moved Stream::sendFile(const Piece& piece) {
    if (!tls_) {
        auto offset = static_cast<off_t>(piece.offset);
        const auto sent = ::sendfile(socket_.native_handle(), piece.file->descriptor(), &offset,
                                     std::min<std::uint64_t>(piece.size, kMostAtOnce));
        if (sent == 0) {
            return {0, Next::Never, asio::error::misc_errors::eof};  // the file is shorter than it should be
        }
        const boost::system::error_code error(sent < 0 ? errno : 0, boost::system::system_category());
        return afterSystemCall(error, sent < 0 ? 0 : static_cast<std::size_t>(sent), Next::Writable);
    }
    std::array<std::uint8_t, kRecord> record;
    const auto count =
        ::pread(piece.file->descriptor(), record.data(), std::min<std::uint64_t>(piece.size, kRecord),
                static_cast<off_t>(piece.offset));
    if (count <= 0) {
        return {0, Next::Never, asio::error::misc_errors::eof};
    }
    const std::array<asio::const_buffer, 1> buffer{
        asio::buffer(record.data(), static_cast<std::size_t>(count))};
    return write(buffer);
}

Task<bool> Stream::wait(Next next) {
    const auto what = next == Next::Readable ? asio::socket_base::wait_read : asio::socket_base::wait_write;
    auto [error] = co_await socket_.async_wait(what, kValues);
    co_return !error;
}

void Stream::finishSending() {
    if (tls_) {
        ERR_clear_error();
        SSL_shutdown(tls_.get());
    }
    boost::system::error_code ignored;
    socket_.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

void Stream::close() {
    boost::system::error_code ignored;
    socket_.close(ignored);
}

void Stream::cancel() {
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

}  // namespace footlight::net
