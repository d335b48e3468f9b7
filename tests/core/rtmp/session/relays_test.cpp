// Our publisher and the relays of others.
#include <csignal>
#include <fstream>

#include "tests/core/rtmp/session/ingest_fixture.h"
#include "tests/support/temp_dir.h"

namespace footlight::rtmp {

using tests::Process;

namespace {

/// A port that was free a moment ago.
std::uint16_t freePort() {
    boost::asio::io_context context;
    const boost::asio::ip::tcp::endpoint any(boost::asio::ip::address_v4::loopback(), 0);
    return boost::asio::ip::tcp::acceptor(context, any).local_endpoint().port();
}

struct Sample {
    media::Tracks tracks;
    std::vector<media::Packet> packets;
};

/// A second of what ffmpeg publishes to our own server: real pictures and sound to send on.
class Relays : public IngestFixture {
protected:
    void SetUp() override {
        Process encoder({"ffmpeg",   "-nostdin",  "-v",   "error",
                         "-f",       "lavfi",     "-i",   "testsrc2=size=320x180:rate=30",
                         "-f",       "lavfi",     "-i",   "sine=sample_rate=48000",
                         "-t",       "2",         "-c:v", "libx264",
                         "-preset",  "ultrafast", "-bf",  "2",
                         "-g",       "30",        "-c:a", "aac",
                         "-ac",      "2",         "-f",   "flv",
                         url("good")});
        ASSERT_EQ(encoder.waitForExit(), 0) << encoder.output();
        ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }));
        sample_.tracks = handler_.recording().tracks.back();
        sample_.packets = handler_.recording().packets;
    }

    Sample sample_;
};

net::Task<Result<Publisher::Statistics>> publish(net::Executor executor, PublishTarget target,
                                                 Sample sample) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    auto outcome = co_await (*publisher)->start(sample.tracks, StreamMetadata());
    for (std::size_t i = 0; outcome && i < sample.packets.size(); ++i) {
        outcome = co_await (*publisher)->sendCaptureClock(sample.packets[i].pts, utcFromMilliseconds(1));
        if (outcome) {
            outcome = co_await (*publisher)->send(sample.packets[i]);
        }
    }
    const auto statistics = (*publisher)->statistics();
    if (outcome) {
        outcome = co_await (*publisher)->finish();
    }
    if (!outcome) {
        co_return fail(std::move(outcome.error()));
    }
    co_return statistics;
}

void expectWhole(const std::string& file, std::size_t pictures) {
    const auto probed = tests::run({"ffprobe", "-v", "error", "-count_packets", "-show_entries",
                                    "stream=codec_name,nb_read_packets", "-of", "csv=p=0", file});
    EXPECT_NE(probed.output.find("h264," + std::to_string(pictures)), std::string::npos) << probed.output;
    EXPECT_NE(probed.output.find("aac,"), std::string::npos) << probed.output;
    const auto decoded =
        tests::run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", file, "-f", "null", "-"});
    EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
    EXPECT_EQ(decoded.output, "");
}

}  // namespace

TEST_F(Relays, FfmpegListeningTakesOurStream) {
    const tests::TempDir folder;
    const std::string file = (folder.path() / "taken.flv").string();
    auto to = target("good");
    to.port = freePort();
    Process relay({"ffmpeg", "-nostdin", "-v", "error", "-y", "-listen", "1", "-i",
                   "rtmp://127.0.0.1:" + std::to_string(to.port) + "/live/good", "-c", "copy", file});
    Result<Publisher::Statistics> outcome = fail(ErrorCategory::Unavailable, "test", "not tried");
    ASSERT_TRUE(tests::waitUntil([&] {
        outcome = run(publish(loops_.executor(0), to, sample_));
        return outcome || outcome.error().category() != ErrorCategory::Unavailable;
    })) << relay.output();
    ASSERT_TRUE(outcome) << outcome.error().text() << relay.output();
    EXPECT_GT(outcome->bytesSent, 10'000U);
    ASSERT_TRUE(relay.waitForExit(20s)) << relay.output();
    expectWhole(file, 60);
}

TEST_F(Relays, NginxTakesOurStream) {
    const tests::TempDir folder;
    auto to = target("good");
    to.port = freePort();
    const std::string root = folder.path().string();
    std::ofstream(folder.path() / "nginx.conf")
        << "load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;\n"
        << "daemon off; master_process off; error_log stderr warn; pid " << root << "/pid;\n"
        << "events { worker_connections 64; }\n"
        << "rtmp { access_log off; server { listen 127.0.0.1:" << to.port << "; application live { live on;\n"
        << "record all; record_path " << root << "; record_suffix .flv; } } }\n";
    Process relay({"/usr/sbin/nginx", "-p", root, "-c", root + "/nginx.conf"});
    Result<Publisher::Statistics> outcome = fail(ErrorCategory::Unavailable, "test", "not tried");
    ASSERT_TRUE(tests::waitUntil([&] {
        outcome = run(publish(loops_.executor(0), to, sample_));
        return outcome || outcome.error().category() != ErrorCategory::Unavailable;
    })) << relay.output();
    ASSERT_TRUE(outcome) << outcome.error().text() << relay.output();
    EXPECT_TRUE(outcome->roundTrip);
    relay.terminate();
    expectWhole(root + "/good.flv", 60);
}

}  // namespace footlight::rtmp
