#include "app/relay/health.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "app/relay/metrics_text.h"

namespace footlight::app {
namespace {

net::http::Response ask(const net::http::Router& router, std::string path, std::string peer = "127.0.0.1") {
    boost::asio::io_context loop;
    net::http::Request request;
    request.path = std::move(path);
    request.peerAddress = std::move(peer);
    auto answer = boost::asio::co_spawn(loop, router.handle(std::move(request)), boost::asio::use_future);
    loop.run();
    return answer.get();
}

std::shared_ptr<Health> health() {
    auto made = std::make_shared<Health>();
    made->writeMetrics = [](MetricsText& text) { text.gauge("footlight_test", "A test.", 7); };
    return made;
}

}  // namespace

TEST(Health, ReadyFollowsTheRole) {
    const auto shared = health();
    net::http::Router router;
    addHealthRoutes(router, shared);
    EXPECT_EQ(ask(router, "/healthz").status, 200U);
    EXPECT_EQ(ask(router, "/readyz").status, 503U);
    shared->isReady = true;
    EXPECT_EQ(ask(router, "/readyz").status, 200U);
}

TEST(Health, MetricsAreForThisMachineUnlessToldOtherwise) {
    const auto shared = health();
    shared->isReady = true;
    net::http::Router router;
    addHealthRoutes(router, shared);
    const auto own = ask(router, "/metrics");
    EXPECT_EQ(own.status, 200U);
    EXPECT_NE(textOf(*own.body.front().memory).find("footlight_test 7\n"), std::string::npos);
    EXPECT_EQ(ask(router, "/metrics", "192.0.2.1").status, 403U);
    shared->metricsForAnyone = true;
    EXPECT_EQ(ask(router, "/metrics", "192.0.2.1").status, 200U);
}

}  // namespace footlight::app
