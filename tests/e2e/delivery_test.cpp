// How the media leaves the relay: rewound, over TLS, behind tokens, and with the headers that caches live by.
#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// The addresses of the segments that a playlist lists, in order.
std::vector<std::string> segmentsOf(const std::string& playlist) {
    std::vector<std::string> segments;
    std::istringstream in(playlist);
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') {
            segments.push_back(line);
        }
    }
    return segments;
}

std::string lineOf(const std::string& text, const std::string& begin) {
    const auto at = text.find(begin);
    return at == std::string::npos ? std::string() : text.substr(at, text.find('\n', at) - at);
}

class Rewind : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        key_ = relay_.addChannel("show");
        publish();
        ASSERT_TRUE(waitUntil([&] { return segmentsOf(all()).size() > segmentsOf(window()).size() + 1; },
                              std::chrono::seconds(60)))
            << publisher_->output() << relay_.output();
    }

    void publish() {
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(key_), {.size = "320x180", .seconds = 180, .keyFrameInterval = 30}));
    }
    [[nodiscard]] std::string url(const std::string& file) const {
        return "http://" + relay_.mediaAddress() + "/live/show/" + file;
    }
    [[nodiscard]] std::string all() const { return fetch(url("source/dvr.m3u8")).body; }
    [[nodiscard]] std::string window() const { return fetch(url("source/media.m3u8")).body; }

    /// Segments are short, so that some of them soon have left the window.
    RelayProcess relay_{{"--set", "stream.segment_ms=1000", "--set", "stream.window_ms=6000"}};
    std::string key_;
    std::unique_ptr<Process> publisher_;
};

/// The value of a header as curl printed it; empty where there is none.
std::string headerOf(const std::string& head, const std::string& name) {
    const auto line = lineOf(head, name + ": ");
    return line.empty() ? line : line.substr(name.size() + 2, line.find('\r') - name.size() - 2);
}

class Headers : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(relay_.isReady()) << relay_.output();
        publisher_ = std::make_unique<Process>(
            ffmpegEncoder(relay_.rtmpUrl(relay_.addChannel("show")), {.size = "320x180", .seconds = 90}));
        ASSERT_TRUE(waitUntilListed(relay_, "show")) << publisher_->output() << relay_.output();
        const auto playlist = fetch(source("media.m3u8")).body;
        segment_ = source(segmentsOf(playlist).front());
        const auto map = lineOf(playlist, "#EXT-X-MAP:URI=\"").substr(16);
        init_ = source(map.substr(0, map.find('"')));
        const auto part = playlist.substr(playlist.find("URI=\"", playlist.find("#EXT-X-PART:")) + 5);
        part_ = source(part.substr(0, part.find('"')));
    }

    [[nodiscard]] std::string source(const std::string& file) const {
        return "http://" + relay_.mediaAddress() + "/live/show/source/" + file;
    }
    [[nodiscard]] std::string dvr() const { return source("dvr.m3u8"); }
    /// Status line and headers of a GET.
    static std::string headOf(const std::string& url, std::vector<std::string> more = {}) {
        more.insert(more.end(), {"-D", "-", "-o", "/dev/null"});
        return fetch(url, more).body;
    }
    static Fetched range(const std::string& url, const std::string& range) {
        return fetch(url, {"-H", "Range: bytes=" + range});
    }

    RelayProcess relay_;
    std::unique_ptr<Process> publisher_;
    std::string segment_;
    std::string init_;
    std::string part_;
};

}  // namespace

TEST_F(Rewind, BeginsAtTheStartWhileTheLiveEdgeGoesOn) {
    const auto first = segmentsOf(all()).front();
    Process player({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-re", "-live_start_index", "0", "-i",
                    url("dvr.m3u8"), "-t", "6", "-f", "null", "-"});
    const auto edge = segmentsOf(window()).back();
    EXPECT_TRUE(waitUntil([&] { return segmentsOf(window()).back() != edge; })) << relay_.output();
    EXPECT_EQ(segmentsOf(all()).front(), first);
    EXPECT_NE(all().find("#EXT-X-PRELOAD-HINT:TYPE=PART"), std::string::npos) << "its edge is low-latency";
    EXPECT_NE(all().find("#EXT-X-PLAYLIST-TYPE:EVENT"), std::string::npos);
    EXPECT_EQ(fetch(url("source/" + first), {"-o", "/dev/null"}).status, 200) << "from the archive";
    EXPECT_EQ(player.waitForExit(), 0) << player.output() << relay_.output();
    EXPECT_EQ(player.output(), "");
}

