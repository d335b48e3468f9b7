#include <gtest/gtest.h>
#include <netinet/in.h>
#include <srt/access_control.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/net/async/task_group.h"
#include "core/relay/gateway/srt_caller.h"
#include "core/relay/gateway/srt_listener.h"
#include "core/relay/gateway/udp_input.h"
#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/support/badnet.h"
#include "tests/support/relay_process.h"

// Real senders, the real transcoder, and a real RTMP server in place of the origin.
namespace footlight::relay::gateway {
namespace {

using rtmp::Recording;
using tests::Process;

/// ffmpeg that sends a picture and a tone as MPEG-TS in real time.
std::vector<std::string> sender(const std::string& format, const std::string& url) {
    return {"ffmpeg",   "-v",        "error", "-re",
            "-f",       "lavfi",     "-i",    "testsrc2=size=320x180:rate=30",
            "-f",       "lavfi",     "-i",    "sine",
            "-t",       "60",        "-c:v",  "libx264",
            "-preset",  "ultrafast", "-g",    "15",
            "-pix_fmt", "yuv420p",   "-c:a",  "aac",
            "-f",       format,      url};
}

std::vector<pid_t> childrenOfThis() {
    std::vector<pid_t> children;
    for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream in(thread.path() / "children");
        for (pid_t child = 0; in >> child;) {
            children.push_back(child);
        }
    }
    return children;
}

/// The transcoder among the programs that this test has started.
pid_t transcoderProcess() {
    for (const pid_t child : childrenOfThis()) {
        std::error_code ignored;
        const auto program =
            std::filesystem::read_symlink("/proc/" + std::to_string(child) + "/exe", ignored);
        if (program.filename() == "footlight-relay-transcoder") {
            return child;
        }
    }
    return -1;
}

/// Between the times of two frames of a kind.
media::MediaTime longestStep(const Recording& recording, media::MediaKind kind) {
    media::MediaTime longest{0};
    std::optional<media::MediaTime> last;
    for (const media::Packet& packet : recording.packets) {
        if (packet.kind == kind) {
            longest = std::max(longest, packet.dts - last.value_or(packet.dts));
            last = packet.dts;
        }
    }
    return longest;
}

class Streams : public rtmp::IngestFixture {
protected:
    std::unique_ptr<StreamFeed> feed(const std::string& key) const {
        FeedPlan plan;
        plan.program = tests::programPath("footlight-relay-transcoder");
        plan.origin = "127.0.0.1:" + std::to_string(target(key).port);
        plan.key = Secret(key);
        plan.name = "test";
        return std::make_unique<StreamFeed>(std::move(plan), Logger::silent());
    }

