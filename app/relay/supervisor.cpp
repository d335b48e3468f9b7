#include "app/relay/supervisor.h"

#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>

#include "app/shared/private_files.h"

namespace footlight::app {

namespace {

constexpr std::chrono::seconds kReadyWithin{30};
constexpr std::chrono::seconds kStopWithin{6};
constexpr std::chrono::milliseconds kLongest{3'600'000};

bool isReadable(const pollfd& watched) { return watched.revents != 0; }

Address reachable(Address address) {
    if (address.host == "0.0.0.0") {
        address.host = "127.0.0.1";
    } else if (address.host == "::") {
        address.host = "::1";
    }
    return address;
}

}  // namespace

std::string portsText(const std::vector<NamedAddress>& addresses) {
    std::string text;
    for (const NamedAddress& one : addresses) {
        text += (text.empty() ? "{\"" : ",\"") + one.name + "\":\"" + reachable(one.address).text() + "\"";
    }
    return text + "}\n";
}

Supervisor::Supervisor(std::vector<RolePlan> plans, std::vector<NamedAddress> addresses,
                       std::filesystem::path portsFile, StopSignals& signals, Logger logger)
    : addresses_(std::move(addresses)),
      portsFile_(std::move(portsFile)),
      signals_(signals),
      logger_(std::move(logger)) {
    const auto now = std::chrono::steady_clock::now();
    for (RolePlan& plan : plans) {
        const bool isAsleep = !plan.wakes.empty();
        roles_.push_back(Role{RoleProcess(std::move(plan)), {}, now, now, false, false, isAsleep});
    }
}

int Supervisor::run() {
    while (!isStopping_) {
        startDue(std::chrono::steady_clock::now());
        waitForEvents();
    }
    stop();
    return exitCode_;
}

void Supervisor::startDue(SteadyTime now) {
    for (Role& role : roles_) {
        if (!role.process.isRunning() && !role.isAsleep && now >= role.startAt) {
            role.readyBy = now + kReadyWithin;
            if (const auto started = role.process.start(); !started) {
                logger_.error("{}", started.error().text());
                role.startAt = now + RestartBudget::kRest;
            }
        } else if (role.process.isRunning() && !role.isReady && now >= role.readyBy) {
            logger_.error("the role {} is not ready after {} s; it is started again", role.process.name(),
                          kReadyWithin.count());
            role.readyBy = SteadyTime::max();
            role.process.signal(SIGKILL);
        }
    }
}

/// Milliseconds until something is due.
int Supervisor::timeout(SteadyTime now) const {
    SteadyTime next = now + kLongest;
    for (const Role& role : roles_) {
        if (!role.process.isRunning()) {
            next = role.isAsleep ? next : std::min(next, role.startAt);
        } else if (!role.isReady) {
            next = std::min(next, role.readyBy);
        }
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(next - now).count();
    return static_cast<int>(std::max<std::int64_t>(left, 0));
}

void Supervisor::waitForEvents() {
    std::vector<pollfd> watched{{signals_.descriptor(), POLLIN, 0}};
    for (const Role& role : roles_) {
        watched.push_back({role.process.readyDescriptor(), POLLIN, 0});
        watched.push_back({role.process.endDescriptor(), POLLIN, 0});
    }
    for (const Role& role : roles_) {
        for (const int descriptor : role.process.wakes()) {
            watched.push_back({role.isAsleep ? descriptor : -1, POLLIN, 0});
        }
    }
    if (::poll(watched.data(), watched.size(), timeout(std::chrono::steady_clock::now())) <= 0) {
        return;
    }
    if (isReadable(watched[0]) && signals_.take() != 0) {
        isStopping_ = true;
        return;
    }
    std::size_t wakes = 1 + 2 * roles_.size();
    for (std::size_t i = 0; i < roles_.size(); ++i) {
        if (isReadable(watched[1 + 2 * i])) {
            roleSpoke(roles_[i]);
        }
        if (isReadable(watched[2 + 2 * i])) {
            roleEnded(roles_[i]);
        }
        for (const int descriptor : roles_[i].process.wakes()) {
            if (isReadable(watched[wakes++])) {
                wake(roles_[i], descriptor, std::chrono::steady_clock::now());
            }
        }
    }
}

/// What an event's descriptor holds is taken; a datagram is left to the role.
void Supervisor::wake(Role& role, int descriptor, SteadyTime now) {
    struct stat kind {};
    if (::fstat(descriptor, &kind) == 0 && !S_ISSOCK(kind.st_mode)) {
        std::uint64_t events = 0;
        [[maybe_unused]] const auto taken = ::read(descriptor, &events, sizeof events);
    }
    role.isAsleep = false;
    role.startAt = std::max(role.startAt, now);
}

void Supervisor::roleSpoke(Role& role) {
    role.isReady = role.process.takeReady();
    if (!role.isReady) {
        return;
    }
    role.wasReady = true;
    logger_.info("the role {} is ready (process {})", role.process.name(), role.process.pid());
    if (!isAnnounced_ &&
        std::ranges::all_of(roles_, [](const Role& one) { return one.isReady || one.isAsleep; })) {
        allReady();
    }
}

void Supervisor::roleEnded(Role& role) {
    const int status = role.process.reap();
    role.isReady = false;
    const bool refused =
        WIFEXITED(status) && WEXITSTATUS(status) != 0 && !role.wasReady && role.process.wakes().empty();
    if (refused) {
        // It has said why; it would say the same again.
        exitCode_ = WEXITSTATUS(status);
        isStopping_ = true;
        return;
    }
    const bool isDone = WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (isDone && !role.process.wakes().empty()) {
        role.isAsleep = true;
        logger_.info("the role {} has nothing to do any more", role.process.name());
        return;
    }
    const auto now = std::chrono::steady_clock::now();
    role.startAt = role.budget.next(now);
    const auto rest = std::chrono::ceil<std::chrono::seconds>(role.startAt - now);
    if (rest.count() > 0) {
        logger_.error("the role {} {}, too often: it is left alone for {} s", role.process.name(),
                      describeEnd(status), rest.count());
    } else {
        logger_.error("the role {} {}; it is started again", role.process.name(), describeEnd(status));
    }
}

void Supervisor::allReady() {
    isAnnounced_ = true;
    for (const NamedAddress& one : addresses_) {
        logger_.info("{} on {}", one.name, one.address.text());
    }
    if (portsFile_.empty()) {
        return;
    }
    if (const auto written = writeAtomically(portsFile_, portsText(addresses_)); !written) {
        logger_.error("{}", written.error().text());
        exitCode_ = 1;
        isStopping_ = true;
    }
}

/// The first role first: the origin tells the hub what ended.
void Supervisor::stop() {
    logger_.info("stopping");
    for (Role& role : roles_) {
        stopRole(role);
    }
    if (!portsFile_.empty()) {
        std::error_code ignored;
        std::filesystem::remove(portsFile_, ignored);
    }
}

void Supervisor::stopRole(Role& role) {
    role.process.signal(SIGTERM);
    if (!role.process.awaitEnd(kStopWithin)) {
        logger_.warning("the role {} did not stop within {} s; it is killed", role.process.name(),
                        kStopWithin.count());
        role.process.signal(SIGKILL);
        role.process.awaitEnd(kStopWithin);
    }
}

}  // namespace footlight::app
