// What a channel's owner does over the API, against the real relay: settings, slate, targets, a switched,
// ended and restarted broadcast.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "tests/support/relay_owner.h"

namespace footlight::tests {
namespace {

class OwnerEndToEnd : public testing::Test {
protected:
    OwnerEndToEnd() { EXPECT_FALSE(owner_.streamKey().empty()) << relay_.output(); }

    Fetched api(const std::string& method, const std::string& path, const std::string& body = "") {
        return owner_.api(method, path, body);
    }
    bool isLive() { return api("GET", "/channels/Ada").body.find(R"("live":true)") != std::string::npos; }
    pid_t roleOf(const std::string& name) {
        const auto found =
            run({"pgrep", "-P", std::to_string(relay_.process().pid()), "-f", "--", "--role " + name});
        return found.output.empty() ? -1 : std::stoi(found.output);
    }

    RelayProcess relay_;
    RelayOwner owner_{"http://" + relay_.hubAddress()};
};

TEST_F(OwnerEndToEnd, KeysOfOthersAreOnDiskSealedAlone) {
    const auto made =
        api("POST", "/channels/Ada/targets",
            R"({"name":"Elsewhere","url":"rtmp://127.0.0.1:9/live","streamKey":"others-secret-1"})");
    ASSERT_EQ(made.status, 201) << made.body;
    const std::filesystem::path data = relay_.dataFolder();
    for (const auto* key : {"seal.key", "media.key"}) {
        struct stat status {};
        ASSERT_EQ(::stat((data / key).c_str(), &status), 0) << key;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << key;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data)) {
        if (!entry.is_regular_file()) {
            continue;
        }
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(bytes.find("others-secret-1"), std::string::npos) << entry.path();
    }
    EXPECT_EQ(api("GET", "/channels/Ada/targets").body.find("others-secret-1"), std::string::npos);
    EXPECT_EQ(relay_.output().find("others-secret-1"), std::string::npos) << "nor in the log";
}

TEST_F(OwnerEndToEnd, ASlateIsUploadedAndShown) {
    const auto picture = std::filesystem::path(relay_.dataFolder()).parent_path() / "slate.png";
    const auto drawn = run({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=1920x1080",
                            "-frames:v", "1", picture.string()});
    ASSERT_EQ(drawn.exitCode, 0) << drawn.output;
    ASSERT_GT(std::filesystem::file_size(picture), 64U * 1024U) << "more than a request may hold in memory";
    const auto sent = api("PUT", "/channels/Ada/slate", "@" + picture.string());
    ASSERT_EQ(sent.status, 204) << sent.body;
    std::ifstream file(picture, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(api("GET", "/channels/Ada/slate").body, bytes);
    EXPECT_EQ(api("PUT", "/channels/Ada/slate", "no picture").status, 400);
    EXPECT_EQ(api("DELETE", "/channels/Ada/slate").status, 204);
    EXPECT_TRUE(std::filesystem::is_empty(std::filesystem::path(relay_.dataFolder()) / "slates"));
}

TEST_F(OwnerEndToEnd, ABroadcastIsEndedByItsOwnerAtOnce) {
    Process encoder(ffmpegEncoder(relay_.rtmpUrl(owner_.streamKey())));
    ASSERT_TRUE(waitUntilPlayable(relay_, "Ada")) << relay_.output() << encoder.output();
    ASSERT_TRUE(waitUntil([&] { return isLive(); }));
    EXPECT_EQ(api("POST", "/channels/Ada/end").status, 204);
    EXPECT_FALSE(isLive());
    EXPECT_TRUE(encoder.waitForExit(std::chrono::seconds{20})) << "the publisher is told";
    const auto playlist = "http://" + relay_.mediaAddress() + "/live/Ada/source/media.m3u8";
    EXPECT_TRUE(waitUntil([&] { return fetch(playlist).body.find("#EXT-X-ENDLIST") != std::string::npos; }))
        << relay_.output();
    EXPECT_FALSE(isLive()) << "what the origin told meanwhile changes nothing";
}

TEST_F(OwnerEndToEnd, ABroadcastIsTheSameAfterTheHubStartedAnew) {
    Process encoder(ffmpegEncoder(relay_.rtmpUrl(owner_.streamKey())));
    ASSERT_TRUE(waitUntilPlayable(relay_, "Ada")) << relay_.output() << encoder.output();
    ASSERT_TRUE(waitUntil([&] { return isLive(); }));
    const auto started = api("GET", "/channels/Ada").body;
    const auto hub = roleOf("hub");
    ASSERT_GT(hub, 0);
    ::kill(hub, SIGKILL);
    ASSERT_TRUE(waitUntil([&] {
        const auto now = roleOf("hub");
        return now > 0 && now != hub && api("GET", "/relay").status == 200;
    })) << relay_.output();
    EXPECT_TRUE(isLive());
    EXPECT_EQ(api("GET", "/channels/Ada").body, started);
    // The origin hears the new hub as it heard the former one.
    EXPECT_EQ(api("POST", "/channels/Ada/end").status, 204);
    EXPECT_TRUE(encoder.waitForExit(std::chrono::seconds{30})) << relay_.output();
}

}  // namespace
}  // namespace footlight::tests
