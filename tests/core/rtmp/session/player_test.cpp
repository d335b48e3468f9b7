// Our player and our server, over the loopback.
#include <set>

#include "tests/core/rtmp/session/play_fixture.h"
#include "tests/core/rtmp/session/raw_connection.h"
#include "tests/support/hex.h"

namespace footlight::rtmp {

using media::Codec;
using media::MediaKind;
using tests::fromHex;

namespace {

struct Played {
    std::vector<media::Tracks> tracks;
    std::vector<media::Packet> packets;
    std::optional<Error> end;
};

/// Plays until `count` packets are there, or the end.
net::Task<Played> play(net::Executor executor, PlaySource source, std::size_t count) {
    Played played;
    auto player = co_await Player::connect(executor, std::move(source), Logger::silent());
    if (!player) {
        played.end = player.error();
        co_return played;
    }
    while (played.packets.size() < count) {
        auto item = co_await (*player)->next();
        if (!item) {
            played.end = item.error();
            break;
        }
        if (auto* tracks = std::get_if<media::Tracks>(&*item)) {
            played.tracks.push_back(std::move(*tracks));
        } else if (auto* packet = std::get_if<media::Packet>(&*item)) {
            played.packets.push_back(std::move(*packet));
        }
    }
    co_return played;
}

/// Pauses after `before` packets, goes on when `isTime`, and gives what comes then.
net::Task<Result<media::Packet>> playAfterPause(net::Executor executor, PlaySource source,
                                                std::function<void()> onPaused,
                                                std::function<bool()> isTime) {
    auto player = co_await Player::connect(executor, std::move(source), Logger::silent());
    if (!player) {
        co_return fail(player.error());
    }
    for (bool hasPacket = false; !hasPacket;) {
        auto item = co_await (*player)->next();
        hasPacket = item && std::holds_alternative<media::Packet>(*item);
    }
    if (auto paused = co_await (*player)->pause(true); !paused) {
        co_return fail(paused.error());
    }
    onPaused();
    boost::asio::steady_timer timer(executor);
    while (!isTime()) {
        timer.expires_after(1ms);
        co_await timer.async_wait(net::kValues);
    }
    if (auto resumed = co_await (*player)->pause(false); !resumed) {
        co_return fail(resumed.error());
    }
    for (;;) {
        auto item = co_await (*player)->next();
        if (!item) {
            co_return fail(item.error());
        }
        auto* packet = std::get_if<media::Packet>(&*item);
        if (packet != nullptr && packet->dts >= media::MediaTime(10s)) {
            co_return std::move(*packet);
        }
    }
}

/// Every codec, and several tracks of each kind, with the records that real encoders made.
media::Tracks manyTracks() {
    const auto video = [](Codec codec, const char* hex, int width, int height, double rate) {
        return media::VideoTrack{codec, fromHex(hex), width, height, rate};
    };
    const auto audio = [](Codec codec, const char* hex, int rate) {
        return media::AudioTrack{codec, fromHex(hex), rate, 2};
    };
    media::Tracks tracks;
    tracks.video =
        video(Codec::Hevc,
              "0101600000009000000000003cf000fcfdf8f800000f03a00001001840010c01ffff0160000003009000"
              "0003000003003c959809a10001002b42010101600000030090000003000003003ca00a080b9f79656692"
              "4caf016808000003000800000300f040a2000100074401c172b46240",
              320, 180, 30);
    tracks.moreVideo[1] = *exampleTracks().video;
    tracks.moreVideo[2] = video(Codec::Av1, "81010c000a0b0000000cc4ff6700be0010", 640, 360, 0);
    tracks.audio = audio(Codec::Opus, "4f707573486561640102380180bb0000000000", 48'000);
    tracks.moreAudio[1] =
        audio(Codec::Flac, "120012000000c70005110bb802f000002580d9b81de011fef694f3e1d33694c8ae61", 48'000);
    tracks.moreAudio[2] = *exampleTracks().audio;
    tracks.moreAudio[2].label = "Commentary";
    tracks.moreAudio[2].language = "de";
    tracks.moreAudio[3] = audio(Codec::Mp3, "", 48'000);
    return tracks;
}

media::Packet packetOf(MediaKind kind, media::TrackId track, Bytes payload) {
    return {kind, track, media::MediaTime(40ms), media::MediaTime(40ms), true, share(std::move(payload))};
}

std::vector<media::Packet> onePacketOfEach() {
    const Bytes nalUnit = fromHex("00000002 2601");
    const Bytes obus = fromHex("12000a0b0000000cc4ff6700be0010");
    return {packetOf(MediaKind::Video, 0, nalUnit),
            packetOf(MediaKind::Video, 1, nalUnit),
            packetOf(MediaKind::Video, 2, obus),
            packetOf(MediaKind::Audio, 0, fromHex("fc0102")),
            packetOf(MediaKind::Audio, 1, fromHex("fff8c9180001")),
            packetOf(MediaKind::Audio, 2, fromHex("2112")),
            packetOf(MediaKind::Audio, 3, fromHex("fffb946400000000"))};
}

net::Task<Result<void>> publishOnePacketOfEach(net::Executor executor, PublishTarget target) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    auto sent = co_await (*publisher)->start(manyTracks(), StreamMetadata());
    for (media::Packet& packet : onePacketOfEach()) {
        if (sent) {
            sent = co_await (*publisher)->send(std::move(packet));
        }
    }
    if (!sent) {
        co_return sent;
    }
    co_return co_await (*publisher)->finish();
}

}  // namespace

using Players = PlayFixture;

TEST_F(Players, EveryCodecAndSeveralTracksArriveAsTheyWereSent) {
    PublishTarget target;
    target.host = "127.0.0.1";
    target.port = server_->port();
    target.streamKey = Secret("many");
    handler_.feed("many");
    auto playing = boost::asio::co_spawn(loops_.executor(1), play(loops_.executor(1), source("many"), 7),
                                         boost::asio::use_future);
    ASSERT_TRUE(handler_.waitForPlayers("many", 1));
    const auto published = run(publishOnePacketOfEach(loops_.executor(0), target));
    ASSERT_TRUE(published) << published.error().text();
    const Played played = playing.get();
    ASSERT_EQ(played.packets.size(), 7U) << (played.end ? played.end->text() : "");
    EXPECT_EQ(played.tracks.back(), manyTracks());
    const auto expected = onePacketOfEach();
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(played.packets[i].kind, expected[i].kind) << i;
        EXPECT_EQ(played.packets[i].track, expected[i].track) << i;
        EXPECT_EQ(*played.packets[i].payload, *expected[i].payload) << i;
    }
}

TEST_F(Players, BeginAtTheNewestKeyFrameAndHearOfTheEnd) {
    const auto feed = handler_.feed("show");
    feed->tracks(exampleTracks());
    for (int i = 0; i < 8; ++i) {
        feed->packet(exampleFrame(i * 33ms, i % 5 == 0));
        feed->packet(exampleAudio(i * 33ms));
    }
    auto playing = boost::asio::co_spawn(loops_.executor(1), play(loops_.executor(1), source("show"), 1'000),
                                         boost::asio::use_future);
    ASSERT_TRUE(handler_.waitForPlayers("show", 1));
    feed->packet(exampleFrame(8 * 33ms, false));
    feed->ended();
    const Played played = playing.get();
    ASSERT_TRUE(played.end);
    EXPECT_EQ(played.end->message(), "the stream is over");
    ASSERT_EQ(played.packets.size(), 7U);
    EXPECT_TRUE(played.packets[0].isKeyFrame);
    EXPECT_EQ(played.packets[0].dts, media::MediaTime(165ms));
    EXPECT_EQ(*played.packets[0].payload, *exampleFrame(0ms, true).payload);
    EXPECT_EQ(played.packets[6].dts, media::MediaTime(264ms));
    EXPECT_TRUE(tests::waitUntil([&] { return server_->counters().playing.load() == 0; }));
}

TEST_F(Players, SoundAloneBeginsAtOnce) {
    const auto feed = handler_.feed("radio");
    auto tracks = exampleTracks();
    tracks.video.reset();
    feed->tracks(tracks);
    feed->packet(exampleAudio(0ms));
    feed->packet(exampleAudio(21ms));
    const Played played = run(play(loops_.executor(1), source("radio"), 1), 1);
    ASSERT_EQ(played.packets.size(), 1U);
    EXPECT_EQ(played.packets[0].dts, media::MediaTime(21ms));
}

TEST_F(Players, AStreamThatIsNotThereIsNotFoundAndOneWithATokenIsDenied) {
    const Played missing = run(play(loops_.executor(1), source("nothing"), 1), 1);
    ASSERT_TRUE(missing.end);
    EXPECT_EQ(missing.end->category(), ErrorCategory::NotFound);
    EXPECT_EQ(missing.end->message(), "the relay refused the stream: nobody is live here");
    const auto feed = handler_.feed("secret");
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    for (const char* name : {"secret", "secret?token=wrong", "secret?token=", "secret?nottoken=right"}) {
        const Played denied = run(play(loops_.executor(1), source(name), 1), 1);
        ASSERT_TRUE(denied.end) << name;
        EXPECT_EQ(denied.end->category(), ErrorCategory::Denied) << name;
    }
    EXPECT_EQ(run(play(loops_.executor(1), source("secret?x=1&token=right"), 1), 1).packets.size(), 1U);
}

TEST_F(Players, GoOnAtTheLiveEdgeAfterAPause) {
    const auto feed = handler_.feed("show");
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    std::atomic<bool> isPaused = false;
    std::atomic<bool> isTime = false;
    auto task = playAfterPause(
        loops_.executor(1), source("show"), [&] { isPaused = true; }, [&] { return isTime.load(); });
    auto playing = boost::asio::co_spawn(loops_.executor(1), std::move(task), boost::asio::use_future);
    ASSERT_TRUE(tests::waitUntil([&] { return isPaused.load(); }));
    ASSERT_TRUE(handler_.waitForPlayers("show", 0));
    feed->packet(exampleFrame(9s, true));
    feed->packet(exampleFrame(10s, true));
    feed->packet(exampleFrame(10s + 33ms, false));
    isTime = true;
    const auto packet = playing.get();
    ASSERT_TRUE(packet) << packet.error().text();
    EXPECT_EQ(packet->dts, media::MediaTime(10s));
    EXPECT_TRUE(packet->isKeyFrame);
}

TEST_F(Players, ManyOnTwoLoopsGetTheSame) {
    net::EventLoops others(1);
    const auto feed = handler_.feed("show");
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    std::vector<std::future<Played>> playing;
    constexpr int kPlayers = 20;
    for (int i = 0; i < kPlayers; ++i) {
        playing.push_back(boost::asio::co_spawn(
            loops_.executor(1), play(loops_.executor(1), source("show"), 100), boost::asio::use_future));
    }
    ASSERT_TRUE(handler_.waitForPlayers("show", kPlayers));
    for (int i = 1; i < 100; ++i) {
        feed->packet(exampleFrame(i * 33ms, i % 30 == 0, 5'000));
    }
    for (auto& each : playing) {
        const Played played = each.get();
        ASSERT_EQ(played.packets.size(), 100U);
        for (int i = 0; i < 100; ++i) {
            EXPECT_EQ(played.packets[static_cast<std::size_t>(i)].dts, media::MediaTime(i * 33ms));
        }
    }
    EXPECT_TRUE(handler_.waitForPlayers("show", 0));
}

TEST_F(Players, OneThatReadsNothingLosesFramesAndThenItsPlaceAndNobodyElseDoes) {
    ServerLimits limits;
    limits.stalled = 500ms;
    serve(limits);
    PlayFeedLimits bounds;
    bounds.queueBytes = 2'000'000;
    const auto feed = handler_.feed("show", bounds);
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    RawConnection silent(server_->port());
    silent.shakeHands();
    silent.play("show");
    ASSERT_TRUE(handler_.waitForPlayers("show", 1));
    auto playing = boost::asio::co_spawn(loops_.executor(1), play(loops_.executor(1), source("show"), 300),
                                         boost::asio::use_future);
    ASSERT_TRUE(handler_.waitForPlayers("show", 2));
    int sent = 1;
    ASSERT_TRUE(tests::waitUntil([&] {  // more than the kernel holds for that one
        for (const int until = sent + 5; sent < until; ++sent) {
            feed->packet(exampleFrame(sent * 33ms, sent % 10 == 0, 60'000));
        }
        return sent > 300 && server_->counters().timedOut.load() > 0;
    }));
    const Played played = playing.get();
    EXPECT_EQ(played.packets.size(), 300U);
    for (std::size_t i = 0; i < played.packets.size(); ++i) {
        EXPECT_EQ(played.packets[i].dts, media::MediaTime(33ms * i)) << "no frame is missing";
    }
    EXPECT_TRUE(handler_.waitForPlayers("show", 0));
}

TEST_F(Players, AServerThatClosesLetsThemGo) {
    const auto feed = handler_.feed("show");
    feed->tracks(exampleTracks());
    feed->packet(exampleFrame(0ms, true));
    auto playing = boost::asio::co_spawn(loops_.executor(1), play(loops_.executor(1), source("show"), 1'000),
                                         boost::asio::use_future);
    ASSERT_TRUE(handler_.waitForPlayers("show", 1));
    run(server_->close());
    EXPECT_EQ(playing.get().end->category(), ErrorCategory::Closed);
    EXPECT_EQ(feed->players(), 0U);
    serve(ServerLimits());
}

}  // namespace footlight::rtmp
