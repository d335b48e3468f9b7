// Who may fetch what, how long it may be kept, and the whole broadcast behind its window.
#include "core/accounts/media_token.h"
#include "core/hls/parser.h"
#include "tests/core/relay/origin/fed_origin.h"
#include "tests/core/relay/origin/readable_archive.h"

namespace footlight::relay::origin {
namespace {

using accounts::MediaPurpose;
using testing::HasSubstr;

class MediaAccess : public FedOrigin {
protected:
    MediaAccess() {
        stop();
        archive_ = &memory_;
        tokens_ = &keys_;
        start({});
    }
    ~MediaAccess() override { leave(); }

    static const tests::FlvClip& clip() {
        static const auto kClip = [] {
            tests::ClipOptions options;
            options.seconds = 70;
            options.size = "64x36";
            options.frameRate = "5";
            options.gopFrames = 10;
            return tests::makeClip(options);
        }();
        return kClip;
    }

    /// Publishes the whole clip on "Stage", as fast as it is taken.
    void publish(Visibility visibility) {
        ChannelPolicy policy;
        policy.visibility = visibility;
        hub_.setPolicy(policy);
        FedOrigin::publish("Stage", clip().tracks);
        send(clip().packets);
    }

    [[nodiscard]] std::string token(MediaPurpose purpose, const std::string& subject,
                                    std::chrono::seconds life) const {
        return keys_.make({purpose, subject, clock_.utcNow() + life});
    }

    hls::MediaPlaylist media(const std::string& path) const {
        auto parsed = hls::parsePlaylist(get(path).body);
        EXPECT_TRUE(parsed) << path << ": " << parsed.error().text();
        return parsed ? std::get<hls::MediaPlaylist>(*parsed) : hls::MediaPlaylist{};
    }

