// footlight-relay-origin: the role `origin`, run by footlight-relay.
#include <sys/stat.h>

#include <cstdio>

#include "app/relay/origin_role.h"
#include "app/relay/relay.h"

extern char** environ;

int main(int argc, char** argv) {
    using namespace footlight::app;
    ::umask(S_IRWXG | S_IRWXO);
    auto line = readCommandLine(argc, argv, environ);
    if (!line) {
        std::fprintf(stderr, "footlight-relay: %s\n", line.error().message().c_str());
        return 2;
    }
    line->role = "origin";
    return serveRole(
        *line, [](const Settings& settings, const RoleEnvironment& environment, footlight::Logger logger) {
            return std::make_unique<OriginRole>(settings, environment, std::move(logger));
        });
}
