#include "core/relay/vod/vod_service.h"

#include <sys/mman.h>

#include "core/hls/parser.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/data_message.h"
#include "tests/core/relay/recording/recording_fixture.h"

namespace footlight::relay::vod {
namespace {

using namespace std::chrono_literals;
using net::http::Method;
using net::http::Request;
using net::http::Response;
using recording::RecordedBroadcast;
namespace flv = media::flv;

class VodServiceTest : public recording::RecordingFixture {
protected:
    VodServiceTest() {
        startArchive();
        restartService();
    }
    void restartService() {
        service_ = std::make_unique<VodService>(VodService::Parts{*archive_, tokens_, clock_});
    }
    Response ask(Request request) { return recording::runTask(service_->handle(std::move(request))); }
    Response ask(const std::string& path, const std::string& range = {}) {
        Request request;
        request.method = Method::Get;
        request.path = path;
        if (!range.empty()) {
            request.headers.push_back({"Range", range});
        }
        return ask(std::move(request));
    }
    static std::string textOf(const Response& response) {
        std::string text;
        for (const auto& piece : response.body) {
            const auto bytes = *readPiece(piece);
            text.append(bytes.begin(), bytes.end());
        }
        return text;
    }
    hls::MediaPlaylist listOf(const std::string& root) {
        const auto response = ask(root + "/source/media.m3u8");
        EXPECT_EQ(response.status, 200U);
        auto parsed = hls::parsePlaylist(textOf(response));
        EXPECT_TRUE(parsed);
        return parsed ? std::get<hls::MediaPlaylist>(*parsed) : hls::MediaPlaylist{};
    }
    static std::string rootOf(const RecordedBroadcast& broadcast) {
        return "/vod/" + broadcast.record().broadcast.text();
    }
    /// Waits until the workers have written everything.
    void settle() {
        service_.reset();
        startArchive();
        restartService();
    }

    accounts::MediaTokens tokens_{Secret("0123456789abcdef0123456789abcdef")};
    std::unique_ptr<VodService> service_;
};

TEST_F(VodServiceTest, LeavesSlatesOut) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(5);
    broadcast.segment(5, true);
    broadcast.segment(5);
    broadcast.segment(5);
    broadcast.end();
    settle();
    const auto list = listOf(rootOf(broadcast));
    EXPECT_TRUE(list.endList);
    EXPECT_EQ(list.type, hls::PlaylistType::Vod);
    ASSERT_EQ(list.segments.size(), 3U);
    EXPECT_FALSE(list.segments[0].discontinuity);
    EXPECT_TRUE(list.segments[1].discontinuity);
    EXPECT_FALSE(list.segments[2].discontinuity);
    EXPECT_EQ(list.segments[1].uri, "1002.m4s");
    EXPECT_EQ(textOf(ask(rootOf(broadcast) + "/index.m3u8")), "#EXTM3U\n");
    for (const auto& segment : list.segments) {
        EXPECT_EQ(ask(rootOf(broadcast) + "/source/" + segment.uri).status, 200U);
        EXPECT_EQ(ask(rootOf(broadcast) + "/source/" + segment.map->uri).status, 200U);
    }
}

TEST_F(VodServiceTest, IsAnEventThatGrowsAtItsEndWhileOnAir) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(5);
    auto first = hls::MediaPlaylist{};
    for (int tries = 0; tries < 1'000 && first.segments.empty(); ++tries) {
        const auto response = ask(rootOf(broadcast) + "/source/media.m3u8");
        auto parsed = hls::parsePlaylist(textOf(response));
        first = response.status == 200 && parsed ? std::get<hls::MediaPlaylist>(*parsed) : first;
    }
    ASSERT_EQ(first.segments.size(), 1U);
    EXPECT_EQ(first.type, hls::PlaylistType::Event);
    EXPECT_FALSE(first.endList);
    broadcast.end();
    settle();
    EXPECT_EQ(listOf(rootOf(broadcast)).segments[0], first.segments[0]);
}

