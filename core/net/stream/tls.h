#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "core/base/result.h"

struct ssl_st;
struct ssl_ctx_st;

namespace footlight::net {

using TlsContext = std::shared_ptr<ssl_ctx_st>;

/// The certificate that our servers show, with its key. TLS 1.2 (ECDHE and AEAD only) and 1.3, no
/// renegotiation, no compression (RELIABILITY L24). Shared by every server of the process; any thread.
class TlsServer {
public:
    struct Files {
        std::filesystem::path certificate;  ///< PEM, the whole chain, ours first
        std::filesystem::path key;          ///< PEM, not encrypted
    };
    /// NotFound or Corrupt with the file's name where a file cannot be used; Invalid where the key belongs to
    /// another certificate.
    static Result<std::shared_ptr<TlsServer>> load(Files files);

    /// Takes the files anew where they have changed; connections that are open stay as they are. An error
    /// leaves what was. True where something changed. Blocks for a few reads.
    Result<bool> reloadIfChanged();

    /// A new connection's state; owned by the caller.
    [[nodiscard]] ssl_st* make() const;

private:
    struct Stamp {
        std::filesystem::file_time_type certificate;
        std::filesystem::file_time_type key;
        bool operator==(const Stamp&) const = default;
    };
    explicit TlsServer(Files files) : files_(std::move(files)) {}
    [[nodiscard]] Result<TlsContext> read() const;
    [[nodiscard]] Stamp stamp() const;

    Files files_;
    Stamp stamp_;  ///< of what was tried last; touched by reloadIfChanged() alone
    std::atomic<TlsContext> context_;
};

/// Whom our clients trust: the system's authorities (SSL_CERT_DIR and SSL_CERT_FILE name others), and those
/// of a file where one is given. TLS 1.2 and 1.3. Any thread.
class TlsClient {
public:
    /// `authorities`: PEM; empty: the system's alone. NotFound, Corrupt.
    static Result<std::shared_ptr<TlsClient>> create(const std::filesystem::path& authorities = {});

    /// A new connection's state that accepts the certificate of `host` alone; owned by the caller.
    [[nodiscard]] Result<ssl_st*> make(const std::string& host) const;

private:
    explicit TlsClient(TlsContext context) : context_(std::move(context)) {}
    TlsContext context_;
    mutable std::once_flag system_;  ///< its authorities are read with the first connection
};

}  // namespace footlight::net
