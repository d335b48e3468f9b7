#pragma once

#include <memory>
#include <string_view>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/relay/hub/member.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// What one room says to all its members. In a small room every message goes out at once; the larger the
/// room, the longer its messages are gathered (10 us a member, 100 ms at most), and what was gathered is one
/// frame: an array. What follows a pause goes out at once in any room. To who is behind with reading,
/// messages of different priorities go in frames of their own, so that the lesser can be lost alone. Owned by
/// the room; on the hub's loop.
class RoomFeed {
public:
    static constexpr std::size_t kSmallRoom = 100;
    static constexpr std::chrono::microseconds kPauseAMember{10};
    static constexpr std::chrono::milliseconds kLongestPause{100};
    /// What was gathered goes out sooner where it is more than this.
    static constexpr std::size_t kMostBytes = 64 * 1024;

    RoomFeed(net::Executor executor, const Clock& clock);
    ~RoomFeed();
    RoomFeed(const RoomFeed&) = delete;
    RoomFeed& operator=(const RoomFeed&) = delete;

    /// A member that enters is sent what is told from now on, not what still waits: that is in the history
    /// that it was given. Entering twice is entering once.
    void enter(Member& member);
    void leave(Member& member);
    [[nodiscard]] std::size_t size() const;

    void tell(const wire::ServerMessage& message, Priority priority = Priority::Normal);
    /// The JSON of one message.
    void tellText(std::string_view json, Priority priority);
    /// Sends what waits.
    void flush();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::relay::hub
