// Our publisher and our server, over the loopback.
#include <boost/asio/post.hpp>
#include <future>

#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::rtmp {

using media::MediaKind;

namespace {

net::Task<Result<void>> publishTenFrames(net::Executor executor, PublishTarget target) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    StreamMetadata metadata;
    metadata.keyFrameInterval = std::chrono::seconds(2);
    if (auto started = co_await (*publisher)->start(exampleTracks(), metadata); !started) {
        co_return started;
    }
    for (int i = 0; i < 10; ++i) {
        const std::chrono::milliseconds at{33 * i};
        if (i % 5 == 0) {
            if (auto sent =
                    co_await (*publisher)->sendCaptureClock(at, utcFromMilliseconds(1'700'000'000'000) + at);
                !sent) {
                co_return sent;
            }
        }
        if (auto sent = co_await (*publisher)->send(exampleFrame(at, i % 5 == 0)); !sent) {
            co_return sent;
        }
        if (auto sent = co_await (*publisher)->send(exampleAudio(at)); !sent) {
            co_return sent;
        }
    }
    co_return co_await (*publisher)->finish();
}

net::Task<Result<void>> onlyConnect(net::Executor executor, PublishTarget target) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    co_return Result<void>();
}

/// Sends frames of `size` bytes until something goes wrong, at most `limit` of them.
net::Task<Result<void>> publishUntilError(net::Executor executor, PublishTarget target, media::Tracks tracks,
                                          std::size_t size, int limit) {
    auto publisher = co_await Publisher::connect(executor, std::move(target), Logger::silent());
    if (!publisher) {
        co_return fail(publisher.error());
    }
    auto outcome = co_await (*publisher)->start(std::move(tracks), StreamMetadata());
    boost::asio::steady_timer timer(executor);
    for (int i = 0; outcome && i < limit; ++i) {
        outcome = co_await (*publisher)->send(exampleFrame(std::chrono::milliseconds(33 * i), i == 0, size));
        timer.expires_after(5ms);
        co_await timer.async_wait(net::kValues);
    }
    co_return outcome;
}

}  // namespace

using PublisherToServer = IngestFixture;

TEST_F(PublisherToServer, EverythingArrivesAsItWasSent) {
    const auto outcome = run(publishTenFrames(loops_.executor(0), target("good")));
    ASSERT_TRUE(outcome) << outcome.error().text();
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.ends.empty(); }));
    const auto recording = handler_.recording();
    EXPECT_EQ(recording.ends, std::vector{PublishEnd::Clean});
    ASSERT_EQ(recording.tracks.size(), 2U);
    EXPECT_EQ(recording.tracks.back().video->configuration, exampleTracks().video->configuration);
    EXPECT_EQ(recording.tracks.back().audio, exampleTracks().audio);
    ASSERT_EQ(recording.count(MediaKind::Video), 10U);
    ASSERT_EQ(recording.count(MediaKind::Audio), 10U);
    EXPECT_EQ(*recording.packets[0].payload, *exampleFrame(0ms, true).payload);
    EXPECT_TRUE(recording.packets[0].isKeyFrame);
    EXPECT_FALSE(recording.packets[2].isKeyFrame);
    EXPECT_EQ(recording.packets[18].dts, media::MediaTime(297ms));
    EXPECT_EQ(recording.keyFrameIntervals, std::vector{media::MediaTime(std::chrono::seconds(2))});
    ASSERT_EQ(recording.clocks.size(), 2U);
    EXPECT_EQ(recording.clocks[1].first, media::MediaTime(165ms));
    EXPECT_EQ(recording.clocks[1].second, utcFromMilliseconds(1'700'000'000'165));
}

TEST_F(PublisherToServer, AWrongKeyIsDeniedInTheRelaysWords) {
    const auto outcome = run(onlyConnect(loops_.executor(0), target("wrong")));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Denied);
    EXPECT_EQ(outcome.error().message(), "the relay refused the stream: the stream key is not known");
}

TEST_F(PublisherToServer, ABusyChannelIsAConflict) {
    const auto outcome = run(onlyConnect(loops_.executor(0), target("busy")));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Conflict);
}

