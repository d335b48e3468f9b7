#include "tests/bench/chat_crowd.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <string_view>

namespace footlight::tests {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::size_t kConnecting = 256;
constexpr std::size_t kMembersAnAddress = 20'000;
/// "@@" and a number of microseconds and "@".
constexpr std::string_view kMark = "@@";
/// Deliveries by their delay, in tenths of a millisecond; the last takes what is longer.
constexpr std::size_t kSlots = 100'000;

std::int64_t microseconds() {
    return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now().time_since_epoch()).count();
}

/// A client's text frame, masked with zeros: unmasking costs the server what it always does.
std::string maskedFrame(std::string_view text) {
    std::string frame = "\x81";
    if (text.size() <= 125) {
        frame.push_back(static_cast<char>(0x80U | text.size()));
    } else {
        frame.push_back(static_cast<char>(0x80U | 126U));
        frame.push_back(static_cast<char>(text.size() >> 8U));
        frame.push_back(static_cast<char>(text.size() & 0xFFU));
    }
    frame.append(4, '\0');
    return frame.append(text);
}

struct FrameHead {
    std::size_t header = 0;  ///< 0: more bytes are needed
    std::size_t payload = 0;
    bool isPing = false;
    bool isText = false;
};

FrameHead headOf(std::string_view bytes) {
    if (bytes.size() < 2) {
        return {};
    }
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::size_t extra = byte(1) == 126 ? 2 : byte(1) == 127 ? 8 : 0;
    if (bytes.size() < 2 + extra) {
        return {};
    }
    std::size_t length = extra == 0 ? byte(1) : 0;
    for (std::size_t i = 0; i < extra; ++i) {
        length = length << 8U | byte(2 + i);
    }
    return {2 + extra, length, (byte(0) & 0x0FU) == 9, (byte(0) & 0x0FU) == 1};
}

}  // namespace

struct ChatCrowd::State {
    enum class Stage : std::uint8_t { Connecting, Handshake, Greeted, Joined, Left };
    struct Member {
        int descriptor = -1;
        Stage stage = Stage::Connecting;
        std::string held;  ///< the begin of a frame whose end has not come
    };

    ~State() {
        for (const auto& member : members) {
            if (member.descriptor >= 0) {
                ::close(member.descriptor);
            }
        }
        ::close(epoll);
    }

    void connect();
    void watch(std::size_t number, std::uint32_t events, int operation) const;
    void poll(std::chrono::milliseconds wait);
    void ready(std::size_t number, std::uint32_t events);
    void read(std::size_t number);
    void take(std::size_t number, std::string_view bytes);
    void takeFrame(std::size_t number, std::string_view payload);
    void send(std::size_t number, std::string_view bytes);
    void drop(std::size_t number);
    Tally tally(std::uint64_t said) const;

    std::uint16_t port = 0;
    std::string path;
    Greeting greeting;
    int epoll = ::epoll_create1(EPOLL_CLOEXEC);
    std::vector<Member> members;
    std::size_t connecting = 0;
    std::size_t joined = 0;
    std::size_t left = 0;
    std::uint64_t frames = 0;
    std::uint64_t deliveries = 0;
    std::vector<std::uint32_t> delays = std::vector<std::uint32_t>(kSlots);
    std::array<char, 256 * 1024> buffer{};
};

void ChatCrowd::State::watch(std::size_t number, std::uint32_t events, int operation) const {
    epoll_event event{};
    event.events = events;
    event.data.u64 = number;
    ::epoll_ctl(epoll, operation, members[number].descriptor, &event);
}

