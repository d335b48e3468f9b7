#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace footlight::tests {

/// What reached a crowd while it listened. A delivery is one message at one member.
struct Tally {
    std::uint64_t said = 0;
    std::uint64_t deliveries = 0;
    std::uint64_t frames = 0;
    double p50 = 0;  ///< milliseconds from the saying to the receiving
    double p99 = 0;
    double worst = 0;
    std::size_t left = 0;  ///< members whose connection ended
};

/// Thousands of WebSocket clients in one thread, with as little work for each as can be: raw epoll, frames
/// counted and searched for marks, never parsed. Source addresses of 127.0.0.0/8 in turn, so that there are
/// ports enough. Used on one thread.
class ChatCrowd {
public:
    /// What member number i says once its handshake is done, one text each.
    using Greeting = std::function<std::vector<std::string>(std::size_t)>;
    /// The text of one line that member number i says, with `mark` somewhere in what others receive.
    using Line = std::function<std::string(std::size_t member, const std::string& mark)>;

    ChatCrowd(std::uint16_t port, std::string path, Greeting greeting);
    ~ChatCrowd();
    ChatCrowd(const ChatCrowd&) = delete;
    ChatCrowd& operator=(const ChatCrowd&) = delete;

    /// Connects `count` more members, a few hundred at a time; true once each has got a `joined`.
    bool enter(std::size_t count, std::chrono::seconds limit);
    /// Says `rate` lines a second for that long, the first `speakers` members in turn, and listens until
    /// nothing is on the way any more.
    Tally listen(std::chrono::seconds duration, double rate, std::size_t speakers, const Line& line);
    /// The same with lines that nobody is sent as they are; how many frames all were sent in that time.
    std::uint64_t press(std::chrono::seconds duration, double rate, std::size_t speakers, const Line& line);
    /// Member number i says this.
    void say(std::size_t member, const std::string& text);
    /// Listens until `count` frames have come, at most so long.
    bool hear(std::uint64_t count, std::chrono::seconds limit);

private:
    /// How many lines were said.
    std::uint64_t speak(std::chrono::seconds duration, double rate, std::size_t speakers, const Line& line);

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::tests
