#include "core/relay/hub/room_feed.h"

#include <algorithm>
#include <array>
#include <boost/asio/steady_timer.hpp>
#include <unordered_map>
#include <vector>

#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

/// A round that took T is followed by T / 3 without one, at least.
constexpr int kShareOfOthers = 3;

/// Of one priority, what waits: the texts of an array without its brackets.
struct Gathered {
    std::string texts;
    std::size_t count = 0;

    void add(std::string_view json) {
        texts.append(count == 0 ? "" : ",").append(json);
        ++count;
    }
    void add(const Gathered& other) {
        texts.append(count == 0 ? "" : ",").append(other.texts);
        count += other.count;
    }
    [[nodiscard]] SharedFrame frame() const {
        return net::websocket::shareText(count == 1 ? texts : "[" + texts + "]");
    }
};

/// What goes out together.
struct Round {
    /// The highest priority first: it is not lost behind what may be.
    std::vector<std::pair<SharedFrame, Priority>> frames;
    SharedFrame all;  ///< in one, where there are several

    void send(Member& member) const {
        if (all && !member.isBehind()) {
            member.deliver(all, frames.front().second);
            return;
        }
        for (const auto& [frame, priority] : frames) {
            member.deliver(frame, priority);
        }
    }
};

}  // namespace

struct RoomFeed::State {
    State(net::Executor executor, const Clock& theClock) : clock(theClock), timer(std::move(executor)) {}

    void enter(Member& member);
    void leave(Member& member);
    void tell(std::string_view json, Priority priority);
    void arm(const std::shared_ptr<State>& self, SteadyTime now);
    void flush();
    Round takeRound();

    [[nodiscard]] std::chrono::microseconds pause() const {
        const auto count = static_cast<std::chrono::microseconds::rep>(members.size());
        return members.size() < kSmallRoom
                   ? std::chrono::microseconds{0}
                   : std::min<std::chrono::microseconds>(kLongestPause, kPauseAMember * count);
    }
    [[nodiscard]] bool isEmpty() const {
        return std::ranges::all_of(waiting, [](const Gathered& one) { return one.count == 0; });
    }

    const Clock& clock;
    boost::asio::steady_timer timer;
    bool isArmed = false;
    SteadyTime nextAt{};              ///< what is told from then on goes out at once
    std::array<Gathered, 3> waiting;  ///< by priority
    std::size_t waitingBytes = 0;
    /// Those from `settled` on have entered since something waits, and are not sent that.
    std::vector<Member*> members;
    std::size_t settled = 0;
    std::unordered_map<Member*, std::size_t> places;
};

void RoomFeed::State::enter(Member& member) {
    if (!places.try_emplace(&member, members.size()).second) {
        return;
    }
    members.push_back(&member);
    if (isEmpty()) {
        settled = members.size();
    }
}

/// The last of the settled takes its place, and the last of all the place of that one.
void RoomFeed::State::leave(Member& member) {
    const auto found = places.find(&member);
    if (found == places.end()) {
        return;
    }
    auto hole = found->second;
    places.erase(found);
    const auto fill = [&](std::size_t from) {
        if (hole != from) {
            members[hole] = members[from];
            places[members[hole]] = hole;
            hole = from;
        }
    };
    if (hole < settled) {
        --settled;
        fill(settled);
    }
    fill(members.size() - 1);
    members.pop_back();
}

void RoomFeed::State::tell(std::string_view json, Priority priority) {
    waiting[static_cast<std::size_t>(priority)].add(json);
    waitingBytes += json.size();
    const auto now = clock.steadyNow();
    if (waitingBytes >= kMostBytes || now >= nextAt) {
        flush();
    }
}

void RoomFeed::State::arm(const std::shared_ptr<State>& self, SteadyTime now) {
    if (isArmed || isEmpty()) {
        return;
    }
    isArmed = true;
    timer.expires_after(nextAt - now);
    timer.async_wait([weak = std::weak_ptr(self)](const boost::system::error_code& error) {
        const auto state = error ? nullptr : weak.lock();
        if (state) {
            state->isArmed = false;
            state->flush();
        }
    });
}

Round RoomFeed::State::takeRound() {
    Round round;
    Gathered all;
    for (auto priority : {Priority::Normal, Priority::Presence, Priority::Reaction}) {
        const auto gathered = std::exchange(waiting[static_cast<std::size_t>(priority)], {});
        if (gathered.count > 0) {
            round.frames.emplace_back(gathered.frame(), priority);
            all.add(gathered);
        }
    }
    if (round.frames.size() > 1) {
        round.all = all.frame();
    }
    waitingBytes = 0;
    return round;
}

void RoomFeed::State::flush() {
    if (isEmpty()) {
        return;
    }
    const auto began = clock.steadyNow();
    const auto round = takeRound();
    for (std::size_t i = 0; i < settled; ++i) {
        round.send(*members[i]);
    }
    settled = members.size();
    // However slow this machine is, others of the loop have their time between two rounds.
    const auto ended = clock.steadyNow();
    nextAt = std::max(began + pause(), ended + (ended - began) / kShareOfOthers);
}

RoomFeed::RoomFeed(net::Executor executor, const Clock& clock)
    : state_(std::make_shared<State>(std::move(executor), clock)) {}

RoomFeed::~RoomFeed() = default;

void RoomFeed::enter(Member& member) { state_->enter(member); }
void RoomFeed::leave(Member& member) { state_->leave(member); }
std::size_t RoomFeed::size() const { return state_->members.size(); }
void RoomFeed::flush() { state_->flush(); }

void RoomFeed::tell(const wire::ServerMessage& message, Priority priority) {
    tellText(wire::toJson(message), priority);
}

void RoomFeed::tellText(std::string_view json, Priority priority) {
    state_->tell(json, priority);
    state_->arm(state_, state_->clock.steadyNow());
}

}  // namespace footlight::relay::hub