void ChatCrowd::State::connect() {
    const auto number = members.size();
    auto& member = members.emplace_back();
    member.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(member.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(member.descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    sockaddr_in from{};
    from.sin_family = AF_INET;
    from.sin_addr.s_addr =
        htonl(INADDR_LOOPBACK + 1 + static_cast<std::uint32_t>(number / kMembersAnAddress));
    ::bind(member.descriptor, reinterpret_cast<const sockaddr*>(&from), sizeof from);
    sockaddr_in to = from;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(port);
    ::connect(member.descriptor, reinterpret_cast<const sockaddr*>(&to), sizeof to);
    ++connecting;
    watch(number, EPOLLOUT, EPOLL_CTL_ADD);
}

void ChatCrowd::State::poll(std::chrono::milliseconds wait) {
    std::array<epoll_event, 512> events{};
    const int count =
        ::epoll_wait(epoll, events.data(), static_cast<int>(events.size()), static_cast<int>(wait.count()));
    for (int i = 0; i < count; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        ready(event.data.u64, event.events);
    }
}

void ChatCrowd::State::ready(std::size_t number, std::uint32_t events) {
    auto& member = members[number];
    if (member.stage != Stage::Connecting) {
        read(number);
        return;
    }
    if ((events & (EPOLLERR | EPOLLHUP)) != 0) {
        drop(number);
        return;
    }
    member.stage = Stage::Handshake;
    watch(number, EPOLLIN, EPOLL_CTL_MOD);
    send(number, "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) +
                     "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
}

void ChatCrowd::State::read(std::size_t number) {
    const auto count = ::recv(members[number].descriptor, buffer.data(), buffer.size(), 0);
    if (count > 0) {
        take(number, {buffer.data(), static_cast<std::size_t>(count)});
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        drop(number);
    }
}

void ChatCrowd::State::take(std::size_t number, std::string_view bytes) {
    auto& member = members[number];
    if (!member.held.empty()) {
        bytes = member.held.append(bytes);
    }
    if (member.stage == Stage::Handshake) {
        const auto end = bytes.find("\r\n\r\n");
        if (end == std::string_view::npos) {
            member.held = std::string(bytes);
            return;
        }
        bytes.remove_prefix(end + 4);
        member.stage = Stage::Greeted;
        for (const auto& text : greeting(number)) {
            send(number, maskedFrame(text));
        }
    }
    while (member.stage != Stage::Left) {
        const auto head = headOf(bytes);
        if (head.header == 0 || bytes.size() < head.header + head.payload) {
            break;
        }
        if (head.isText) {
            takeFrame(number, bytes.substr(head.header, head.payload));
        } else if (head.isPing) {
            send(number, std::string("\x8a\x80\0\0\0\0", 6));
        }
        bytes.remove_prefix(head.header + head.payload);
    }
    member.held = std::string(bytes);
}

void ChatCrowd::State::takeFrame(std::size_t number, std::string_view payload) {
    auto& member = members[number];
    ++frames;
    if (member.stage == Stage::Greeted) {
        if (payload.substr(0, 64).find(R"("type":"joined")") != std::string_view::npos) {
            member.stage = Stage::Joined;
            ++joined;
            --connecting;
        }
        return;
    }
    const auto now = microseconds();
    for (auto at = payload.find(kMark); at != std::string_view::npos; at = payload.find(kMark, at)) {
        at += kMark.size();
        std::int64_t sent = 0;
        std::from_chars(payload.data() + at, payload.data() + payload.size(), sent);
        const auto slot = static_cast<std::size_t>(std::max<std::int64_t>(now - sent, 0) / 100);
        ++delays[std::min(slot, kSlots - 1)];
        ++deliveries;
    }
}

void ChatCrowd::State::send(std::size_t number, std::string_view bytes) {
    // What a client says is small, and its socket empty: it goes at once or the member is lost.
    if (::send(members[number].descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(bytes.size())) {
        drop(number);
    }
}

void ChatCrowd::State::drop(std::size_t number) {
    auto& member = members[number];
    if (member.stage == Stage::Left) {
        return;
    }
    if (member.stage != Stage::Joined) {
        --connecting;
    }
    member.stage = Stage::Left;
    ++left;
    ::epoll_ctl(epoll, EPOLL_CTL_DEL, member.descriptor, nullptr);
}

Tally ChatCrowd::State::tally(std::uint64_t said) const {
    Tally tally;
    tally.said = said;
    tally.deliveries = deliveries;
    tally.frames = frames;
    tally.left = left;
    std::uint64_t seen = 0;
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
        const auto before = seen;
        seen += delays[slot];
        const auto delay = static_cast<double>(slot) / 10;
        const auto passes = [&](double share) {
            const auto place = share * static_cast<double>(deliveries);
            return static_cast<double>(before) < place && static_cast<double>(seen) >= place;
        };
        tally.p50 = passes(0.50) ? delay : tally.p50;
        tally.p99 = passes(0.99) ? delay : tally.p99;
        tally.worst = seen > before ? delay : tally.worst;
    }
    return tally;
}

ChatCrowd::ChatCrowd(std::uint16_t port, std::string path, Greeting greeting)
    : state_(std::make_unique<State>()) {
    state_->port = port;
    state_->path = std::move(path);
    state_->greeting = std::move(greeting);
}

ChatCrowd::~ChatCrowd() = default;

bool ChatCrowd::enter(std::size_t count, std::chrono::seconds limit) {
    auto& state = *state_;
    const auto target = state.members.size() + count;
    const auto until = Clock::now() + limit;
    state.members.reserve(target);
    while (state.joined + state.left < target && Clock::now() < until) {
        while (state.members.size() < target && state.connecting < kConnecting) {
            state.connect();
        }
        state.poll(10ms);
    }
    return state.joined == target;
}

void ChatCrowd::say(std::size_t member, const std::string& text) { state_->send(member, maskedFrame(text)); }

bool ChatCrowd::hear(std::uint64_t count, std::chrono::seconds limit) {
    auto& state = *state_;
    const auto until = Clock::now() + limit;
    const auto target = state.frames + count;
    while (state.frames < target && Clock::now() < until) {
        state.poll(10ms);
    }
    return state.frames >= target;
}

std::uint64_t ChatCrowd::speak(std::chrono::seconds duration, double rate, std::size_t speakers,
                               const Line& line) {
    auto& state = *state_;
    state.frames = 0;
    state.deliveries = 0;
    std::fill(state.delays.begin(), state.delays.end(), 0U);
    const auto until = Clock::now() + duration;
    const auto pause = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / rate));
    std::uint64_t said = 0;
    for (auto next = Clock::now(); Clock::now() < until;) {
        if (Clock::now() >= next) {
            const auto speaker = static_cast<std::size_t>(said) % speakers;
            const auto mark = std::string(kMark) + std::to_string(microseconds()) + "@";
            say(speaker, line(speaker, mark));
            ++said;
            next += pause;
        }
        state.poll(
            std::chrono::ceil<std::chrono::milliseconds>(std::max(next - Clock::now(), Clock::duration(0))));
    }
    return said;
}

Tally ChatCrowd::listen(std::chrono::seconds duration, double rate, std::size_t speakers, const Line& line) {
    auto& state = *state_;
    const auto said = speak(duration, rate, speakers, line);
    const auto expected = said * (state.joined - state.left);
    const auto until = Clock::now() + 10s;
    while (state.deliveries < expected && Clock::now() < until) {
        state.poll(10ms);
    }
    return state.tally(said);
}

std::uint64_t ChatCrowd::press(std::chrono::seconds duration, double rate, std::size_t speakers,
                               const Line& line) {
    speak(duration, rate, speakers, line);
    return state_->frames;
}

}  // namespace footlight::tests
