// What becomes of recordings afterwards: they go when their time has come, and what the network lost of them
// is filled from the streamer's own file.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/media/bitstream/flv_file.h"
#include "core/rtmp/protocol/data_message.h"
#include "tests/support/relay_owner.h"

namespace footlight::tests {
namespace {

constexpr std::int64_t kDay = 86'400'000;

class KeptRecordings : public testing::Test {
protected:
    explicit KeptRecordings(const std::vector<std::string>& arguments = {}) : relay_(arguments) {}
    void SetUp() override { ASSERT_FALSE(owner_.streamKey().empty()) << relay_.output(); }

    void publish() {
        publisher_ = std::make_unique<Process>(ffmpegEncoder(
            relay_.rtmpUrl(owner_.streamKey()), {.size = "320x180", .seconds = 100, .keyFrameInterval = 30}));
    }
    [[nodiscard]] std::size_t segments() const {
        const auto list = fetch("http://" + relay_.mediaAddress() + "/live/Ada/source/dvr.m3u8").body;
        std::size_t count = 0;
        for (auto at = list.find("#EXTINF"); at != std::string::npos; at = list.find("#EXTINF", at + 1)) {
            ++count;
        }
        return count;
    }
    bool waitForMore(std::size_t more) {
        const auto before = segments();
        return waitUntil([&] { return segments() >= before + more; });
    }
    /// The encoder says goodbye. The recording's id.
    std::string finish() {
        publisher_->signal(SIGINT);
        publisher_->waitForExit();
        const auto isFinished = [this] {
            return owner_.api("GET", "/recordings/" + owner_.newestRecording()).body.find(R"("finished")") !=
                       std::string::npos &&
                   owner_.api("GET", "/channels/Ada").body.find(R"("live":false)") != std::string::npos;
        };
        EXPECT_TRUE(waitUntil(isFinished)) << relay_.output();
        return owner_.newestRecording();
    }
    /// A broadcast of at least so many bytes on the disk.
    std::string record(std::uintmax_t bytes) {
        const auto before = folders();
        publish();
        EXPECT_TRUE(waitUntil([&] {
            std::uintmax_t sum = 0;
            for (const auto& folder : folders()) {
                sum += std::find(before.begin(), before.end(), folder) == before.end() ? sizeOf(folder) : 0;
            }
            return sum >= bytes;
        })) << publisher_->output()
            << relay_.output();
        return finish();
    }
    [[nodiscard]] std::filesystem::path recordings() const { return relay_.dataFolder() + "/recordings"; }
    [[nodiscard]] std::vector<std::string> folders() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(recordings())) {
            names.push_back(entry.path().filename().string());
        }
        return names;
    }
    [[nodiscard]] std::uintmax_t sizeOf(const std::string& folder) const {
        std::uintmax_t sum = 0;
        std::error_code gone;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(recordings() / folder, gone)) {
            sum += entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
        }
        return sum;
    }
    [[nodiscard]] std::string vod(const std::string& id, const std::string& file) const {
        return "http://" + relay_.mediaAddress() + "/vod/" + id + "/" + file;
    }
    /// The hub looks for what is to go when it starts, and every ten minutes.
    void sweep() {
        ASSERT_EQ(::kill(relay_.rolePid("hub"), SIGKILL), 0);
        ASSERT_TRUE(waitUntil([&] { return owner_.api("GET", "/me").status == 200; })) << relay_.output();
    }
    /// As if the broadcast had ended so long ago.
    void age(const std::string& id, std::int64_t milliseconds) {
        const auto aged =
            run({"python3", "-c",
                 "import sqlite3, sys\n"
                 "db = sqlite3.connect(sys.argv[1], timeout=30)\n"
                 "assert db.execute('UPDATE broadcasts SET ended_at = ended_at - ? WHERE id = ?', "
                 "(int(sys.argv[3]), sys.argv[2])).rowcount == 1\n"
                 "db.commit()",
                 relay_.dataFolder() + "/relay.db", id, std::to_string(milliseconds)});
        ASSERT_EQ(aged.exitCode, 0) << aged.output;
    }
    void expectGone(const std::string& id) {
        EXPECT_TRUE(waitUntil([&] { return !std::filesystem::exists(recordings() / id); }))
            << relay_.output();
        EXPECT_EQ(owner_.api("GET", "/recordings/" + id).status, 404);
        EXPECT_EQ(fetch(vod(id, "source/media.m3u8")).status, 404);
    }
    void expectThere(const std::string& id) {
        EXPECT_EQ(owner_.api("GET", "/recordings/" + id).status, 200);
        EXPECT_EQ(fetch(vod(id, "source/media.m3u8")).status, 200);
    }
    void expectDecodes(const std::string& url) {
        const auto decoded =
            run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url, "-f", "null", "-"});
        EXPECT_EQ(decoded.exitCode, 0) << decoded.output;
        EXPECT_EQ(decoded.output, "");
    }
    /// Of the recording as one MP4.
    [[nodiscard]] double seconds(const std::string& id) const {
        const auto probed = run({"ffprobe", "-v", "error", "-show_entries", "format=duration", "-of",
                                 "csv=p=0", vod(id, "download.mp4")});
        return std::strtod(probed.output.c_str(), nullptr);
    }
    [[nodiscard]] long pictures(const std::string& id) const {
        const auto probed =
            run({"ffprobe", "-v", "error", "-count_packets", "-select_streams", "v", "-show_entries",
                 "stream=nb_read_packets", "-of", "csv=p=0", vod(id, "download.mp4")});
        return std::strtol(probed.output.c_str(), nullptr, 10);
    }

    RelayProcess relay_;
    RelayOwner owner_{"http://" + relay_.hubAddress()};
    std::unique_ptr<Process> publisher_;
};