TEST_F(PublisherToServer, ARelayThatCannotCheckKeysYetIsUnavailable) {
    const auto outcome = run(onlyConnect(loops_.executor(0), target("early")));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Unavailable);
    EXPECT_EQ(outcome.error().message(), "the relay cannot take the stream now: keys cannot be checked yet");
}

TEST_F(PublisherToServer, AnAppThatCannotBeIsRefused) {
    auto to = target("good");
    to.app = "../live";
    const auto outcome = run(onlyConnect(loops_.executor(0), to));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Denied);
    EXPECT_NE(outcome.error().message().find("no such application"), std::string::npos);
}

TEST_F(PublisherToServer, NoRelayAtAllIsUnavailable) {
    auto to = target("good");
    to.port = 1;
    const auto outcome = run(onlyConnect(loops_.executor(0), to));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Unavailable);
}

TEST_F(PublisherToServer, TheRelayMayEndABroadcast) {
    auto task = publishUntilError(loops_.executor(0), target("good"), exampleTracks(), 1'000, 4'000);
    auto outcome = boost::asio::co_spawn(loops_.executor(0), std::move(task), boost::asio::use_future);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return recording.packets.size() > 5; }));
    handler_.recording().requests.at(0).requestClose("the channel was closed by its moderators");
    const auto ended = outcome.get();
    ASSERT_FALSE(ended);
    EXPECT_NE(ended.error().message().find("the channel was closed by its moderators"), std::string::npos)
        << ended.error().text();
    EXPECT_EQ(handler_.recording().ends, std::vector{PublishEnd::Lost});
}

TEST_F(PublisherToServer, LargeFramesAreTakenUpToTheLimit) {
    ServerLimits limits;
    limits.mediaMessage = 1'000'005;
    serve(limits);
    EXPECT_TRUE(run(publishUntilError(loops_.executor(0), target("good"), exampleTracks(), 1'000'000, 3)));
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return recording.packets.size() == 3; }));
    EXPECT_EQ(handler_.recording().packets[2].payload->size(), 1'000'000U);
    const auto over =
        run(publishUntilError(loops_.executor(0), target("good"), exampleTracks(), 1'000'001, 1'000));
    ASSERT_FALSE(over);
    EXPECT_NE(over.error().message().find("1000005 are taken"), std::string::npos) << over.error().text();
}

TEST_F(PublisherToServer, APacketOfATrackThatWasNotAnnouncedIsRefusedHere) {
    auto tracks = exampleTracks();
    tracks.video.reset();
    const auto outcome = run(publishUntilError(loops_.executor(0), target("good"), tracks, 1'000, 1));
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().category(), ErrorCategory::Invalid);
}

TEST_F(PublisherToServer, ClosingTheServerTellsThePublisher) {
    auto task = publishUntilError(loops_.executor(0), target("good"), exampleTracks(), 1'000, 4'000);
    auto outcome = boost::asio::co_spawn(loops_.executor(0), std::move(task), boost::asio::use_future);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return recording.packets.size() > 5; }));
    run(server_->close());
    const auto ended = outcome.get();
    ASSERT_FALSE(ended);
    EXPECT_NE(ended.error().message().find("the relay is being stopped"), std::string::npos)
        << ended.error().text();
}

TEST_F(PublisherToServer, ARelayThatStopsReadingIsATimeout) {
    ServerLimits limits;
    limits.mediaMessage = 8'000'000;
    serve(limits);
    auto to = target("good");
    to.writeLimit = 500ms;
    net::EventLoops sending(1);
    auto task = publishUntilError(sending.executor(0), to, exampleTracks(), 4'000'000, 1'000);
    auto outcome = boost::asio::co_spawn(sending.executor(0), std::move(task), boost::asio::use_future);
    ASSERT_TRUE(handler_.waitFor([](const Recording& recording) { return !recording.packets.empty(); }));
    std::promise<void> goOn;
    boost::asio::post(loops_.executor(0), [wait = goOn.get_future().share()] { wait.wait(); });
    const auto ended = outcome.get();
    goOn.set_value();
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().category(), ErrorCategory::Timeout) << ended.error().text();
}

}  // namespace footlight::rtmp
