#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/chat/message.h"
#include "core/chat/speaker.h"

namespace footlight::chat {

/// What somebody wants to say.
struct Utterance {
    UserId user;
    std::string userName;
    std::string text;
    std::string nonce;
};

/// What became of it: a new message, or the one that the same nonce has made before.
struct Outcome {
    Message message;
    bool isNew = true;
};

/// The rules of one channel's chat and its last 50 messages. Knows no sockets; the hub owns it and uses it on
/// its loop.
class Room {
public:
    static constexpr std::size_t kHistory = 50;
    /// Users whose rate is remembered; when full, a newcomer waits until one has been silent for 2 minutes.
    static constexpr std::size_t kSpeakers = 20'000;

    /// `history` is what was said before, oldest first.
    Room(ChannelId channel, std::vector<Message> history);

    /// Invalid (the text) or Denied (too fast, repeated).
    Result<Outcome> say(Utterance utterance, UtcTime utc, SteadyTime now);
    /// The message could not be stored: it leaves the history, and the same nonce may say it again.
    void forget(UserId user, std::string_view nonce, MessageId message);
    [[nodiscard]] const std::deque<Message>& history() const { return history_; }

private:
    Result<Speaker*> speaker(UserId user, SteadyTime now);
    MessageId nextId(UtcTime utc);

    ChannelId channel_;
    std::deque<Message> history_;
    UtcTime lastIdTime_{};
    std::map<UserId, Speaker> speakers_;
};

}  // namespace footlight::chat