TEST_F(VodServiceTest, AnswersRangesOfSegmentsAndOfTheDownload) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(5);
    broadcast.segment(5);
    broadcast.end();
    settle();
    for (const std::string file : {"/source/1001.m4s", "/download.mp4"}) {
        const auto whole = ask(rootOf(broadcast) + file);
        ASSERT_EQ(whole.status, 200U) << file;
        const auto text = textOf(whole);
        EXPECT_EQ(whole.bodySize(), text.size());
        const auto part = ask(rootOf(broadcast) + file, "bytes=100-299");
        EXPECT_EQ(part.status, 206U);
        EXPECT_EQ(textOf(part), text.substr(100, 200)) << file;
        EXPECT_EQ(ask(rootOf(broadcast) + file, "bytes=99999999-").status, 416U);
    }
}

TEST_F(VodServiceTest, CutsTheDownload) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    for (int i = 0; i < 5; ++i) {
        broadcast.segment(5);
    }
    broadcast.end();
    settle();
    const auto ask2 = [&](const std::string& from, const std::string& to) {
        Request request;
        request.path = rootOf(broadcast) + "/download.mp4";
        request.query = {{"from", from}, {"to", to}};
        return ask(std::move(request));
    };
    const auto whole = ask(rootOf(broadcast) + "/download.mp4").bodySize();
    EXPECT_LT(ask2("1", "2").bodySize(), whole / 3);
    EXPECT_EQ(ask2("2", "1").status, 400U);
    EXPECT_EQ(ask2("x", "1").status, 400U);
    EXPECT_EQ(ask2("-1", "1").status, 400U);
    EXPECT_EQ(ask2("1000", "2000").status, 404U);
}

TEST_F(VodServiceTest, TheDownloadsTagIsThatOfItsContent) {
    RecordedBroadcast broadcast(*archive_, newRecord());
    broadcast.segment(5);
    broadcast.segment(5);
    broadcast.end();
    settle();
    const auto tagOf = [&](const std::string& to) {
        Request request;
        request.path = rootOf(broadcast) + "/download.mp4";
        request.query = {{"to", to}};
        return std::string(ask(std::move(request)).header("ETag"));
    };
    const auto whole = tagOf("100");
    EXPECT_FALSE(whole.empty());
    EXPECT_EQ(tagOf("100"), whole);
    EXPECT_NE(tagOf("1"), whole);
    settle();
    EXPECT_EQ(tagOf("100"), whole) << "also after a restart";
}

TEST_F(VodServiceTest, AProtectedRecordingNeedsItsToken) {
    auto record = newRecord();
    record.policy.visibility = Visibility::Protected;
    RecordedBroadcast broadcast(*archive_, record);
    broadcast.segment(5);
    broadcast.end();
    settle();
    const auto file = rootOf(broadcast) + "/source/media.m3u8";
    const auto with = [&](accounts::MediaPurpose purpose, const std::string& subject,
                          std::chrono::milliseconds life) {
        return ask("/t/" + tokens_.make({purpose, subject, clock_.utcNow() + life}) + file).status;
    };
    using enum accounts::MediaPurpose;
    EXPECT_EQ(ask(file).status, 403U);
    EXPECT_EQ(ask(rootOf(broadcast) + "/download.mp4").status, 403U);
    EXPECT_EQ(with(Play, record.broadcast.text(), 1h), 200U);
    EXPECT_EQ(with(Play, "anna", 1h), 200U);
    EXPECT_EQ(with(Play, "berta", 1h), 403U);
    EXPECT_EQ(with(Upload, record.broadcast.text(), 1h), 403U);
    EXPECT_EQ(with(Play, "anna", -1s), 403U);
}

