#include <future>
#include "core/hls/parser.h"

#include "tests/core/relay/origin/fed_origin.h"

namespace footlight::relay::origin {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class MediaServiceTest : public FedOrigin {
protected:
    static const tests::FlvClip& clip() {
        static const auto kClip = [] {
            tests::ClipOptions options;
            options.seconds = 40;
            options.size = "160x90";
            options.frameRate = "15";
            options.gopFrames = 30;
            return tests::makeClip(options);
        }();
        return kClip;
    }

    void publish(const std::string& channel = "stage") { FedOrigin::publish(channel, clip().tracks); }

    /// Sends the clip up to `end`.
    void sendUntil(std::chrono::milliseconds end) {
        const auto& packets = clip().packets;
        const auto first = next_;
        while (next_ < packets.size() && packets[next_].dts < media::MediaTime{end}) {
            ++next_;
        }
        send({packets.data() + first, next_ - first});
    }

    std::future<Answer> getLater(const std::string& path) {
        return std::async(std::launch::async, [this, path] { return get(path); });
    }

    const std::string list_ = "/live/stage/source/media.m3u8";
    std::size_t next_ = 0;
};

TEST_F(MediaServiceTest, ABlockingReloadIsAnsweredWithThePartItWaitsFor) {
    publish();
    sendUntil(4100ms);
    const auto edge = playlist("stage");
    const auto next = edge.sequenceOf(edge.segments.size());
    auto first = getLater(list_ + "?_HLS_msn=" + std::to_string(next) + "&_HLS_part=1");
    auto second = getLater(list_ + "?_HLS_msn=" + std::to_string(next));
    EXPECT_EQ(first.wait_for(300ms), std::future_status::timeout);
    sendUntil(4500ms);
    const auto answer = first.get();
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr(std::to_string(next) + ".1.m4s\""));
    EXPECT_THAT(answer.header("Cache-Control"), HasSubstr("max-age"));
    EXPECT_EQ(second.wait_for(0ms), std::future_status::timeout) << "waits for the whole segment";
    sendUntil(6100ms);
    EXPECT_THAT(second.get().body, HasSubstr("\n" + std::to_string(next) + ".m4s"));
}

TEST_F(MediaServiceTest, TheHintedPartIsSentWhenItIsThere) {
    publish();
    sendUntil(4300ms);
    const auto hint = playlist("stage").preloadHints.at(0).uri;
    auto part = getLater("/live/stage/source/" + hint);
    EXPECT_EQ(part.wait_for(300ms), std::future_status::timeout);
    sendUntil(4500ms);
    const auto answer = part.get();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, get("/live/stage/source/" + hint).body);
    EXPECT_THAT(answer.header("Cache-Control"), HasSubstr("immutable"));
    EXPECT_EQ(answer.header("Content-Type"), "video/mp4");
}

TEST_F(MediaServiceTest, EveryHintIsKept) {
    publish();
    sendUntil(4100ms);
    for (auto end = 4150ms; end < 8000ms; end += 200ms) {
        const auto hint = playlist("stage").preloadHints.at(0).uri;
        sendUntil(end + 200ms);
        EXPECT_EQ(get("/live/stage/source/" + hint).status, 200) << hint;
    }
}

TEST_F(MediaServiceTest, WaitingRequestsAreReleasedWhenThePublisherIsLost) {
    publish();
    sendUntil(4100ms);
    const auto edge = playlist("stage");
    const auto sequence = std::to_string(edge.sequenceOf(edge.segments.size()));
    auto reload = getLater(list_ + "?_HLS_msn=" + sequence);
    EXPECT_EQ(reload.wait_for(100ms), std::future_status::timeout);
    end(rtmp::PublishEnd::Lost);
    EXPECT_EQ(reload.get().status, 200) << "the segment was closed short";
    const auto hint = playlist("stage").preloadHints.at(0).uri;
    const auto part = get("/live/stage/source/" + hint);
    EXPECT_EQ(part.status, 404);
    EXPECT_LT(part.seconds, 1);
    EXPECT_FALSE(playlist("stage").endList);
}

TEST_F(MediaServiceTest, WaitingRequestsGetTheEndOfAnEndedStream) {
    publish();
    sendUntil(4100ms);
    const auto edge = playlist("stage");
    const auto next = std::to_string(edge.sequenceOf(edge.segments.size()) + 1);
    auto reload = getLater(list_ + "?_HLS_msn=" + next + "&_HLS_part=0");
    EXPECT_EQ(reload.wait_for(100ms), std::future_status::timeout);
    end(rtmp::PublishEnd::Clean);
    const auto answer = reload.get();
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, testing::EndsWith("#EXT-X-ENDLIST\n"));
    EXPECT_EQ(hub_.count(BroadcastEventType::Ended), 1U);
}