    /// True once picture and sound have arrived `count` times each since the beginning.
    bool arrives(std::size_t count) {
        return handler_.waitFor([count](const Recording& all) {
            return all.count(media::MediaKind::Video) >= count && all.count(media::MediaKind::Audio) >= count;
        });
    }
};

/// An input on the fixture's loop, closed with its owner.
class Input {
public:
    Input(net::EventLoops& loops, const std::string& address, std::uint16_t port, MakeFeed makeFeed)
        : loops_(loops), tasks_(loops.executor(0), Logger::silent()) {
        input_ = UdpInput::open(loops.executor(0), address, port, {}, std::move(makeFeed), Logger::silent())
                     .value();
        boost::asio::co_spawn(loops.executor(0), start(), boost::asio::use_future).get();
    }
    ~Input() { boost::asio::co_spawn(loops_.executor(0), stop(), boost::asio::use_future).get(); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

private:
    net::Task<> start() {
        tasks_.spawn("input", input_->run());
        co_return;
    }
    net::Task<> stop() {
        co_await tasks_.close();
        input_.reset();
    }

    net::EventLoops& loops_;
    std::unique_ptr<UdpInput> input_;
    net::TaskGroup tasks_;
};

TEST_F(Streams, UdpArrivesAndIsOverAfterSilence) {
    const auto port = tests::freeUdpPort();
    const Input input(loops_, "127.0.0.1", port, [this] { return feed("good"); });
    Process ffmpeg(sender("mpegts", "udp://127.0.0.1:" + std::to_string(port) + "?pkt_size=1316"));
    ASSERT_TRUE(arrives(30)) << ffmpeg.output();
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.tracks.back().video->width, 320);
    EXPECT_EQ(recording.tracks.back().audio->sampleRate, 44'100);
    EXPECT_TRUE(recording.packets.front().isKeyFrame);
    EXPECT_TRUE(recording.losses.empty());
    EXPECT_LT(longestStep(recording, media::MediaKind::Audio), std::chrono::milliseconds(30))
        << "no frame is missing";
    EXPECT_LT(longestStep(recording, media::MediaKind::Video), std::chrono::milliseconds(40));
    ffmpeg.terminate();
    ASSERT_TRUE(handler_.waitFor([](const Recording& all) { return !all.ends.empty(); }));
    EXPECT_EQ(handler_.recording().ends[0], rtmp::PublishEnd::Lost) << "its grace is to run";
}

TEST_F(Streams, RtpArrives) {
    const auto port = tests::freeUdpPort();
    const Input input(loops_, "127.0.0.1", port, [this] { return feed("good"); });
    Process ffmpeg(sender("rtp_mpegts", "rtp://127.0.0.1:" + std::to_string(port)));
    EXPECT_TRUE(arrives(30)) << ffmpeg.output();
    EXPECT_TRUE(handler_.recording().losses.empty());
}

TEST_F(Streams, AMulticastGroupIsJoined) {
    const auto port = tests::freeUdpPort();
    const Input input(loops_, "239.255.77.7", port, [this] { return feed("good"); });
    Process ffmpeg(sender(
        "mpegts", "udp://239.255.77.7:" + std::to_string(port) + "?pkt_size=1316&ttl=0&localaddr=127.0.0.1"));
    EXPECT_TRUE(arrives(30)) << ffmpeg.output();
}

TEST_F(Streams, TwoPercentOfLossAreSurvivedAndCounted) {
    const auto port = tests::freeUdpPort();
    const Input input(loops_, "127.0.0.1", port, [this] { return feed("good"); });
    tests::LossyForwarder badnet(port, 2);
    Process ffmpeg(sender("mpegts", "udp://127.0.0.1:" + std::to_string(badnet.port()) + "?pkt_size=1316"));
    ASSERT_TRUE(arrives(120)) << ffmpeg.output();
    ASSERT_TRUE(handler_.waitFor([](const Recording& all) { return !all.losses.empty(); }));
    const auto recording = handler_.recording();
    EXPECT_GT(badnet.lost(), 0);
    EXPECT_GT(recording.losses.back(), 0);
    EXPECT_LE(recording.losses.back(), 7 * badnet.lost()) << "a datagram holds seven packets";
    EXPECT_EQ(recording.requests.size(), 1U) << "one publication, all the time";
}

TEST_F(Streams, ATranscoderThatIsKilledIsStartedAgain) {
    const auto port = tests::freeUdpPort();
    const Input input(loops_, "127.0.0.1", port, [this] { return feed("good"); });
    Process ffmpeg(sender("mpegts", "udp://127.0.0.1:" + std::to_string(port) + "?pkt_size=1316"));
    ASSERT_TRUE(arrives(15)) << ffmpeg.output();
    const pid_t transcoder = transcoderProcess();
    ASSERT_GT(transcoder, 0);
    ASSERT_EQ(::kill(transcoder, SIGKILL), 0);
    ASSERT_TRUE(handler_.waitFor([](const Recording& all) { return all.requests.size() == 2; }));
    const std::size_t before = handler_.recording().count(media::MediaKind::Video);
    EXPECT_TRUE(arrives(before + 15));
}

class SrtStreams : public Streams {
protected:
    SrtStreams() : socket_(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        ::bind(socket_, reinterpret_cast<sockaddr*>(&address), length);
        ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length);
        port_ = ntohs(address.sin_port);
    }
    ~SrtStreams() override {
        listener_.reset();
        ::close(socket_);
    }

    void listen(const std::string& passphrase) {
        SrtListenerOptions options;
        options.descriptor = socket_;
        options.passphrase = Secret(passphrase);
        options.authorize = [](const StreamName& name, const std::string&) {
            return name.key.reveal() == "good" ? Result<>{}
                                               : fail(ErrorCategory::Denied, "test.key", "not this key");
        };
        options.makeFeed = [this](const StreamName& name) { return feed(name.key.reveal()); };
        listener_ = SrtListener::open(std::move(options), Logger::silent()).value();
    }

