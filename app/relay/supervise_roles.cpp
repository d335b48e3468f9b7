#include <fcntl.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "app/relay/key_files.h"
#include "app/relay/relay.h"
#include "app/relay/relay_settings.h"
#include "app/relay/supervisor.h"
#include "app/shared/paths.h"
#include "app/shared/private_files.h"
#include "core/base/secret.h"

namespace footlight::app {

namespace {

constexpr unsigned kHookSecretBits = 256;

/// What is held for as long as the relay runs.
struct Holdings {
    int lock = -1;
    std::vector<ListeningSocket> sockets;
    std::vector<NamedAddress> addresses;
};

/// One relay a data folder; the descriptor is held until the process ends.
Result<int> lockFolder(const std::filesystem::path& folder) {
    const int lock = ::open((folder / "relay.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (lock < 0 || ::flock(lock, LOCK_EX | LOCK_NB) != 0) {
        return fail(ErrorCategory::Conflict, "relay.lock",
                    "another footlight-relay uses the data folder " + folder.string() +
                        "; stop it or choose another folder with --data");
    }
    return lock;
}

Result<Holdings> acquire(Settings& settings) {
    Holdings held;
    const std::filesystem::path folder = settings.text("relay.data");
    if (auto prepared = preparePrivateFolder(folder); !prepared) {
        return fail(std::move(prepared.error()));
    }
    const auto lock = lockFolder(folder);
    if (!lock) {
        return fail(lock.error());
    }
    held.lock = *lock;
    // Made here, before two roles want them at once.
    if (const auto keys = KeyFiles::open(settings); !keys) {
        return fail(keys.error());
    }
    for (const char* const name : {"rtmp", "media", "hub"}) {
        const std::string key = "relay." + std::string(name);
        auto socket = ListeningSocket::open(settings.address(key));
        if (!socket) {
            return fail(std::move(socket.error()));
        }
        held.addresses.push_back({name, socket->address()});
        if (auto known = settings.set(key, socket->address().text(), name); !known) {
            return fail(std::move(known.error()));
        }
        held.sockets.push_back(std::move(*socket));
    }
    return held;
}

/// Ours without the settings, which the role gets as they stand now, and without the owner's token.
std::vector<std::string> roleEnvironment(const Settings& settings, char** environment,
                                         const Secret& hookSecret) {
    std::vector<std::string> entries = settings.asEnvironment(kEnvironmentPrefix, kSettingsHome);
    for (; *environment != nullptr; ++environment) {
        const std::string_view entry(*environment);
        if (!entry.starts_with(kEnvironmentPrefix) && !entry.starts_with("FOOTLIGHT_OWNER_TOKEN=") &&
            !entry.starts_with("FOOTLIGHT_HOOK_SECRET=")) {
            entries.emplace_back(entry);
        }
    }
    entries.push_back("FOOTLIGHT_HOOK_SECRET=" + hookSecret.reveal());
    return entries;
}

std::vector<RolePlan> plan(const Settings& settings, const Holdings& held, const std::string& program,
                           char** environment) {
    const auto common = roleEnvironment(settings, environment, Secret::random(kHookSecretBits));
    RolePlan origin{"origin", roleProgram("origin"), {program, "--role", "origin"}, common, {}};
    origin.sockets = {{"rtmp", held.sockets[0].descriptor()}, {"media", held.sockets[1].descriptor()}};
    RolePlan hub{"hub", roleProgram("hub"), {program, "--role", "hub"}, common, {}};
    hub.sockets = {{"hub", held.sockets[2].descriptor()}};
    for (; *environment != nullptr; ++environment) {
        if (std::string_view(*environment).starts_with("FOOTLIGHT_OWNER_TOKEN=")) {
            hub.environment.emplace_back(*environment);
        }
    }
    return {origin, hub};
}

}  // namespace

std::string roleProgram(const std::string& role) {
    return role == "origin" ? (programFile().parent_path() / "footlight-relay-origin").string()
                            : "/proc/self/exe";
}

int superviseRoles(const CommandLine& line, const std::string& program, char** environment) {
    StopSignals signals;
    if (line.stopsWithParent) {
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    }
    std::error_code ignored;
    std::filesystem::remove(line.portsFile, ignored);
    Settings settings = line.settings;
    const auto held = acquire(settings);
    if (!held) {
        std::fprintf(stderr, "footlight-relay: %s\n", held.error().message().c_str());
        return 1;
    }
    const Logger logger = Logger::toStandardError(logLevel(settings)).child("supervisor");
    Supervisor supervisor(plan(settings, *held, program, environment), held->addresses, line.portsFile,
                          signals, logger);
    return supervisor.run();
}

}  // namespace footlight::app
