#include "tests/bench/waiting_players.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

namespace footlight::tests {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLimit{5};

int connectTo(std::uint16_t port) {
    const int handle = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    return handle;
}

void ask(int handle, const std::string& target) {
    const auto request = "GET " + target + " HTTP/1.1\r\nHost: relay\r\n\r\n";
    [[maybe_unused]] const auto sent = ::send(handle, request.data(), request.size(), MSG_NOSIGNAL);
}

/// Whether `text` holds a whole answer; playlists come with a Content-Length.
bool isWhole(const std::string& text) {
    const auto head = text.find("\r\n\r\n");
    const auto length = text.find("Content-Length: ");
    return head != std::string::npos && length < head &&
           text.size() >= head + 4 + std::strtoul(text.c_str() + length + 16, nullptr, 10);
}

/// The place behind the last part of a playlist, as a blocking reload names it.
struct NextPart {
    unsigned long long sequence = 0;
    unsigned long part = 0;
    [[nodiscard]] std::string query() const {
        return "?_HLS_msn=" + std::to_string(sequence) + "&_HLS_part=" + std::to_string(part);
    }
};

/// Read off the preload hint: "<msn>.<part>.m4s".
NextPart nextPart(const std::string& playlist) {
    NextPart next;
    const auto hint = playlist.rfind("#EXT-X-PRELOAD-HINT");
    const auto uri = playlist.find("URI=\"", hint);
    if (hint != std::string::npos && uri != std::string::npos) {
        char* end = nullptr;
        next.sequence = std::strtoull(playlist.c_str() + uri + 5, &end, 10);
        next.part = std::strtoul(end + 1, nullptr, 10);
    }
    return next;
}

struct Player {
    int handle = -1;
    std::string text;
    bool isDone = false;
};

/// Answers are taken in handfuls, so that the players, who are elsewhere in life, leave the processor to the
/// relay; each, the first one included, counts as later than it was by up to this time.
void rest() {
    const timespec half{0, 500'000};
    ::ppoll(nullptr, 0, &half, nullptr);
}

class Round {
public:
    Round(std::vector<Player>& players, int poll) : players_(players), poll_(poll) {}

    /// Milliseconds from the first whole answer to each of them; `playlist` becomes one of them.
    std::vector<double> run(const std::string& target, std::string& playlist) {
        for (auto& player : players_) {
            player.text.clear();
            player.isDone = false;
            ask(player.handle, target);
        }
        const auto limit = SteadyClock::now() + kLimit;
        std::vector<SteadyClock::time_point> answered;
        while (answered.size() < players_.size() && SteadyClock::now() < limit) {
            collect(answered, playlist);
            rest();
        }
        std::vector<double> waits;
        for (const auto at : answered) {
            waits.push_back(std::chrono::duration<double, std::milli>(at - answered.front()).count());
        }
        return waits;
    }

private:
    void collect(std::vector<SteadyClock::time_point>& answered, std::string& playlist) {
        std::array<epoll_event, 1'024> events{};
        const int ready = ::epoll_wait(poll_, events.data(), events.size(), 100);
        for (int i = 0; i < ready; ++i) {
            auto& player = players_[events[static_cast<std::size_t>(i)].data.u32];
            std::array<char, 16 * 1024> buffer;
            const auto count = ::recv(player.handle, buffer.data(), buffer.size(), MSG_DONTWAIT);
            if (count > 0) {
                player.text.append(buffer.data(), static_cast<std::size_t>(count));
            }
            if (!player.isDone && isWhole(player.text) && player.text.find(" 200 ") < 16) {
                player.isDone = true;
                answered.push_back(SteadyClock::now());
                playlist = player.text;
            }
        }
    }

    std::vector<Player>& players_;
    int poll_;
};

double percentile(std::vector<double>& sorted, double share) {
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

Waits waitForParts(std::uint16_t port, const std::string& path, int players, int parts) {
    std::vector<Player> all(static_cast<std::size_t>(players));
    const int poll = ::epoll_create1(EPOLL_CLOEXEC);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].handle = connectTo(port);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u32 = static_cast<std::uint32_t>(i);
        ::epoll_ctl(poll, EPOLL_CTL_ADD, all[i].handle, &event);
    }
    Round round(all, poll);
    std::string playlist;
    round.run(path, playlist);
    Waits waits;
    std::vector<double> every;
    for (int i = 0; i < parts; ++i) {
        const auto answered = round.run(path + nextPart(playlist).query(), playlist);
        waits.failed += players - static_cast<int>(answered.size());
        waits.parts += answered.empty() ? 0 : 1;
        every.insert(every.end(), answered.begin(), answered.end());
    }
    for (const auto& player : all) {
        ::close(player.handle);
    }
    ::close(poll);
    waits.playlistBytes = playlist.size();
    std::sort(every.begin(), every.end());
    waits.p50 = percentile(every, 0.5);
    waits.p99 = percentile(every, 0.99);
    waits.last = every.empty() ? 0 : every.back();
    return waits;
}

}  // namespace footlight::tests
