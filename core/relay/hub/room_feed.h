#pragma once

#include <memory>
#include <string_view>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/relay/hub/member.h"
#include "core/wire/socket.h"

namespace footlight::relay::hub {

/// What one room says to all its members. In a small room every message goes out at once. In a larger one the
/// members have their turns one after another, over and over while there is something to say, and each is
/// sent all that was told since its last turn in one frame: an array. So nobody waits longer than a lap (13
/// us a member, 130 ms at most, or as long as the sockets take), and a loop with a large room is never busy
/// with it for long. What follows a silence goes out at once in any room. To who is behind with reading,
/// messages of different priorities go in frames of their own, so that the lesser can be lost alone. Owned by
/// the room; on the hub's loop.
class RoomFeed {
public:
    static constexpr std::size_t kSmallRoom = 100;
    static constexpr std::chrono::microseconds kPauseAMember{13};
    static constexpr std::chrono::milliseconds kLongestLap{130};
    /// What waits goes out sooner where it is more than this.
    static constexpr std::size_t kMostBytes = 64 * 1024;

    RoomFeed(net::Executor executor, const Clock& clock);
    ~RoomFeed();
    RoomFeed(const RoomFeed&) = delete;
    RoomFeed& operator=(const RoomFeed&) = delete;

    /// A member that enters is sent what is told from now on, not what others still wait for: that is in the
    /// history that it was given. Entering twice is entering once.
    void enter(Member& member);
    void leave(Member& member);
    [[nodiscard]] std::size_t size() const;

    void tell(const wire::ServerMessage& message, Priority priority = Priority::Normal);
    /// The JSON of one message.
    void tellText(std::string_view json, Priority priority);
    /// Sends what waits to everybody who waits for it.
    void flush();

private:
    struct State;
    std::shared_ptr<State> state_;
};

}  // namespace footlight::relay::hub
