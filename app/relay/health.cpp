#include "app/relay/health.h"

#include <numeric>

#include "app/relay/metrics_text.h"

namespace footlight::app {

using net::Task;
using net::http::problem;
using net::http::Request;
using net::http::Response;
using net::http::textResponse;

namespace {

bool isLoopback(const std::string& address) {
    return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

Response uncached(Response response) { return std::move(response).with("Cache-Control", "no-store"); }

Response metrics(const Request& request, const Health& health) {
    if (!health.metricsForAnyone && !isLoopback(request.peerAddress)) {
        return problem(403, "metrics.denied", "Forbidden",
                       "metrics are for programs on the relay's machine; see relay.metrics_from");
    }
    MetricsText text;
    text.process();
    if (health.isReady) {
        health.writeMetrics(text);
    }
    return uncached(textResponse(200, "text/plain; version=0.0.4", text.text()));
}

}  // namespace

void addHealthRoutes(net::http::Router& router, const std::shared_ptr<const Health>& health) {
    using net::http::Method;
    router.add(Method::Get, "/healthz", [](Request) -> Task<Response> {
        co_return uncached(textResponse(200, "text/plain", "ok\n"));
    });
    router.add(Method::Get, "/readyz", [health](Request) -> Task<Response> {
        const bool isReady = health->isReady;
        co_return uncached(
            textResponse(isReady ? 200 : 503, "text/plain", isReady ? "ready\n" : "not ready\n"));
    });
    router.add(Method::Get, "/metrics",
               [health](Request request) -> Task<Response> { co_return metrics(request, *health); });
}

void writeHttpMetrics(MetricsText& text, const std::vector<const net::http::ServerCounters*>& servers) {
    using net::http::ServerCounters;
    const auto sum = [&](std::atomic<std::uint64_t> ServerCounters::*member) {
        return std::accumulate(
            servers.begin(), servers.end(), 0.0, [&](double total, const ServerCounters* one) {
                return total + static_cast<double>((one->*member).load(std::memory_order_relaxed));
            });
    };
    text.gauge("footlight_http_connections", "Open HTTP and WebSocket connections.",
               sum(&ServerCounters::open));
    text.counter("footlight_http_accepted_total", "Connections accepted.", sum(&ServerCounters::accepted));
    text.counter("footlight_http_refused_total", "Connections over a limit.", sum(&ServerCounters::refused));
    text.counter("footlight_http_requests_total", "Requests read.", sum(&ServerCounters::requests));
    text.counter("footlight_http_bad_requests_total", "Requests refused as no valid HTTP.",
                 sum(&ServerCounters::badRequests));
    text.counter("footlight_http_timed_out_total", "Connections ended at a deadline.",
                 sum(&ServerCounters::timedOut));
    text.counter("footlight_http_sent_bytes_total", "Bytes sent.", sum(&ServerCounters::bytesSent));
}

}  // namespace footlight::app
