#include <array>
#include <cstdio>

#include "app/relay/relay.h"
#include "app/relay/relay_settings.h"
#include "app/relay/role_environment.h"
#include "app/shared/private_files.h"

namespace footlight::app {

namespace {

struct WantedSocket {
    const char* role;
    const char* name;
    SocketKind kind;
};
constexpr std::array<WantedSocket, 4> kSockets{{{"origin", "rtmp", SocketKind::Tcp},
                                                {"origin", "media", SocketKind::Tcp},
                                                {"hub", "hub", SocketKind::Tcp},
                                                {"gateway", "srt", SocketKind::Udp}}};

/// The descriptors and secrets that the role needs; what no supervisor handed over is opened here.
Result<RoleEnvironment> prepare(const CommandLine& line) {
    auto environment = RoleEnvironment::take();
    if (!environment) {
        return environment;
    }
    if (line.role != "hub" && environment->hookSecret.isEmpty()) {
        return fail(
            ErrorCategory::Denied, "role.secret",
            "the " + line.role + " has no secret for the hub; set FOOTLIGHT_HOOK_SECRET to the hub's");
    }
    if (auto folder = preparePrivateFolder(line.settings.text("relay.data")); !folder) {
        return fail(std::move(folder.error()));
    }
    for (const WantedSocket& socket : kSockets) {
        const Address address = line.settings.address("relay." + std::string(socket.name));
        // Port 0 means that the supervisor has no socket for SRT.
        const bool isWanted =
            line.role == socket.role && (socket.kind == SocketKind::Tcp || address.port != 0);
        auto opened = isWanted ? environment->openMissing(socket.name, address, socket.kind) : Result<>{};
        if (!opened) {
            return fail(std::move(opened.error()));
        }
    }
    return environment;
}

}  // namespace

int serveRole(const CommandLine& line, const MakeRole& make) {
    StopSignals signals;
    const auto environment = prepare(line);
    if (!environment) {
        std::fprintf(stderr, "footlight-relay: %s\n", environment.error().message().c_str());
        return 1;
    }
    const Logger logger = Logger::toStandardError(logLevel(line.settings)).child(line.role);
    const auto role = make(line.settings, *environment, logger);
    return runRole(*role, *environment, signals, logger);
}

}  // namespace footlight::app