TEST_F(Headers, EachKindOfObjectIsKeptAsLongAsItMay) {
    constexpr auto kNotAtAll = "no-cache, no-store, private";
    for (const auto& playlist : {relay_.playlistUrl("show"), source("media.m3u8"), dvr()}) {
        const auto head = headOf(playlist);
        EXPECT_EQ(headerOf(head, "Cache-Control"), kNotAtAll) << playlist;
        EXPECT_EQ(headerOf(head, "Content-Type"), "application/vnd.apple.mpegurl");
        EXPECT_EQ(headerOf(head, "Access-Control-Allow-Origin"), "*");
        EXPECT_EQ(headerOf(head, "X-Content-Type-Options"), "nosniff");
    }
    const auto sequence = segment_.substr(segment_.rfind('/') + 1);
    const auto version = source("media.m3u8?_HLS_msn=" + sequence.substr(0, sequence.find('.')));
    EXPECT_EQ(headerOf(headOf(version), "Cache-Control"), "public, max-age=6") << "one exact version";
    for (const auto& media : {segment_, init_, part_}) {
        const auto head = headOf(media);
        EXPECT_EQ(headerOf(head, "Cache-Control"), "public, max-age=3600, immutable") << media;
        EXPECT_EQ(headerOf(head, "Content-Type"), "video/mp4");
        EXPECT_EQ(headerOf(head, "Accept-Ranges"), "bytes");
        EXPECT_FALSE(headerOf(head, "ETag").empty());
    }
    EXPECT_EQ(headerOf(headOf(source("1.m4s")), "Cache-Control"), "no-store") << "what is not there (yet)";
}

TEST_F(Headers, AHeadIsAGetWithoutItsBody) {
    for (const auto& media : {segment_, init_, part_}) {
        const auto head = fetch(media, {"-I"}).body;
        const auto body = fetch(media, {"-o", "/dev/null", "-w", "\n%{size_download}\n%{http_code}"}).body;
        EXPECT_EQ(headerOf(head, "Content-Length"), body.substr(body.rfind('\n') + 1)) << media;
        EXPECT_EQ(headerOf(head, "ETag"), headerOf(headOf(media), "ETag"));
    }
    EXPECT_EQ(fetch(source("1.m4s"), {"-I"}).status, 404);
}

