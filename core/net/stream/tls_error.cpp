#include "core/net/stream/tls_error.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <array>
#include <boost/asio/error.hpp>

namespace footlight::net {

std::string tlsWords() {
    const auto code = ERR_peek_last_error();
    if (code == 0) {
        return {};
    }
    if (const char* reason = ERR_reason_error_string(code)) {
        return reason;
    }
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return text.data();
}

Error handshakeError(ssl_st* tls, const boost::system::error_code& error) {
    const auto verified = SSL_get_verify_result(tls);
    if (verified != X509_V_OK) {
        return {
            ErrorCategory::Denied, "tls.certificate",
            std::string("the certificate is not to be trusted: ") + X509_verify_cert_error_string(verified)};
    }
    const auto words = tlsWords();
    if (words.empty() &&
        (error == boost::asio::error::eof || error == boost::asio::error::connection_reset)) {
        return {ErrorCategory::Closed, "tls.closed", "the connection ended in the TLS handshake"};
    }
    return {ErrorCategory::Corrupt, "tls.handshake",
            "the TLS handshake failed: " + (words.empty() ? error.message() : words)};
}

}  // namespace footlight::net
