#include "core/relay/hub/room_feed.h"

#include <algorithm>
#include <array>
#include <boost/asio/steady_timer.hpp>
#include <deque>
#include <unordered_map>
#include <vector>

#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

/// So many are sent something before others of the loop have their turn.
constexpr std::size_t kTurns = 256;
/// What took T is followed by T / 3 in which nothing is sent, at least.
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

/// What goes out to a member together.
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
    void send(std::size_t most);
    void flush();

    [[nodiscard]] std::chrono::nanoseconds pauseAMember() const;
    [[nodiscard]] std::uint64_t head() const { return first + told.size(); }

    struct Told {
        std::string json;
        Priority priority;
    };
    struct Place {
        Member* member;
        std::uint64_t next;  ///< the number of the first message that it was not sent
    };

    void forgetBefore(std::uint64_t number);
    void catchUp(Place& place);
    [[nodiscard]] const Round& roundFrom(std::uint64_t number);
    [[nodiscard]] Round makeRound(std::uint64_t number) const;

    const Clock& clock;
    boost::asio::steady_timer timer;
    bool isArmed = false;
    SteadyTime nextAt{};  ///< what is told from then on goes out at once

    std::deque<Told> told;  ///< what somebody was not sent; a lap's and the one's before it
    std::uint64_t first = 0;
    std::size_t toldBytes = 0;

    std::vector<Place> members;
    std::unordered_map<Member*, std::size_t> places;
    std::size_t behind = 0;     ///< how many are to be sent something
    std::size_t cursor = 0;     ///< whose turn it is
    std::uint64_t lapHead = 0;  ///< head() when the cursor was at the beginning

    /// From a number to head(): members that had their turn together need the same.
    std::deque<std::pair<std::uint64_t, Round>> rounds;
};

std::chrono::nanoseconds RoomFeed::State::pauseAMember() const {
    if (members.size() < kSmallRoom) {
        return {};
    }
    const auto count = static_cast<std::chrono::nanoseconds::rep>(members.size());
    return std::min<std::chrono::nanoseconds>(kPauseAMember, std::chrono::nanoseconds(kLongestLap) / count);
}

void RoomFeed::State::enter(Member& member) {
    if (places.try_emplace(&member, members.size()).second) {
        members.push_back({&member, head()});
    }
}

/// The last takes its place, and must not miss its turn by that.
void RoomFeed::State::leave(Member& member) {
    const auto found = places.find(&member);
    if (found == places.end()) {
        return;
    }
    const auto hole = found->second;
    places.erase(found);
    if (members[hole].next < head()) {
        --behind;
    }
    const auto last = members.size() - 1;
    if (hole != last) {
        if (hole < cursor && last >= cursor) {
            catchUp(members[last]);
        }
        members[hole] = members[last];
        places[members[hole].member] = hole;
    }
    members.pop_back();
    cursor = std::min(cursor, members.size());
}

void RoomFeed::State::tell(std::string_view json, Priority priority) {
    if (members.empty()) {
        return;
    }
    told.push_back({std::string(json), priority});
    toldBytes += json.size();
    rounds.clear();
    behind = members.size();
    if (toldBytes >= kMostBytes) {
        flush();
    } else if (clock.steadyNow() >= nextAt) {
        send(kTurns);
    }
}

void RoomFeed::State::arm(const std::shared_ptr<State>& self, SteadyTime now) {
    if (isArmed || behind == 0) {
        return;
    }
    isArmed = true;
    timer.expires_after(nextAt - now);
    timer.async_wait([weak = std::weak_ptr(self)](const boost::system::error_code& error) {
        const auto state = error ? nullptr : weak.lock();
        if (state) {
            state->isArmed = false;
            state->send(kTurns);
            state->arm(state, state->clock.steadyNow());
        }
    });
}

Round RoomFeed::State::makeRound(std::uint64_t number) const {
    std::array<Gathered, 3> gathered;  // by priority
    for (auto i = number - first; i < told.size(); ++i) {
        gathered[static_cast<std::size_t>(told[i].priority)].add(told[i].json);
    }
    Round round;
    Gathered all;
    for (auto priority : {Priority::Normal, Priority::Presence, Priority::Reaction}) {
        const auto& one = gathered[static_cast<std::size_t>(priority)];
        if (one.count > 0) {
            round.frames.emplace_back(one.frame(), priority);
            all.add(one);
        }
    }
    if (round.frames.size() > 1) {
        round.all = all.frame();
    }
    return round;
}

const Round& RoomFeed::State::roundFrom(std::uint64_t number) {
    constexpr std::size_t kMostRounds = 4;
    const auto found = std::ranges::find(rounds, number, &std::pair<std::uint64_t, Round>::first);
    if (found != rounds.end()) {
        return found->second;
    }
    if (rounds.size() == kMostRounds) {
        rounds.pop_front();
    }
    return rounds.emplace_back(number, makeRound(number)).second;
}

void RoomFeed::State::catchUp(Place& place) {
    if (place.next < head()) {
        roundFrom(place.next).send(*place.member);
        place.next = head();
        --behind;
    }
}

void RoomFeed::State::forgetBefore(std::uint64_t number) {
    for (; first < number; ++first) {
        toldBytes -= told.front().json.size();
        told.pop_front();
    }
}

/// To the next `most` members that were not sent everything.
void RoomFeed::State::send(std::size_t most) {
    const auto began = clock.steadyNow();
    std::size_t turns = 0;
    while (behind > 0 && turns < most) {
        if (cursor >= members.size()) {
            // Everybody had a turn since the last time here.
            forgetBefore(lapHead);
            lapHead = head();
            cursor = 0;
        }
        auto& place = members[cursor++];
        turns += place.next < head() ? 1 : 0;
        catchUp(place);
    }
    if (behind == 0) {
        forgetBefore(head());
        lapHead = head();
        rounds.clear();
    }
    const auto ended = clock.steadyNow();
    nextAt = std::max(began + pauseAMember() * static_cast<std::chrono::nanoseconds::rep>(turns),
                      ended + (ended - began) / kShareOfOthers);
}

void RoomFeed::State::flush() { send(members.size()); }

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