TEST_F(MediaServiceTest, ARequestWaitsForAStreamThatBegins) {
    publish();
    auto early = getLater("/live/stage/index.m3u8");
    EXPECT_EQ(early.wait_for(200ms), std::future_status::timeout);
    sendUntil(2100ms);
    const auto answer = early.get();
    EXPECT_EQ(answer.status, 200);
    EXPECT_THAT(answer.body, HasSubstr("RESOLUTION=160x90"));
    EXPECT_THAT(answer.body, HasSubstr("mp4a.40.2"));
    EXPECT_THAT(answer.body, HasSubstr("FRAME-RATE=15.000"));
}

TEST_F(MediaServiceTest, RefusesDirectivesThatMakeNoSense) {
    publish();
    sendUntil(4100ms);
    for (const auto* query :
         {"?_HLS_msn=x", "?_HLS_part=1", "?_HLS_msn=1&_HLS_part=-1", "?_HLS_msn=999999999999"}) {
        const auto answer = get(list_ + query);
        EXPECT_EQ(answer.status, 400) << query;
        EXPECT_EQ(answer.header("Content-Type"), "application/problem+json");
        EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "*");
    }
}

TEST_F(MediaServiceTest, ADeltaUpdateJoinsToTheWholePlaylist) {
    publish();
    sendUntil(39s);
    const auto whole = playlist("stage");
    const auto delta = playlist("stage", "?_HLS_skip=YES");
    EXPECT_GT(delta.skippedSegments, 0U);
    const auto joined = hls::applyDelta(whole, delta);
    ASSERT_TRUE(joined) << joined.error().text();
    EXPECT_EQ(*joined, whole);
}

TEST_F(MediaServiceTest, PlaylistsAreCompressedForThoseWhoAsk) {
    publish();
    sendUntil(8s);
    const auto plain = get(list_);
    EXPECT_EQ(plain.header("Content-Encoding"), "");
    EXPECT_EQ(plain.header("Vary"), "Accept-Encoding");
    const auto compressed = get(list_, {"-H", "Accept-Encoding: gzip"});
    EXPECT_EQ(compressed.header("Content-Encoding"), "gzip");
    EXPECT_LT(compressed.body.size(), plain.body.size());
    EXPECT_EQ(get(list_, {"--compressed"}).body, plain.body);
    EXPECT_EQ(get(list_, {"-H", "Accept-Encoding: gzip;q=0, identity"}).header("Content-Encoding"), "");
    EXPECT_EQ(get("/live/stage/source/" + playlist("stage").segments[0].uri, {"-H", "Accept-Encoding: gzip"})
                  .header("Content-Encoding"),
              "");
}

TEST_F(MediaServiceTest, AnswersRangesHeadAndOptions) {
    publish();
    sendUntil(6s);
    const auto uri = "/live/stage/source/" + playlist("stage").segments[0].uri;
    const auto whole = get(uri).body;
    const auto size = std::to_string(whole.size());
    const auto range = get(uri, {"-H", "Range: bytes=100-299"});
    EXPECT_EQ(range.status, 206);
    EXPECT_EQ(range.header("Content-Range"), "bytes 100-299/" + size);
    EXPECT_EQ(range.body, whole.substr(100, 200));
    const auto beyond = get(uri, {"-H", "Range: bytes=" + size + "-"});
    EXPECT_EQ(beyond.status, 416);
    EXPECT_EQ(beyond.header("Content-Range"), "bytes */" + size);
    const auto head = get(uri, {"-I"});
    EXPECT_EQ(head.status, 200);
    EXPECT_EQ(head.header("Content-Length"), size);
    const auto options = get(uri, {"-X", "OPTIONS"});
    EXPECT_EQ(options.status, 204);
    EXPECT_THAT(options.header("Access-Control-Allow-Headers"), HasSubstr("Range"));
    const auto post = get(uri, {"-X", "POST"});
    EXPECT_EQ(post.status, 405);
    EXPECT_THAT(post.header("Allow"), HasSubstr("GET"));
}

TEST_F(MediaServiceTest, TellsTheRelaysTimeWithEachAnswer) {
    publish();
    sendUntil(4s);
    const auto before = toMilliseconds(clock_.utcNow());
    const auto told = std::stoll(get(list_).header("Footlight-Time"));
    EXPECT_GE(told, before);
    EXPECT_LE(told, toMilliseconds(clock_.utcNow()));
}

TEST_F(MediaServiceTest, SaysWhatToDoWhereThereIsNothing) {
    const auto nobody = get("/live/nobody/index.m3u8");
    EXPECT_EQ(nobody.status, 404);
    EXPECT_THAT(nobody.body, HasSubstr("nobody"));
    EXPECT_THAT(nobody.body, HasSubstr("come back when it is live"));
    EXPECT_EQ(nobody.header("Cache-Control"), "no-store");
    publish();
    sendUntil(4s);
    const auto gone = get("/live/stage/source/1.m4s");
    EXPECT_EQ(gone.status, 404);
    EXPECT_THAT(gone.body, HasSubstr("media.m3u8"));
    EXPECT_EQ(get("/live/stage/whatever").status, 404);
    EXPECT_EQ(get("/live/stage/source/init-1.mp4").status, 404);
}

}  // namespace
}  // namespace footlight::relay::origin
