#include "app/relay/role.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>

#include "app/relay/role_environment.h"

namespace footlight::app {

namespace {

/// After this long a role that does not come to its end is ended by the system.
constexpr unsigned kStopSeconds = 5;
/// Without a supervisor the sockets are wanted elsewhere soon.
constexpr unsigned kOrphanSeconds = 1;

void tellReady(int descriptor) {
    if (descriptor >= 0) {
        [[maybe_unused]] const auto written = ::write(descriptor, "r", 1);
        ::close(descriptor);
    }
}

/// How many seconds the role has to stop.
unsigned waitForEnd(const RoleEnvironment& environment, StopSignals& signals) {
    std::array<pollfd, 2> watched{
        {{signals.descriptor(), POLLIN, 0}, {environment.lifeDescriptor, POLLIN, 0}}};
    for (;;) {
        if (::poll(watched.data(), watched.size(), -1) <= 0) {
            continue;
        }
        if (watched[1].revents != 0) {
            return kOrphanSeconds;
        }
        if (signals.take() != 0) {
            return kStopSeconds;
        }
    }
}

}  // namespace

int runRole(Role& role, const RoleEnvironment& environment, StopSignals& signals, const Logger& logger) {
    if (const auto started = role.start(); !started) {
        std::fprintf(stderr, "footlight-relay: %s\n", started.error().message().c_str());
        role.stop();
        return 1;
    }
    tellReady(environment.readyDescriptor);
    const unsigned seconds = waitForEnd(environment, signals);
    ::alarm(seconds);
    logger.debug("stopping");
    role.stop();
    return 0;
}

}  // namespace footlight::app
