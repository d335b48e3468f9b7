#include <cstdio>

#include "app/relay/relay.h"
#include "app/relay/relay_settings.h"
#include "app/relay/role_environment.h"
#include "app/shared/private_files.h"

namespace footlight::app {

namespace {

/// The descriptors and secrets that the role needs; what no supervisor handed over is opened here.
Result<RoleEnvironment> prepare(const CommandLine& line) {
    auto environment = RoleEnvironment::take();
    if (!environment) {
        return environment;
    }
    const bool isOrigin = line.role == "origin";
    if (isOrigin && environment->hookSecret.isEmpty()) {
        return fail(ErrorCategory::Denied, "role.secret",
                    "the origin has no secret for the hub; set FOOTLIGHT_HOOK_SECRET to the hub's");
    }
    if (auto folder = preparePrivateFolder(line.settings.text("relay.data")); !folder) {
        return fail(std::move(folder.error()));
    }
    for (const char* const name : {"rtmp", "media", "hub"}) {
        const bool isWanted = (std::string_view(name) == "hub") != isOrigin;
        const Address address = line.settings.address("relay." + std::string(name));
        auto opened = isWanted ? environment->openMissing(name, address) : Result<>{};
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
