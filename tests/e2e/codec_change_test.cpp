// An encoder changes its codec in the midst of a broadcast: by Enhanced RTMP, which no ffmpeg of Debian 12
// sends, so our own client publishes what ffmpeg's encoders made.
#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <fstream>
#include <sstream>

#include "core/net/async/deadline.h"
#include "core/net/async/event_loops.h"
#include "core/rtmp/session/publisher.h"
#include "tests/core/media/cmaf/encoded_file.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

using media::MediaTime;

FlvClip encoded(const std::string& codec, const std::vector<std::string>& more) {
    EncodeOptions options;
    options.video = {"-c:v", codec, "-preset", "ultrafast", "-g", "30"};
    options.video.insert(options.video.end(), more.begin(), more.end());
    return clipOf(encode(options));
}

/// Publishes clips in real time, one behind the other on one time line.
class Encoder {
public:
    explicit Encoder(const std::string& address) {
        target_.host = "127.0.0.1";
        target_.port = static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    ~Encoder() { vanish(); }
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    Result<void> connect(const std::string& key) {
        target_.streamKey = Secret(key);
        return run(open());
    }
    Result<void> send(const FlvClip& clip) { return run(sendAll(clip)); }
    Result<void> finish() { return run(publisher_->finish()); }
    /// Without a word.
    void vanish() { run(drop()); }

private:
    template <typename T>
    T run(net::Task<T> task) {
        return boost::asio::co_spawn(loops_.executor(0), std::move(task), boost::asio::use_future).get();
    }
    net::Task<> drop() {
        publisher_.reset();
        offset_ = {};
        co_return;
    }
    net::Task<Result<void>> open() {
        auto made = co_await rtmp::Publisher::connect(loops_.executor(0), target_, Logger::silent());
        if (!made) {
            co_return fail(std::move(made.error()));
        }
        publisher_ = std::move(*made);
        co_return Result<void>();
    }
    net::Task<Result<void>> sendAll(FlvClip clip) {
        rtmp::StreamMetadata metadata;
        metadata.keyFrameInterval = std::chrono::seconds(1);
        auto sent = co_await publisher_->start(clip.tracks, metadata);
        const auto began = std::chrono::steady_clock::now();
        MediaTime end{};
        for (media::Packet& packet : clip.packets) {
            const auto due = began + std::chrono::duration_cast<std::chrono::nanoseconds>(packet.dts);
            co_await net::pause(std::chrono::ceil<std::chrono::milliseconds>(
                std::max(due - std::chrono::steady_clock::now(), std::chrono::nanoseconds(0))));
            end = std::max(end, packet.dts);
            packet.dts += offset_;
            packet.pts += offset_;
            sent = co_await publisher_->send(std::move(packet));
            if (!sent) {
                co_return sent;
            }
        }
        offset_ += end + std::chrono::milliseconds(33);
        co_return sent;
    }

    rtmp::PublishTarget target_;
    net::EventLoops loops_{1};
    std::unique_ptr<rtmp::Publisher> publisher_;
    MediaTime offset_{};
};

struct Listed {
    std::string map;
    std::string segment;
};

/// The segments of a media playlist, each with its initialisation section.
std::vector<Listed> segmentsOf(const std::string& playlist) {
    constexpr std::string_view kMap = "#EXT-X-MAP:URI=\"";
    std::vector<Listed> listed;
    std::string map;
    std::istringstream lines(playlist);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with(kMap)) {
            map = line.substr(kMap.size(), line.find('"', kMap.size()) - kMap.size());
        } else if (!line.empty() && line[0] != '#') {
            listed.push_back({map, line});
        }
    }
    return listed;
}

