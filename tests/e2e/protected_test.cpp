// Who may watch: public, unlisted and protected channels on the real relay, their live end, their whole
// broadcast and their recordings.
#include <gtest/gtest.h>

#include <fstream>

#include "core/accounts/media_token.h"
#include "tests/support/relay_owner.h"

namespace footlight::tests {
namespace {

using accounts::MediaPurpose;
using accounts::MediaTokens;

class Visibilities : public testing::Test {
protected:
    void SetUp() override { ASSERT_FALSE(owner_.streamKey().empty()) << relay_.output(); }

    void make(const std::string& visibility) {
        const auto changed =
            owner_.api("PATCH", "/channels/Ada/settings", R"({"visibility":")" + visibility + R"("})");
        ASSERT_EQ(changed.status, 200) << changed.body;
    }
    void publish() {
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(owner_.streamKey()), {.size = "320x180", .seconds = 90}));
        ASSERT_TRUE(waitUntil([&] {
            return owner_.api("GET", "/channels/Ada").body.find(R"("live":true)") != std::string::npos;
        })) << publisher_->output()
            << relay_.output();
    }
    [[nodiscard]] std::string media(const std::string& path) const {
        return "http://" + relay_.mediaAddress() + path;
    }
    /// "/t/TOKEN" of a link that the owner had made.
    [[nodiscard]] std::string linkToken() const {
        const auto url = RelayOwner::text(owner_.api("POST", "/channels/Ada/links", R"({"hours":1})"), "url");
        const auto begin = url.find("/t/");
        return begin == std::string::npos ? "" : url.substr(begin, url.find('/', begin + 3) - begin);
    }
    /// A token as the relay signs them, of any claim.
    [[nodiscard]] std::string sign(const accounts::MediaClaim& claim) const {
        std::ifstream file(relay_.dataFolder() + "/media.key");
        return "/t/" + MediaTokens(Secret({std::istreambuf_iterator<char>(file), {}})).make(claim);
    }
    void expectPlays(const std::string& url) {
        const auto played =
            run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", url, "-t", "2", "-f", "null", "-"});
        EXPECT_EQ(played.exitCode, 0) << url << played.output << relay_.output();
    }
    [[nodiscard]] bool isListed() const {
        return fetch("http://" + relay_.hubAddress() + "/api/v1/channels").body.find("\"Ada\"") !=
               std::string::npos;
    }

    RelayProcess relay_;
    RelayOwner owner_{"http://" + relay_.hubAddress()};
    std::unique_ptr<Process> publisher_;
};

/// A line of a playlist that is no tag.
std::string firstAddress(const std::string& playlist) {
    const auto line = playlist.find('\n', playlist.find("#EXTINF"));
    return playlist.substr(line + 1, playlist.find('\n', line + 1) - line - 1);
}

}  // namespace

TEST_F(Visibilities, AProtectedChannelOpensToItsLinksAlone) {
    make("protected");
    publish();
    const auto link = linkToken();
    ASSERT_FALSE(link.empty());
    ASSERT_TRUE(waitUntil([&] {
        return fetch(media(link + "/live/Ada/source/media.m3u8")).body.find("#EXTINF") != std::string::npos;
    })) << relay_.output();
    const auto segment = firstAddress(fetch(media(link + "/live/Ada/source/media.m3u8")).body);
    const auto expired = sign({MediaPurpose::Play, "ada", utcFromMilliseconds(1'000)});
    const auto others = sign({MediaPurpose::Play, "bob", SystemClock().utcNow() + std::chrono::hours(1)});
    const auto upload = sign({MediaPurpose::Upload, "ada", SystemClock().utcNow() + std::chrono::hours(1)});
    auto forged = link;
    forged[forged.size() / 2] = forged[forged.size() / 2] == 'A' ? 'B' : 'A';
    for (const std::string path :
         {"/live/Ada/index.m3u8", "/live/Ada/dvr.m3u8", "/live/Ada/source/media.m3u8",
          "/live/Ada/source/dvr.m3u8", "/live/Ada/source/"}) {
        const auto whole = path.ends_with('/') ? path + segment : path;
        EXPECT_EQ(fetch(media(link + whole), {"-o", "/dev/null"}).status, 200) << whole;
        for (const auto& prefix :
             {std::string(), expired, others, upload, forged, std::string("/t/nonsense")}) {
            EXPECT_EQ(fetch(media(prefix + whole)).status, 403) << prefix << whole;
        }
    }
    EXPECT_NE(fetch(media(expired + "/live/Ada/index.m3u8")).body.find("expired"), std::string::npos);
    const auto head = fetch(media(link + "/live/Ada/source/" + segment), {"-I"}).body;
    EXPECT_NE(head.find("Cache-Control: private"), std::string::npos) << head;
    expectPlays(media(link + "/live/Ada/index.m3u8"));
    expectPlays(media(link + "/live/Ada/dvr.m3u8"));
}

TEST_F(Visibilities, AProtectedChannelsRecordingOpensToItsLinksAlone) {
    make("protected");
    publish();
    const auto link = linkToken();
    ASSERT_TRUE(waitUntil([&] { return !owner_.newestRecording().empty(); })) << relay_.output();
    const auto vod = "/vod/" + owner_.newestRecording();
    ASSERT_TRUE(waitUntil([&] {
        const auto list = fetch(media(link + vod + "/source/media.m3u8")).body;
        return list.find("#EXTINF", list.find("#EXTINF") + 1) != std::string::npos;
    })) << relay_.output();
    const auto expired = sign({MediaPurpose::Play, "ada", utcFromMilliseconds(1'000)});
    for (const std::string path : {"/index.m3u8", "/source/media.m3u8", "/download.mp4"}) {
        EXPECT_EQ(fetch(media(link + vod + path), {"-o", "/dev/null"}).status, 200) << path;
        EXPECT_EQ(fetch(media(vod + path)).status, 403) << path;
        EXPECT_EQ(fetch(media(expired + vod + path)).status, 403) << path;
        EXPECT_EQ(fetch(media("/t/nonsense" + vod + path)).status, 403) << path;
    }
    expectPlays(media(link + vod + "/index.m3u8"));
    const auto shown = owner_.api("GET", "/recordings/" + owner_.newestRecording());
    expectPlays(RelayOwner::text(shown, "playback"));
    EXPECT_EQ(fetch(RelayOwner::text(shown, "download"), {"-o", "/dev/null"}).status, 200);
}

TEST_F(Visibilities, AnUnlistedChannelPlaysAndIsInNoDirectory) {
    publish();
    ASSERT_TRUE(waitUntilPlayable(relay_, "Ada")) << relay_.output();
    EXPECT_TRUE(isListed());
    make("unlisted");
    EXPECT_FALSE(isListed());
    EXPECT_EQ(fetch("http://" + relay_.hubAddress() + "/api/v1/channels/Ada").status, 200);
    expectPlays(relay_.playlistUrl("Ada"));
    make("protected");
    EXPECT_FALSE(isListed());
    EXPECT_TRUE(waitUntil([&] { return fetch(relay_.playlistUrl("Ada")).status == 403; }))
        << "the broadcast on air is closed at once";
}

}  // namespace footlight::tests
