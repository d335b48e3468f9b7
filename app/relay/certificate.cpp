#include "app/relay/certificate.h"

#include <boost/asio/steady_timer.hpp>

namespace footlight::app {

namespace {

constexpr std::chrono::seconds kLook{5};

}  // namespace

Result<std::shared_ptr<net::TlsServer>> loadCertificate(const Settings& settings) {
    const std::string certificate = settings.text("relay.tls_certificate");
    const std::string key = settings.text("relay.tls_key");
    if (certificate.empty() && key.empty()) {
        return std::shared_ptr<net::TlsServer>();
    }
    if (certificate.empty() || key.empty()) {
        return fail(ErrorCategory::Invalid, "relay.certificate",
                    "relay.tls_certificate and relay.tls_key belong together: give both or neither");
    }
    return net::TlsServer::load({certificate, key});
}

net::Task<> watchCertificate(std::shared_ptr<net::TlsServer> certificate, Logger logger) {
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    for (;;) {
        timer.expires_after(kLook);
        co_await timer.async_wait(boost::asio::use_awaitable);
        const auto changed = certificate->reloadIfChanged();
        if (!changed) {
            logger.warning("the renewed certificate cannot be used: {}", changed.error().text());
        } else if (*changed) {
            logger.info("the renewed certificate is in use");
        }
    }
}

}  // namespace footlight::app
