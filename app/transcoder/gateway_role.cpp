#include "app/transcoder/gateway_role.h"

#include <unistd.h>

#include <csignal>

#include "app/relay/blocking.h"
#include "app/relay/role_environment.h"
#include "app/shared/paths.h"
#include "core/net/async/event_loops.h"
#include "core/relay/gateway/gateway.h"

namespace footlight::app {

using net::Task;
using relay::gateway::Gateway;
using relay::gateway::GatewayOptions;

namespace {

std::string reachable(const std::string& host) {
    return host == "0.0.0.0" ? "127.0.0.1" : host == "::" ? "::1" : host;
}

GatewayOptions optionsOf(const Settings& settings, const RoleEnvironment& environment) {
    const Address origin = settings.address("relay.rtmp");
    const Address hub = settings.address("relay.hub");
    const auto srt = environment.sockets.find("srt");
    GatewayOptions options;
    options.program = programFile();
    options.originHost = reachable(origin.host);
    options.originPort = origin.port;
    options.hub = {reachable(hub.host), hub.port, environment.hookSecret};
    options.authorities = settings.text("relay.tls_authorities");
    options.srtDescriptor = srt != environment.sockets.end() ? srt->second : -1;
    options.srtPassphrase = Secret(settings.text("srt.passphrase"));
    options.srtIsOpen = settings.isOn("srt.open");
    options.srtLatency = static_cast<int>(settings.number("srt.latency_ms"));
    options.idle = [] { ::kill(::getpid(), SIGTERM); };
    return options;
}

}  // namespace

struct GatewayRole::State {
    State(GatewayOptions with, Logger to) : options(std::move(with)), logger(std::move(to)) {}

    Task<Result<>> begin();
    Task<> end();

    GatewayOptions options;
    Logger logger;
    std::unique_ptr<Gateway> gateway;
    net::EventLoops loops{1};
};

Task<Result<>> GatewayRole::State::begin() {
    gateway = std::make_unique<Gateway>(loops.executor(0), std::move(options), logger);
    co_return gateway->start();
}

Task<> GatewayRole::State::end() {
    co_await gateway->close();
    gateway.reset();
}

GatewayRole::GatewayRole(const Settings& settings, const RoleEnvironment& environment, Logger logger)
    : state_(std::make_unique<State>(optionsOf(settings, environment), std::move(logger))) {}
GatewayRole::~GatewayRole() = default;

Result<> GatewayRole::start() { return runOn(state_->loops.executor(0), state_->begin()); }

void GatewayRole::stop() { runOn(state_->loops.executor(0), state_->end()); }

}  // namespace footlight::app
