#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>

#include "core/net/http/router.h"

namespace footlight::app {

class MetricsText;

struct Health {
    std::atomic<bool> isReady{false};
    bool metricsForAnyone = false;
    std::function<void(MetricsText&)> writeMetrics;  ///< called on any HTTP loop
};

/// /healthz: the process answers. /readyz: it serves; 503 while it starts or stops. /metrics: Prometheus, for
/// programs on this machine unless the settings say otherwise.
void addHealthRoutes(net::http::Router& router, const std::shared_ptr<const Health>& health);

/// What an HTTP server counted, as footlight_http_*.
void writeHttpMetrics(MetricsText& text, const std::vector<const net::http::ServerCounters*>& servers);

}  // namespace footlight::app