    ReadableArchive memory_;
    accounts::MediaTokens keys_{Secret("a key that both know")};
};

TEST_F(MediaAccess, AProtectedChannelNeedsAToken) {
    publish(Visibility::Protected);
    for (const auto* path : {"index.m3u8", "dvr.m3u8", "source/media.m3u8", "source/dvr.m3u8",
                             "source/init-1.mp4", "source/1.m4s", "source/1.0.m4s"}) {
        const auto answer = get(std::string("/live/Stage/") + path);
        EXPECT_EQ(answer.status, 403) << path;
        EXPECT_EQ(answer.header("Cache-Control"), "no-store");
        EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
    }
    const auto base = "/t/" + token(MediaPurpose::Play, "stage", 60s) + "/live/Stage/";
    EXPECT_THAT(get(base + "index.m3u8").body, HasSubstr("\nsource/media.m3u8"));
    const auto window = media(base + "source/media.m3u8");
    ASSERT_FALSE(window.segments.empty());
    for (const auto& name : {window.segments[0].uri, window.segments[0].map->uri}) {
        const auto answer = get(base + "source/" + name);
        EXPECT_EQ(answer.status, 200) << name;
        EXPECT_EQ(answer.header("Cache-Control"), "private, max-age=3600, immutable");
    }
}

TEST_F(MediaAccess, ATokenOpensWhatItIsForAndNoLongerThanItSays) {
    publish(Visibility::Protected);
    const std::string rest = "/live/Stage/source/media.m3u8";
    const auto with = [&](const std::string& what) { return get("/t/" + what + rest).status; };
    EXPECT_EQ(with(token(MediaPurpose::Play, "stage", 60s)), 200);
    EXPECT_EQ(with(token(MediaPurpose::Play, "other", 60s)), 403);
    EXPECT_EQ(with(token(MediaPurpose::Upload, "stage", 60s)), 403);
    EXPECT_EQ(with(token(MediaPurpose::Play, "stage", -1s)), 403);
    EXPECT_EQ(with("nonsense"), 403);
    const accounts::MediaTokens foreign{Secret("another key")};
    EXPECT_EQ(with(foreign.make({MediaPurpose::Play, "stage", clock_.utcNow() + 60s})), 403);
    EXPECT_EQ(get("/t/" + token(MediaPurpose::Play, "stage", 60s)).status, 404);
}

TEST_F(MediaAccess, EveryKindSaysHowLongItMayBeKept) {
    publish(Visibility::Public);
    const std::string live = "no-cache, no-store, private";
    for (const auto* path : {"index.m3u8", "dvr.m3u8", "source/media.m3u8", "source/dvr.m3u8"}) {
        EXPECT_EQ(get(std::string("/live/Stage/") + path).header("Cache-Control"), live) << path;
    }
    const auto window = media("/live/Stage/source/media.m3u8");
    const auto last = std::to_string(window.sequenceOf(window.segments.size() - 1));
    const auto version = get("/live/Stage/source/media.m3u8?_HLS_msn=" + last);
    EXPECT_EQ(version.header("Cache-Control"), "public, max-age=6");
    const auto segment = get("/live/Stage/source/" + window.segments[0].uri);
    EXPECT_EQ(segment.header("Cache-Control"), "public, max-age=3600, immutable");
    EXPECT_EQ(segment.header("Referrer-Policy"), "no-referrer");
    EXPECT_EQ(segment.header("X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(segment.header("Content-Security-Policy"), HasSubstr("default-src 'none'"));
}

TEST_F(MediaAccess, WhatAClientHasAlreadyIsNotSentAgain) {
    publish(Visibility::Public);
    const auto uri = media("/live/Stage/source/media.m3u8").segments[0].uri;
    for (const auto& path : {std::string("/live/Stage/index.m3u8"),
                             std::string("/live/Stage/source/media.m3u8"), "/live/Stage/source/" + uri}) {
        const auto tag = get(path).header("ETag");
        EXPECT_THAT(tag, testing::MatchesRegex("\".+\"")) << path;
        const auto again = get(path, {"-H", "If-None-Match: \"x\", W/" + tag});
        EXPECT_EQ(again.status, 304) << path;
        EXPECT_EQ(again.body, "");
        EXPECT_EQ(again.header("ETag"), tag);
        EXPECT_EQ(get(path, {"-H", "If-None-Match: \"x\""}).status, 200) << path;
        EXPECT_NE(get(path, {"-H", "Accept-Encoding: gzip"}).header("ETag"),
                  path.ends_with(".m4s") ? "" : tag);
    }
    const auto path = "/live/Stage/source/" + uri;
    const auto tag = get(path).header("ETag");
    EXPECT_EQ(get(path, {"-H", "Range: bytes=0-9", "-H", "If-Range: " + tag}).status, 206);
    EXPECT_EQ(get(path, {"-H", "Range: bytes=0-9", "-H", "If-Range: \"old\""}).status, 200);
}

TEST_F(MediaAccess, TheWholeBroadcastCanBeRewound) {
    publish(Visibility::Public);
    EXPECT_THAT(get("/live/Stage/dvr.m3u8").body, HasSubstr("\nsource/dvr.m3u8"));
    const auto window = media("/live/Stage/source/media.m3u8");
    const auto whole = media("/live/Stage/source/dvr.m3u8");
    ASSERT_GT(whole.segments.size(), window.segments.size() + 15);
    EXPECT_EQ(whole.segments.back(), window.segments.back());
    EXPECT_EQ(whole.preloadHints, window.preloadHints);
    for (std::size_t i = 0; i < whole.segments.size(); i += 5) {
        const auto answer = get("/live/Stage/source/" + whole.segments[i].uri);
        EXPECT_EQ(answer.status, 200) << i;
        EXPECT_THAT(answer.body, HasSubstr("moof")) << i;
    }
    EXPECT_EQ(get("/live/Stage/source/" + std::to_string(whole.mediaSequence - 1) + ".m4s").status, 404);
    const auto next = whole.sequenceOf(whole.segments.size());
    EXPECT_EQ(get("/live/Stage/source/dvr.m3u8?_HLS_msn=" + std::to_string(next + 9)).status, 400);
    const auto delta = media("/live/Stage/source/dvr.m3u8?_HLS_skip=YES");
    EXPECT_GT(delta.skippedSegments, whole.segments.size() - window.segments.size());
    EXPECT_EQ(get("/live/Stage/source/dvr.m3u8", {"--compressed"}).body,
              get("/live/Stage/source/dvr.m3u8").body);
}

}  // namespace
}  // namespace footlight::relay::origin
