#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdio>

#include "app/relay/administration_commands.h"
#include "app/relay/command_line.h"
#include "app/relay/hub_role.h"
#include "app/relay/origin_role.h"
#include "app/relay/relay.h"

extern char** environ;

namespace {

constexpr rlim_t kOpenFiles = 65'536;

void raiseOpenFiles() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, kOpenFiles));
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// Parts are made on one thread and let go of on another: with an arena for each thread the memory that one
/// has no use for is out of the other's reach, and a relay of days grows. The origin has some more.
void shareMemoryArenas() {
    constexpr int kArenas = 2;
    ::mallopt(M_ARENA_MAX, kArenas);
}

int complain(const footlight::Error& error, int code) {
    std::fprintf(stderr, "footlight-relay: %s\n", error.message().c_str());
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace footlight::app;
    ::umask(S_IRWXG | S_IRWXO);
    raiseOpenFiles();
    shareMemoryArenas();
    const auto line = readCommandLine(argc, argv, environ);
    if (!line) {
        return complain(line.error(), 2);
    }
    if (line->verb != Verb::Serve) {
        const auto done = administrate(*line);
        return done ? 0 : complain(done.error(), 1);
    }
    if (line->role.empty()) {
        return superviseRoles(*line, argv[0], environ);
    }
    return serveRole(*line,
                     [&line](const Settings& settings, const RoleEnvironment& environment,
                             footlight::Logger logger) -> std::unique_ptr<Role> {
                         if (line->role == "origin") {
                             return std::make_unique<OriginRole>(settings, environment, std::move(logger));
                         }
                         return std::make_unique<HubRole>(settings, environment, std::move(logger));
                     });
}
