#include "app/relay/role_environment.h"

#include <fcntl.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <optional>

namespace footlight::app {

namespace {

/// A secret does not stay where a crash dump or a child would find it.
std::string takeVariable(const char* name) {
    const char* const value = std::getenv(name);
    std::string text = value != nullptr ? value : "";
    ::unsetenv(name);
    return text;
}

std::optional<int> toDescriptor(std::string_view text) {
    int number = -1;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || ::fcntl(number, F_SETFD, FD_CLOEXEC) != 0) {
        return std::nullopt;
    }
    return number;
}

auto refuse(const std::string& name) {
    return fail(ErrorCategory::Invalid, "role.environment",
                "the environment variable " + name + " is for the supervisor to set; unset it");
}

Result<int> takeDescriptor(const char* name) {
    const std::string text = takeVariable(name);
    if (text.empty()) {
        return -1;
    }
    const auto descriptor = toDescriptor(text);
    return descriptor ? Result<int>(*descriptor) : refuse(name);
}

Result<std::map<std::string, int>> takeSockets() {
    std::map<std::string, int> sockets;
    const std::string text = takeVariable("FOOTLIGHT_ROLE_SOCKETS");
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::string_view entry = rest.substr(0, rest.find(','));
        const std::size_t equals = entry.find('=');
        const auto descriptor =
            equals == std::string_view::npos ? std::nullopt : toDescriptor(entry.substr(equals + 1));
        if (!descriptor) {
            return refuse("FOOTLIGHT_ROLE_SOCKETS");
        }
        sockets.emplace(entry.substr(0, equals), *descriptor);
        rest.remove_prefix(std::min(entry.size() + 1, rest.size()));
    }
    return sockets;
}

}  // namespace

Result<RoleEnvironment> RoleEnvironment::take() {
    RoleEnvironment taken;
    auto sockets = takeSockets();
    const auto ready = takeDescriptor("FOOTLIGHT_ROLE_READY");
    const auto life = takeDescriptor("FOOTLIGHT_ROLE_LIFE");
    if (!sockets) {
        return fail(std::move(sockets.error()));
    }
    if (!ready || !life) {
        return fail(ready ? life.error() : ready.error());
    }
    taken.sockets = std::move(*sockets);
    taken.readyDescriptor = *ready;
    taken.lifeDescriptor = *life;
    taken.hookSecret = Secret(takeVariable("FOOTLIGHT_HOOK_SECRET"));
    taken.ownerToken = Secret(takeVariable("FOOTLIGHT_OWNER_TOKEN"));
    return taken;
}

Result<> RoleEnvironment::openMissing(const std::string& name, const Address& address, SocketKind kind) {
    if (sockets.contains(name)) {
        return {};
    }
    auto socket = ListeningSocket::open(address, kind);
    if (!socket) {
        return fail(std::move(socket.error()));
    }
    sockets.emplace(name, ::fcntl(socket->descriptor(), F_DUPFD_CLOEXEC, 0));
    return {};
}

}  // namespace footlight::app