class FewRecordings : public KeptRecordings {
protected:
    FewRecordings() : KeptRecordings({"--set", "limits.recordings_mib=1"}) {}
};

/// What a streamer kept: the encoder's file, and when its first picture was captured.
void makeLocalFile(const std::filesystem::path& file, UtcTime begin, int seconds) {
    const auto plain = file.string() + ".plain.flv";
    auto command = ffmpegEncoder(plain, {.size = "320x180", .seconds = seconds, .keyFrameInterval = 30});
    std::erase(command, "-re");
    const auto made = run(command);
    ASSERT_EQ(made.exitCode, 0) << made.output;
    std::ifstream in(plain, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto header = media::flv::fileHeader(true, true);
    const auto clock = media::flv::fileTag(media::flv::FileTagType::Data, std::chrono::milliseconds{0},
                                           rtmp::writeCaptureClock(begin));
    ASSERT_TRUE(clock);
    std::ofstream out(file, std::ios::binary);
    out << textOf(header) << textOf(*clock) << bytes.substr(header.size());
}

}  // namespace

TEST_F(KeptRecordings, GoWhenTheirDaysAreOver) {
    ASSERT_EQ(owner_.api("PATCH", "/channels/Ada/settings", R"({"retentionDays":1})").status, 200);
    const auto old = record(150'000);
    const auto precious = record(150'000);
    const auto fresh = record(150'000);
    ASSERT_EQ(owner_.api("PATCH", "/recordings/" + precious, R"({"keep":true})").status, 200);
    age(old, 2 * kDay);
    age(precious, 2 * kDay);
    sweep();
    expectGone(old);
    expectThere(precious);
    expectThere(fresh);
}

TEST_F(FewRecordings, TheOldestGoWhenAllAreTooMuch) {
    const auto first = record(700'000);
    const auto second = record(700'000);
    sweep();
    expectGone(first);
    expectThere(second);
    const auto third = record(700'000);
    ASSERT_EQ(owner_.api("PATCH", "/recordings/" + second, R"({"keep":true})").status, 200);
    sweep();
    expectGone(third);
    expectThere(second);
}

TEST_F(KeptRecordings, AHoleIsFilledWithThePicturesOfTheStreamersOwnFile) {
    publish();
    ASSERT_TRUE(waitForMore(3)) << publisher_->output() << relay_.output();
    publisher_->signal(SIGKILL);
    publisher_->waitForExit();
    ASSERT_TRUE(waitForMore(3)) << "the slate: " << relay_.output();
    publish();
    ASSERT_TRUE(waitForMore(3)) << publisher_->output() << relay_.output();
    const auto id = finish();

    boost::system::error_code error;
    const auto holes = boost::json::parse(owner_.api("GET", "/recordings/" + id + "/holes").body, error);
    ASSERT_FALSE(error);
    ASSERT_EQ(holes.at("items").as_array().size(), 1U) << holes;
    const auto& hole = holes.at("items").at(0);
    const auto at = utcFromMilliseconds(hole.at("at").to_number<std::int64_t>());
    const auto missing = static_cast<double>(hole.at("durationMs").to_number<std::int64_t>()) / 1000;
    const auto before = seconds(id);
    ASSERT_GT(missing, 2);

    TempDir folder;
    const auto file = folder / "local.flv";
    makeLocalFile(file, at - std::chrono::seconds(3), static_cast<int>(missing) + 7);
    const auto url = RelayOwner::text(owner_.api("POST", "/recordings/" + id + "/holes/0/fill"), "url");
    ASSERT_FALSE(url.empty());
    const std::vector<std::string> upload{"-X", "POST", "--data-binary", "@" + file.string()};
    const std::vector<std::string> little{"-X", "POST", "--data-binary", "FLV"};
    EXPECT_EQ(fetch(url + "0", little).status, 403) << "a ticket is for one stretch";
    EXPECT_EQ(fetch(vod(id, url.substr(url.find("fill?"))), little).status, 403) << "and needed";
    const auto filled = fetch(url, upload);
    EXPECT_EQ(filled.status, 201) << filled.body << relay_.output();

    EXPECT_NEAR(seconds(id), before + missing, 0.3);
    EXPECT_NEAR(static_cast<double>(pictures(id)), 30 * seconds(id), 10) << "pictures from begin to end";
    expectDecodes(vod(id, "index.m3u8"));
    expectDecodes(vod(id, "download.mp4"));
    EXPECT_TRUE(waitUntil([&] {
        return owner_.api("GET", "/recordings/" + id + "/holes").body.find("durationMs") == std::string::npos;
    })) << owner_.api("GET", "/recordings/" + id + "/holes").body;
}

}  // namespace footlight::tests