TEST_F(VodServiceTest, WhatIsNotThereIsNotThere) {
    EXPECT_EQ(ask("/vod/018bcfe5-6800-7000-8000-000000000001/index.m3u8").status, 404U);
    EXPECT_EQ(ask("/vod/nonsense").status, 404U);
    Request request;
    request.method = Method::Delete;
    request.path = "/vod/018bcfe5-6800-7000-8000-000000000001/index.m3u8";
    EXPECT_EQ(ask(std::move(request)).status, 405U);
}

/// An FLV file of sound, dated by the capture clock.
FilePtr soundFile(UtcTime begin, std::chrono::milliseconds length) {
    const int descriptor = ::memfd_create("fill", MFD_CLOEXEC);
    const auto write = [descriptor](const Bytes& bytes) {
        EXPECT_EQ(::write(descriptor, bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    };
    const Bytes configuration{0x11, 0x90};
    constexpr auto kBegin = 5'000ms;  // the file's clock is its own
    write(flv::fileHeader(false, true));
    write(*flv::fileTag(flv::FileTagType::Audio, kBegin, flv::configurationHeader(media::Codec::Aac, 0),
                        configuration));
    write(*flv::fileTag(flv::FileTagType::Data, kBegin, rtmp::writeCaptureClock(begin)));
    for (int i = 0; i * 1'024 * 1'000 / 48'000 < length.count(); ++i) {
        const auto time = kBegin + std::chrono::milliseconds(i * 1'024 * 1'000 / 48'000);
        write(*flv::fileTag(flv::FileTagType::Audio, time, flv::frameHeader(media::Codec::Aac, 0, true, 0ms),
                            Bytes(90, 7)));
    }
    return std::make_shared<const OpenFile>(descriptor);
}

class FillTest : public VodServiceTest {
protected:
    FillTest() : broadcast_(*archive_, newRecord()) {
        broadcast_.segment(10);
        hole_ = broadcast_.record().startedAt + 2'130ms;
        broadcast_.skip(6s);
        broadcast_.segment(10);
        broadcast_.end();
        settle();
    }
    Response fill(const FilePtr& file, UtcTime from, UtcTime to, const accounts::MediaClaim& claim) {
        Request request;
        request.method = Method::Post;
        request.path = "/t/" + tokens_.make(claim) + rootOf(broadcast_) + "/fill";
        request.query = {{"from", std::to_string(toMilliseconds(from))},
                         {"to", std::to_string(toMilliseconds(to))}};
        EXPECT_EQ(service_->isUpload(request), claim == ticket(from, to));
        request.bodyFile = file;
        request.bodyFileSize = static_cast<std::uint64_t>(::lseek(file->descriptor(), 0, SEEK_END));
        return ask(std::move(request));
    }
    accounts::MediaClaim ticket(UtcTime from, UtcTime to) {
        return {accounts::MediaPurpose::Upload,
                accounts::fillSubject(broadcast_.record().broadcast.text(), from, to), expires_};
    }
    Response fill(const FilePtr& file) { return fill(file, hole_, hole_ + 6s, ticket(hole_, hole_ + 6s)); }
    double shown() {
        double sum = 0;
        for (const auto& segment : listOf(rootOf(broadcast_)).segments) {
            sum += media::toSeconds(segment.duration);
        }
        return sum;
    }

    RecordedBroadcast broadcast_;
    UtcTime hole_{};
    UtcTime expires_ = utcFromMilliseconds(toMilliseconds(clock_.utcNow()) + 3'600'000);
};

TEST_F(FillTest, PutsTheMissingStretchAtItsPlace) {
    EXPECT_NEAR(shown(), 4.26, 0.05);
    // Longer than the hole on both sides: what is there already is left out.
    const auto answer = fill(soundFile(hole_ - 3s, 12s));
    EXPECT_EQ(answer.status, 201U) << textOf(answer);
    EXPECT_NEAR(shown(), 10.26, 0.1);
    for (int run = 0; run < 2; ++run) {
        const auto list = listOf(rootOf(broadcast_));
        ASSERT_GE(list.segments.size(), 4U);
        EXPECT_TRUE(list.segments[1].discontinuity);
        EXPECT_FALSE(list.segments[2].discontinuity);
        EXPECT_TRUE(list.segments.back().discontinuity);
        for (std::size_t i = 1; i < list.segments.size(); ++i) {
            EXPECT_GT(*list.segments[i].programDateTime, *list.segments[i - 1].programDateTime);
            EXPECT_EQ(ask(rootOf(broadcast_) + "/source/" + list.segments[i].uri).status, 200U);
            EXPECT_EQ(ask(rootOf(broadcast_) + "/source/" + list.segments[i].map->uri).status, 200U);
        }
        EXPECT_EQ(ask(rootOf(broadcast_) + "/download.mp4").status, 200U);
        settle();  // and the same after a restart
    }
    const auto states = events_.states();
    EXPECT_EQ(states.back().phase, RecordingState::Phase::Finished);
    EXPECT_TRUE(states.back().holes.empty());
    EXPECT_NEAR(static_cast<double>(states.back().durationMs), 10'260, 100);
    EXPECT_EQ(fill(soundFile(hole_, 6s)).status, 404U) << "there is no hole any more";
}

TEST_F(FillTest, WhatDoesNotReachAllOfItLeavesTheRest) {
    EXPECT_EQ(fill(soundFile(hole_ + 2s, 2s)).status, 201U);
    EXPECT_NEAR(shown(), 6.26, 0.1);
    EXPECT_EQ(events_.states().back().holes.size(), 2U);
    EXPECT_EQ(fill(soundFile(hole_, 2s)).status, 201U);
    EXPECT_EQ(events_.states().back().holes.size(), 1U);
}

TEST_F(FillTest, NothingOfABadFileIsKept) {
    EXPECT_EQ(fill(soundFile(hole_ + 1h, 6s)).status, 404U) << "another time";
    const int descriptor = ::memfd_create("nonsense", MFD_CLOEXEC);
    ASSERT_EQ(::write(descriptor, "this is no FLV file", 19), 19);
    EXPECT_EQ(fill(std::make_shared<const OpenFile>(descriptor)).status, 422U);
    const auto names = *store_->list(broadcast_.record().broadcast.text() + "/source");
    EXPECT_TRUE(std::none_of(names.begin(), names.end(),
                             [](const std::string& name) { return name.starts_with("fill-"); }));
    EXPECT_NEAR(shown(), 4.26, 0.05);
}

TEST_F(FillTest, NeedsATicketForThisStretchOfThisRecording) {
    const auto file = soundFile(hole_, 6s);
    auto toPlay = ticket(hole_, hole_ + 6s);
    toPlay.purpose = accounts::MediaPurpose::Play;
    EXPECT_EQ(fill(file, hole_, hole_ + 6s, toPlay).status, 403U);
    EXPECT_EQ(fill(file, hole_, hole_ + 6s, ticket(hole_, hole_ + 5s)).status, 403U) << "another stretch";
    auto whole = ticket(hole_, hole_ + 6s);
    whole.subject = broadcast_.record().broadcast.text();
    EXPECT_EQ(fill(file, hole_, hole_ + 6s, whole).status, 403U) << "of no stretch";
    EXPECT_EQ(shown() < 5, true);
}

TEST_F(FillTest, LeavesTheDiskItsLastFreeBytes) {
    service_.reset();
    settings_.stopFree = ~0ULL;
    startArchive();
    restartService();
    EXPECT_EQ(service_->uploadLimit(), 0U);
    const auto refused = fill(soundFile(hole_, 6s));
    EXPECT_EQ(refused.status, 503U);
    EXPECT_NE(textOf(refused).find("room"), std::string::npos) << textOf(refused);
    EXPECT_NEAR(shown(), 4.26, 0.05);
    const auto again = fill(soundFile(hole_, 6s));
    EXPECT_EQ(again.status, 503U) << "not: another upload is being worked on";
}

}  // namespace
}  // namespace footlight::relay::vod
