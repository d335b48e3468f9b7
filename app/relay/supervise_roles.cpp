#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <map>

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
constexpr const char* kNowhere = "127.0.0.1:0";

/// What is held for as long as the relay runs.
struct Holdings {
    int lock = -1;
    std::map<std::string, ListeningSocket> sockets;
    std::vector<NamedAddress> addresses;
    int inputs = -1;  ///< an event: the hub lists inputs
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

Result<> hold(Holdings& held, Settings& settings, const std::string& name, SocketKind kind) {
    const std::string key = "relay." + name;
    auto socket = ListeningSocket::open(settings.address(key), kind);
    if (!socket) {
        return fail(std::move(socket.error()));
    }
    held.addresses.push_back({name, socket->address()});
    if (auto known = settings.set(key, socket->address().text(), name); !known) {
        return known;
    }
    held.sockets.emplace(name, std::move(*socket));
    return {};
}

Result<Holdings> acquire(Settings& settings, const Logger& logger) {
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
        if (auto opened = hold(held, settings, name, SocketKind::Tcp); !opened) {
            return fail(std::move(opened.error()));
        }
    }
    // Two relays of one machine are only one too many where they meet: the second does without SRT.
    if (const auto opened = hold(held, settings, "srt", SocketKind::Udp); !opened) {
        logger.warning("no SRT: {}", opened.error().message());
        [[maybe_unused]] const auto known = settings.set("relay.srt", kNowhere, "srt");
    }
    held.inputs = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
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
    const auto socket = [&held](const char* name) {
        return InheritedSocket{name, held.sockets.at(name).descriptor()};
    };
    RolePlan origin{"origin", roleProgram("origin"), {program, "--role", "origin"}, common, {}};
    origin.sockets = {socket("rtmp"), socket("media")};
    RolePlan hub{"hub", roleProgram("hub"), {program, "--role", "hub"}, common, {}};
    hub.sockets = {socket("hub"), {"inputs", held.inputs}};
    RolePlan gateway{"gateway", roleProgram("gateway"), {program, "gateway"}, common, {}};
    gateway.wakes = {held.inputs};
    if (held.sockets.contains("srt")) {
        gateway.sockets = {socket("srt")};
        gateway.wakes.push_back(gateway.sockets[0].descriptor);
    }
    for (; *environment != nullptr; ++environment) {
        if (std::string_view(*environment).starts_with("FOOTLIGHT_OWNER_TOKEN=")) {
            hub.environment.emplace_back(*environment);
        }
    }
    return {gateway, origin, hub};
}

}  // namespace

std::string roleProgram(const std::string& role) {
    return role == "gateway" ? (programFile().parent_path() / "footlight-relay-transcoder").string()
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
    const Logger logger = Logger::toStandardError(logLevel(settings)).child("supervisor");
    const auto held = acquire(settings, logger);
    if (!held) {
        std::fprintf(stderr, "footlight-relay: %s\n", held.error().message().c_str());
        return 1;
    }
    Supervisor supervisor(plan(settings, *held, program, environment), held->addresses, line.portsFile,
                          signals, logger);
    return supervisor.run();
}

}  // namespace footlight::app
