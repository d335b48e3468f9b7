#include "core/relay/fanout/fanout.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/post.hpp>
#include <map>
#include <set>

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"

namespace footlight::relay::fanout {
namespace {

constexpr std::chrono::milliseconds kGoodbye{2'000};
constexpr std::chrono::milliseconds kLook{20};

}  // namespace

struct Fanout::State {
    State(Parts with, Logger to)
        : parts(std::move(with)), logger(std::move(to)), tasks(parts.executor, logger) {}

    Parts parts;
    Logger logger;
    std::set<std::shared_ptr<Target>> running;
    net::TaskGroup tasks;

    static net::Task<> run(std::shared_ptr<State> self, std::shared_ptr<Target> target) {
        self->running.insert(target);
        co_await Target::run(target);
        self->running.erase(target);
    }
};

/// The targets of one broadcast. On the fan-out's loop.
class BroadcastTargets : public std::enable_shared_from_this<BroadcastTargets> {
public:
    using Start = std::function<void(std::shared_ptr<Target>)>;
    using Make = std::function<std::shared_ptr<Target>(const FanoutTarget&)>;

    BroadcastTargets(Make make, Start start) : make_(std::move(make)), start_(std::move(start)) {}

    /// What the tap may read from its own thread: nobody listens, nothing to post.
    [[nodiscard]] bool hasTargets() const { return hasTargets_.load(std::memory_order_acquire); }

    void tracks(const media::Tracks& tracks) {
        tracks_ = tracks;
        for (const auto& [id, target] : targets_) {
            target->tracks(tracks);
        }
    }
    void packet(const media::Packet& packet) {
        for (const auto& [id, target] : targets_) {
            target->packet(packet);
        }
    }
    void policy(const std::vector<FanoutTarget>& wanted) {
        std::erase_if(targets_, [&](const auto& entry) {
            const auto found = std::ranges::find(wanted, entry.first, &FanoutTarget::id);
            const bool stays = found != wanted.end() && found->isEnabled && entry.second->adopt(*found);
            if (!stays) {
                entry.second->stop();
            }
            return !stays;
        });
        for (const auto& target : wanted) {
            if (target.isEnabled && !targets_.contains(target.id)) {
                auto made = make_(target);
                if (!made) {
                    return;  // the role is stopping
                }
                made->tracks(tracks_);
                targets_.emplace(target.id, made);
                start_(std::move(made));
            }
        }
        hasTargets_.store(!targets_.empty(), std::memory_order_release);
    }
    void ended() { policy(std::vector<FanoutTarget>()); }

private:
    Make make_;
    Start start_;
    media::Tracks tracks_;
    std::map<TargetId, std::shared_ptr<Target>> targets_;
    std::atomic<bool> hasTargets_{false};
};

namespace {

/// Hands a stream's frames to the fan-out's loop.
class Tap final : public PacketTap {
public:
    Tap(net::Executor executor, std::shared_ptr<BroadcastTargets> targets)
        : executor_(std::move(executor)), targets_(std::move(targets)) {}

    void tracks(const media::Tracks& tracks) override {
        boost::asio::post(executor_, [targets = targets_, tracks] { targets->tracks(tracks); });
    }
    void packet(const media::Packet& packet) override {
        if (targets_->hasTargets()) {
            boost::asio::post(executor_, [targets = targets_, packet] { targets->packet(packet); });
        }
    }
    void policy(const ChannelPolicy& policy) override {
        boost::asio::post(executor_,
                          [targets = targets_, wanted = policy.targets] { targets->policy(wanted); });
    }
    void ended() override {
        boost::asio::post(executor_, [targets = targets_] { targets->ended(); });
    }

private:
    net::Executor executor_;
    std::shared_ptr<BroadcastTargets> targets_;
};

}  // namespace

Fanout::Fanout(Parts parts, Logger logger)
    : state_(std::make_shared<State>(std::move(parts), std::move(logger))) {}

Fanout::~Fanout() = default;

std::unique_ptr<PacketTap> Fanout::open(const std::string& channel, BroadcastId broadcast,
                                        const ChannelPolicy& policy) {
    const std::weak_ptr<State> weak = state_;
    auto make = [weak, channel, broadcast](const FanoutTarget& wanted) {
        const auto state = weak.lock();
        if (!state) {
            return std::shared_ptr<Target>();
        }
        Target::Setup setup;
        setup.target = wanted;
        setup.tls = state->parts.tls;
        setup.limits = state->parts.limits;
        setup.report = [weak, channel, broadcast](TargetState target) {
            if (const auto alive = weak.lock()) {
                BroadcastEvent event;
                event.type = BroadcastEventType::Target;
                event.channel = channel;
                event.broadcastId = broadcast;
                event.at = alive->parts.clock.utcNow();
                event.target = std::move(target);
                alive->parts.events.report(std::move(event));
            }
        };
        return std::make_shared<Target>(state->parts.executor, std::move(setup),
                                        state->logger.child(channel + " to " + wanted.name));
    };
    auto start = [weak](std::shared_ptr<Target> target) {
        if (const auto state = weak.lock()) {
            state->tasks.spawn("sending on", State::run(state, target));
            state->tasks.spawn("telling a target's state", Target::tell(std::move(target)));
        }
    };
    auto targets = std::make_shared<BroadcastTargets>(std::move(make), std::move(start));
    auto tap = std::make_unique<Tap>(state_->parts.executor, std::move(targets));
    tap->policy(policy);
    return tap;
}

net::Task<> Fanout::close() {
    const auto state = state_;
    const auto until = std::chrono::steady_clock::now() + kGoodbye;
    const auto isLeaving = [](const auto& target) { return target->isStopped(); };
    while (std::ranges::any_of(state->running, isLeaving) && std::chrono::steady_clock::now() < until) {
        co_await net::pause(kLook);
    }
    co_await state->tasks.close();
    // Whoever holds the last reference may be on another thread; connections end on theirs.
    for (const auto& target : state->running) {
        target->drop();
    }
    state->running.clear();
}

}  // namespace footlight::relay::fanout