TEST_F(Headers, RangesAreCutOutOfSegments) {
    const auto whole = fetch(segment_).body;
    const auto size = std::to_string(whole.size());
    ASSERT_GT(whole.size(), 2'000U);
    EXPECT_EQ(range(segment_, "0-99").status, 206);
    EXPECT_EQ(range(segment_, "0-99").body, whole.substr(0, 100));
    EXPECT_EQ(range(segment_, "1000-").body, whole.substr(1'000)) << "open-ended";
    EXPECT_EQ(range(segment_, "-50").body, whole.substr(whole.size() - 50)) << "a suffix";
    EXPECT_EQ(range(segment_, "0-99999999").body, whole) << "cut to what there is";
    const auto head = headOf(segment_, {"-H", "Range: bytes=100-199"});
    EXPECT_EQ(headerOf(head, "Content-Range"), "bytes 100-199/" + size) << head;
    EXPECT_EQ(headerOf(head, "Content-Length"), "100");
    const auto beyond = headOf(segment_, {"-H", "Range: bytes=" + size + "-"});
    EXPECT_NE(beyond.find(" 416 "), std::string::npos) << beyond;
    EXPECT_EQ(headerOf(beyond, "Content-Range"), "bytes */" + size) << beyond;
}

TEST_F(Headers, WhatIsKnownIsNotSentAgain) {
    for (const auto& media : {segment_, init_, relay_.playlistUrl("show")}) {
        const auto tag = headerOf(headOf(media), "ETag");
        ASSERT_FALSE(tag.empty()) << media;
        const auto again = fetch(media, {"-H", "If-None-Match: " + tag});
        EXPECT_EQ(again.status, 304) << media;
        EXPECT_TRUE(again.body.empty());
        EXPECT_EQ(fetch(media, {"-H", "If-None-Match: \"other\"", "-o", "/dev/null"}).status, 200);
    }
    const auto tag = headerOf(headOf(segment_), "ETag");
    EXPECT_EQ(fetch(segment_, {"-r", "0-9", "-H", "If-Range: " + tag}).status, 206);
    EXPECT_EQ(fetch(segment_, {"-r", "0-9", "-H", "If-Range: \"other\"", "-o", "/dev/null"}).status, 200);
}

TEST_F(Headers, PlaylistsShrinkAndMediaDoesNot) {
    for (const auto& playlist : {relay_.playlistUrl("show"), dvr()}) {
        const auto head = headOf(playlist, {"-H", "Accept-Encoding: gzip"});
        EXPECT_EQ(headerOf(head, "Content-Encoding"), "gzip") << head;
        EXPECT_EQ(headerOf(head, "Vary"), "Accept-Encoding");
        EXPECT_TRUE(fetch(playlist, {"--compressed"}).body.starts_with("#EXTM3U\n"));
        EXPECT_EQ(headerOf(headOf(playlist, {"-H", "Accept-Encoding: gzip;q=0"}), "Content-Encoding"), "");
    }
    EXPECT_EQ(headerOf(headOf(segment_, {"-H", "Accept-Encoding: gzip"}), "Content-Encoding"), "");
}

TEST_F(Rewind, AKilledOriginStillHasTheWholeBroadcast) {
    const auto before = all();
    ASSERT_EQ(::kill(relay_.rolePid("origin"), SIGKILL), 0);
    ASSERT_TRUE(waitUntil([&] { return all().starts_with("#EXTM3U"); })) << relay_.output();
    const auto restored = all();
    EXPECT_EQ(lineOf(restored, "#EXT-X-MEDIA-SEQUENCE"), lineOf(before, "#EXT-X-MEDIA-SEQUENCE"));
    EXPECT_EQ(lineOf(restored, "#EXT-X-DISCONTINUITY-SEQUENCE"),
              lineOf(before, "#EXT-X-DISCONTINUITY-SEQUENCE"));
    publisher_.reset();
    publish();
    ASSERT_TRUE(waitUntil([&] { return segmentsOf(all()).size() > segmentsOf(restored).size() + 4; }))
        << all() << relay_.output();
    const auto after = all();
    const auto listed = segmentsOf(after);
    const auto old = segmentsOf(before);
    ASSERT_GT(listed.size(), old.size());
    EXPECT_TRUE(std::equal(old.begin(), old.end(), listed.begin())) << before << after;
    for (const auto& segment : listed) {
        EXPECT_EQ(fetch(url("source/" + segment), {"-o", "/dev/null"}).status, 200) << segment;
    }
    // To the slate that was shown meanwhile: ffmpeg 5.1 cannot follow into another initialisation section.
    const auto length = std::to_string(segmentsOf(before).size() - 1);
    const auto played = run({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-live_start_index", "0", "-i",
                             url("dvr.m3u8"), "-t", length, "-f", "null", "-"});
    EXPECT_EQ(played.exitCode, 0) << played.output << relay_.output();
    EXPECT_EQ(played.output, "");
    const auto first = run({"ffprobe", "-v", "error", "-live_start_index", "0", "-show_entries",
                            "format=start_time", "-of", "csv=p=0", url("dvr.m3u8")});
    EXPECT_LT(std::strtod(first.output.c_str(), nullptr), 1.0)
        << first.output << "not from the first segment";
}

}  // namespace footlight::tests