class CodecChange : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("stage");
        ASSERT_FALSE(h264_.packets.empty());
        ASSERT_FALSE(hevc_.packets.empty());
    }
    [[nodiscard]] std::string list() const { return fetch(base_ + "media.m3u8").body; }
    /// All that was published with one initialisation section, as one file.
    [[nodiscard]] std::string join(const std::vector<Listed>& listed, const std::string& map) const {
        const auto file = (folder_ / "joined.mp4").string();
        std::vector<std::string> command{"curl", "-sS", "-f", "-o", file, base_ + map};
        EXPECT_EQ(run(command).exitCode, 0) << map;
        std::ofstream joined(file, std::ios::binary | std::ios::app);
        const auto part = (folder_ / "part").string();
        for (const auto& one : listed) {
            if (one.map == map) {
                EXPECT_EQ(run({"curl", "-sS", "-f", "-o", part, base_ + one.segment}).exitCode, 0) << map;
                joined << std::ifstream(part, std::ios::binary).rdbuf();
            }
        }
        return file;
    }
    /// The broadcast is over; `maps` initialisation sections were needed, the first H.264 and the last HEVC.
    void expectBothArePlayable(std::size_t maps) {
        ASSERT_TRUE(waitUntil([&] { return list().find("#EXT-X-ENDLIST") != std::string::npos; }))
            << list() << relay_.output();
        const auto playlist = list();
        const auto listed = segmentsOf(playlist);
        ASSERT_FALSE(listed.empty()) << playlist;
        std::vector<std::string> seen;
        for (const auto& one : listed) {
            if (seen.empty() || seen.back() != one.map) {
                seen.push_back(one.map);
            }
        }
        ASSERT_EQ(seen.size(), maps) << playlist;
        EXPECT_NE(playlist.find("#EXT-X-DISCONTINUITY\n"), std::string::npos) << playlist;
        expectDecodes(join(listed, seen.front()), "h264");
        expectDecodes(join(listed, seen.back()), "hevc");
    }

    RelayProcess relay_;
    std::string key_;
    FlvClip h264_ = encoded("libx264", {"-bf", "2"});
    FlvClip hevc_ = encoded("libx265", {"-x265-params", "log-level=none"});

private:
    static void expectDecodes(const std::string& file, const std::string& codec) {
        const auto told = run({"ffprobe", "-v", "error", "-count_packets", "-show_entries",
                               "stream=codec_name,nb_read_packets", "-of", "csv=p=0", file});
        EXPECT_EQ(told.output.substr(0, told.output.find(',')), codec) << told.output;
        EXPECT_NE(told.output.find("aac,"), std::string::npos) << told.output;
        const auto pictures = told.output.substr(std::min(told.output.find(',') + 1, told.output.size()));
        EXPECT_GE(std::atoi(pictures.c_str()), 110) << told.output << "of 120 pictures";
        const auto decoded =
            run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", file, "-f", "null", "-"});
        EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    }

    std::string base_ = "http://" + relay_.mediaAddress() + "/live/stage/source/";
    TempDir folder_;
};

TEST_F(CodecChange, OnOneConnection) {
    Encoder encoder(relay_.rtmpAddress());
    ASSERT_TRUE(encoder.connect(key_));
    ASSERT_TRUE(encoder.send(h264_));
    ASSERT_TRUE(encoder.send(hevc_)) << relay_.output();
    ASSERT_TRUE(encoder.finish());
    expectBothArePlayable(2);
}

TEST_F(CodecChange, WithAConnectionThatWasLost) {
    Encoder encoder(relay_.rtmpAddress());
    ASSERT_TRUE(encoder.connect(key_));
    ASSERT_TRUE(encoder.send(h264_));
    encoder.vanish();
    // The slate is on the air: viewers go on.
    ASSERT_TRUE(waitUntil([&] { return list().find("#EXT-X-DISCONTINUITY\n") != std::string::npos; }))
        << list() << relay_.output();
    const auto connected = encoder.connect(key_);
    ASSERT_TRUE(connected) << connected.error().text() << relay_.output();
    ASSERT_TRUE(encoder.send(hevc_)) << relay_.output();
    ASSERT_TRUE(encoder.finish());
    expectBothArePlayable(3);
}

}  // namespace
}  // namespace footlight::tests
