#include "core/net/stream/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdlib>

#include "core/net/stream/tls_error.h"

namespace footlight::net {
namespace {

constexpr const char* kCiphers = "ECDHE+AESGCM:ECDHE+CHACHA20";
constexpr std::array<unsigned char, 9> kHttp11{8, 'h', 't', 't', 'p', '/', '1', '.', '1'};

Result<TlsContext> makeContext(const SSL_METHOD* method) {
    TlsContext context(SSL_CTX_new(method), SSL_CTX_free);
    if (!context) {
        return fail(ErrorCategory::Unavailable, "tls.context", "OpenSSL cannot be used: " + tlsWords());
    }
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_cipher_list(context.get(), kCiphers);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION |
                                           SSL_OP_CIPHER_SERVER_PREFERENCE | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                        SSL_MODE_RELEASE_BUFFERS);
    return context;
}

/// HTTP/1.1 is what we speak (RFC 7301); who asks for nothing, as RTMPS does, gets nothing.
int chooseProtocol(SSL*, const unsigned char** chosen, unsigned char* length, const unsigned char* offered,
                   unsigned int size, void*) {
    unsigned char* found = nullptr;
    if (SSL_select_next_proto(&found, length, kHttp11.data(), kHttp11.size(), offered, size) !=
        OPENSSL_NPN_NEGOTIATED) {
        return SSL_TLSEXT_ERR_NOACK;
    }
    *chosen = found;
    return SSL_TLSEXT_ERR_OK;
}

tl::unexpected<Error> unusable(const char* what, const std::filesystem::path& file) {
    std::error_code ignored;
    const bool exists = std::filesystem::exists(file, ignored);
    return fail(exists ? ErrorCategory::Corrupt : ErrorCategory::NotFound, "tls.file",
                std::string("the ") + what + " " + file.string() +
                    (exists ? " cannot be used: " + tlsWords() : std::string(" does not exist")) +
                    "; give a PEM file");
}

bool isAddress(const std::string& host) {
    return host.find(':') != std::string::npos || host.find_first_not_of("0123456789.") == std::string::npos;
}

/// Whether OpenSSL finds a certificate there by its name's hash: HHHHHHHH.0, as c_rehash(1) makes them.
bool isHashed(const std::filesystem::path& folder) {
    std::error_code error;
    for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
        if (at->path().extension() == ".0") {
            return true;
        }
    }
    return false;
}

/// A hashed folder is looked into where a certificate is in question; the bundle is parsed as a whole, which
/// takes 25 ms and 2 MiB.
void trustTheSystem(SSL_CTX* context) {
    SSL_CTX_set_default_verify_dir(context);
    const char* const folder = std::getenv(X509_get_default_cert_dir_env());
    if (std::getenv(X509_get_default_cert_file_env()) != nullptr ||
        !isHashed(folder != nullptr ? folder : X509_get_default_cert_dir())) {
        SSL_CTX_set_default_verify_file(context);
    }
}

}  // namespace

Result<std::shared_ptr<TlsServer>> TlsServer::load(Files files) {
    std::shared_ptr<TlsServer> server(new TlsServer(std::move(files)));
    server->stamp_ = server->stamp();
    auto context = server->read();
    if (!context) {
        return fail(std::move(context.error()));
    }
    server->context_.store(std::move(*context));
    return server;
}

Result<TlsContext> TlsServer::read() const {
    auto context = makeContext(TLS_server_method());
    if (!context) {
        return context;
    }
    ERR_clear_error();
    if (SSL_CTX_use_certificate_chain_file(context->get(), files_.certificate.c_str()) != 1) {
        return unusable("certificate", files_.certificate);
    }
    if (SSL_CTX_use_PrivateKey_file(context->get(), files_.key.c_str(), SSL_FILETYPE_PEM) != 1) {
        return ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH
                   ? fail(ErrorCategory::Invalid, "tls.pair",
                          "the key " + files_.key.string() + " does not belong to the certificate " +
                              files_.certificate.string())
                   : unusable("key", files_.key);
    }
    SSL_CTX_set_alpn_select_cb(context->get(), chooseProtocol, nullptr);
    return context;
}

TlsServer::Stamp TlsServer::stamp() const {
    std::error_code ignored;
    return {std::filesystem::last_write_time(files_.certificate, ignored),
            std::filesystem::last_write_time(files_.key, ignored)};
}

Result<bool> TlsServer::reloadIfChanged() {
    const auto now = stamp();
    if (now == stamp_) {
        return false;
    }
    stamp_ = now;
    auto context = read();
    if (!context) {
        return fail(std::move(context.error()).within("reloading the certificate"));
    }
    context_.store(std::move(*context));
    return true;
}

ssl_st* TlsServer::make() const { return SSL_new(context_.load().get()); }

Result<std::shared_ptr<TlsClient>> TlsClient::create(const std::filesystem::path& authorities) {
    auto context = makeContext(TLS_client_method());
    if (!context) {
        return fail(std::move(context.error()));
    }
    SSL_CTX_set_verify(context->get(), SSL_VERIFY_PEER, nullptr);
    if (!authorities.empty() &&
        SSL_CTX_load_verify_locations(context->get(), authorities.c_str(), nullptr) != 1) {
        return unusable("file of authorities", authorities);
    }
    return std::shared_ptr<TlsClient>(new TlsClient(std::move(*context)));
}

Result<ssl_st*> TlsClient::make(const std::string& host) const {
    std::call_once(system_, [this] { trustTheSystem(context_.get()); });
    SSL* tls = SSL_new(context_.get());
    const bool isNamed =
        isAddress(host)
            ? X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), host.c_str()) == 1
            : SSL_set1_host(tls, host.c_str()) == 1 && SSL_set_tlsext_host_name(tls, host.c_str()) == 1;
    if (!isNamed) {
        SSL_free(tls);
        return fail(ErrorCategory::Invalid, "tls.host",
                    "\"" + host + "\" is no name that a certificate can have");
    }
    return tls;
}

}  // namespace footlight::net