    [[nodiscard]] std::string srtUrl(const std::string& query) const {
        return "srt://127.0.0.1:" + std::to_string(port_) + "?" + query;
    }
    /// The code that a caller hears.
    [[nodiscard]] int refusalOf(const std::string& streamId) const {
        const SrtSocket caller(srt_create_socket());
        srt_setsockflag(caller.value(), SRTO_STREAMID, streamId.data(), static_cast<int>(streamId.size()));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port_);
        const int connected =
            srt_connect(caller.value(), reinterpret_cast<sockaddr*>(&address), sizeof address);
        return connected == 0 ? 0 : srt_getrejectreason(caller.value());
    }

    SrtLibrary library_;
    int socket_;
    std::uint16_t port_ = 0;
    std::unique_ptr<SrtListener> listener_;
};

TEST_F(SrtStreams, FfmpegPublishesWithAPassphrase) {
    listen("a long enough passphrase");
    Process ffmpeg(
        sender("mpegts", srtUrl("streamid=publish/good&passphrase=a%20long%20enough%20passphrase")));
    Process plain(sender("mpegts", srtUrl("streamid=good&passphrase=a long enough passphrase")));
    EXPECT_TRUE(arrives(30)) << ffmpeg.output() << plain.output();
    EXPECT_EQ(listener_->streams(), 1U) << "one key, one stream";
}

TEST_F(SrtStreams, WrongOnesAreRefused) {
    listen("a long enough passphrase");
    for (const char* const query : {"streamid=good&passphrase=another passphrase", "streamid=good",
                                    "streamid=bad&passphrase=a long enough passphrase"}) {
        const auto refused = tests::run(sender("mpegts", srtUrl(query)));
        EXPECT_NE(refused.exitCode, 0) << query;
    }
    EXPECT_EQ(listener_->streams(), 0U);
    EXPECT_TRUE(handler_.recording().requests.empty());
}

TEST_F(SrtStreams, TheReasonIsTold) {
    listen({});
    EXPECT_EQ(refusalOf("bad"), SRT_REJX_UNAUTHORIZED);
    EXPECT_EQ(refusalOf("read:good"), SRT_REJX_BAD_MODE);
    EXPECT_EQ(refusalOf("a/b/c"), SRT_REJX_BAD_REQUEST);
}

TEST_F(SrtStreams, GStreamerPublishes) {
    listen({});
    Process gstreamer({"gst-launch-1.0",
                       "-q",
                       "mpegtsmux",
                       "name=mux",
                       "alignment=7",
                       "!",
                       "srtsink",
                       "uri=" + srtUrl("streamid=good"),
                       "videotestsrc",
                       "is-live=true",
                       "!",
                       "video/x-raw,width=320,height=180,framerate=30/1",
                       "!",
                       "x264enc",
                       "tune=zerolatency",
                       "key-int-max=15",
                       "!",
                       "h264parse",
                       "!",
                       "mux.",
                       "audiotestsrc",
                       "is-live=true",
                       "!",
                       "avenc_aac",
                       "!",
                       "aacparse",
                       "!",
                       "mux."});
    EXPECT_TRUE(arrives(30)) << gstreamer.output();
}

TEST_F(SrtStreams, SrtLiveTransmitPublishes) {
    listen({});
    const auto port = tests::freeUdpPort();
    Process transmit(
        {"srt-live-transmit", "-q", "udp://127.0.0.1:" + std::to_string(port), srtUrl("streamid=good")});
    Process ffmpeg(sender("mpegts", "udp://127.0.0.1:" + std::to_string(port) + "?pkt_size=1316"));
    EXPECT_TRUE(arrives(30)) << transmit.output() << ffmpeg.output();
}

TEST_F(SrtStreams, AListenerElsewhereIsCalled) {
    const auto port = std::to_string(tests::freeUdpPort());
    Process ffmpeg(sender("mpegts", "srt://127.0.0.1:" + port + "?mode=listener&passphrase=ten letters"));
    const SrtCaller caller(
        parseInputUrl("srt://127.0.0.1:" + port).value(), Secret("ten letters"),
        [this] { return feed("good"); }, Logger::silent());
    EXPECT_TRUE(arrives(30)) << ffmpeg.output();
}

}  // namespace
}  // namespace footlight::relay::gateway
