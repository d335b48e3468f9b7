// Each thing that goes wrong gets a clear sentence, and the stream beside it never notices.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// A plain TCP connection to "host:port".
class Connection {
public:
    explicit Connection(const std::string& address)
        : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        const auto colon = address.rfind(':');
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
        inet_pton(AF_INET, address.substr(0, colon).c_str(), &to.sin_addr);
        connected_ = connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
    }
    ~Connection() { close(socket_); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] bool isConnected() const { return connected_; }
    void send(const std::string& bytes) const { ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL); }
    /// True once the other side has closed; what it said before is read away.
    [[nodiscard]] bool isClosedWithin(std::chrono::milliseconds limit) const {
        const auto end = std::chrono::steady_clock::now() + limit;
        std::string buffer(4096, '\0');
        while (std::chrono::steady_clock::now() < end) {
            pollfd wanted{socket_, POLLIN, 0};
            poll(&wanted, 1, 100);
            if (wanted.revents != 0 && recv(socket_, buffer.data(), buffer.size(), 0) <= 0) {
                return true;
            }
        }
        return false;
    }

private:
    int socket_;
    bool connected_ = false;
};

class BadInput : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("good");
        publisher_ = std::make_unique<Process>(ffmpegEncoder(relay_.rtmpUrl(key_), {.seconds = 100}));
        ASSERT_TRUE(waitUntilPlayable(relay_, "good")) << publisher_->output() << relay_.output();
    }

    void TearDown() override {
        const auto decoded = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i",
                                  relay_.playlistUrl("good"), "-t", "2", "-f", "null", "-"});
        EXPECT_EQ(decoded.exitCode, 0) << "the stream beside it broke: " << decoded.output << relay_.output();
    }

    RelayProcess relay_;
    std::string key_;
    std::unique_ptr<Process> publisher_;
};

}  // namespace

TEST_F(BadInput, AWrongKeyIsRefused) {
    const auto refused = run(ffmpegEncoder(relay_.rtmpUrl("not-a-key"), {.seconds = 5}));
    EXPECT_NE(refused.exitCode, 0);
    EXPECT_TRUE(relay_.process().waitForOutput("key")) << relay_.output();
    EXPECT_EQ(relay_.output().find("not-a-key"), std::string::npos) << "the log shows a key";
}

TEST_F(BadInput, ABusyChannelRefusesASecondPublisher) {
    const auto refused = run(ffmpegEncoder(relay_.rtmpUrl(key_), {.seconds = 5}));
    EXPECT_NE(refused.exitCode, 0) << refused.output;
    EXPECT_FALSE(publisher_->waitForExit(std::chrono::milliseconds(0))) << "the first publisher was dropped";
}

TEST_F(BadInput, GarbageOnTheRtmpPortIsClosed) {
    for (const std::string& bytes :
         {std::string("GET / HTTP/1.1\r\n\r\n"), std::string("\x16\x03\x01\x02\x00\x01", 6),
          std::string(5000, '\xff'), std::string(5000, '\0')}) {
        Connection connection(relay_.rtmpAddress());
        ASSERT_TRUE(connection.isConnected());
        connection.send(bytes);
        EXPECT_TRUE(connection.isClosedWithin(std::chrono::seconds(15)));
    }
}

TEST_F(BadInput, AHalfOpenClientIsClosed) {
    Connection silent(relay_.rtmpAddress());
    Connection half(relay_.rtmpAddress());
    half.send(std::string("\x03\0\0\0", 4));
    EXPECT_TRUE(half.isClosedWithin(std::chrono::seconds(15)));
    EXPECT_TRUE(silent.isClosedWithin(std::chrono::seconds(15)));
}

TEST_F(BadInput, AnUnsupportedCodecIsNamed) {
    const auto refused =
        run(ffmpegEncoder(relay_.rtmpUrl(relay_.addChannel("old")), {.seconds = 10, .videoCodec = "flv1"}));
    EXPECT_NE(refused.exitCode, 0) << refused.output;
    EXPECT_TRUE(relay_.process().waitForOutput("H.264")) << relay_.output();
}

}  // namespace footlight::tests
