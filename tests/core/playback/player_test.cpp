#include "tests/core/playback/player_fixture.h"

namespace footlight::tests {

TEST_F(PlayerTest, LowLatencyStreamPlaysCloseToItsEdge) {
    LiveFeed feed(*clip(), {});
    feed.release(14);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(1));
    EXPECT_LT(player_.statistics().joinMs.value_or(1e9), 500);
    ASSERT_TRUE(reaches(State::Playing));
    ASSERT_TRUE(shows(60));
    const auto statistics = player_.statistics();
    EXPECT_EQ(size_, QSize(kClipWidth, kClipHeight));
    EXPECT_EQ(statistics.rendition, QStringLiteral("source"));
    EXPECT_EQ(statistics.stalls, 0);
    EXPECT_NEAR(statistics.fps, 30, 6);
    ASSERT_TRUE(statistics.latencyMs);
    EXPECT_NEAR(*statistics.latencyMs, 660, 300);
    ASSERT_TRUE(statistics.glassLatencyMs);
    EXPECT_NEAR(*statistics.glassLatencyMs, *statistics.latencyMs, 60);
}

TEST_F(PlayerTest, WaitingPlayerStartsByItselfWhenTheChannelGoesLive) {
    LiveFeed feed(*clip(), {});
    feed.setLive(false);
    player_.open(feed.url());
    ASSERT_TRUE(reaches(State::Waiting));
    EXPECT_EQ(player_.message(), QStringLiteral("This channel is not live."));
    feed.setLive(true);
    feed.release(1);
    feed.run();
    EXPECT_TRUE(shows(1, 2s));
    EXPECT_TRUE(reaches(State::Playing, 2s));
    EXPECT_TRUE(player_.message().isEmpty());
}

TEST_F(PlayerTest, OpenedAnewCountsItsJoinUntilAPictureOfTheNewBroadcast) {
    LiveFeed feed(*clip(), {});
    feed.release(14);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(30));
    LiveFeed silent(*clip(), {});
    silent.setLive(false);
    player_.open(silent.url());
    EXPECT_FALSE(player_.statistics().joinMs);
    const int before = shown_;
    ASSERT_TRUE(reaches(State::Waiting));
    EXPECT_EQ(shown_, before);
    EXPECT_FALSE(player_.statistics().joinMs);
}

TEST_F(PlayerTest, PlainLiveStreamPlaysAtThreeTargetDurations) {
    LiveFeed::Options options;
    options.lowLatency = false;
    LiveFeed feed(*clip(), options);
    feed.release(40);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(30));
    EXPECT_EQ(player_.state(), State::Playing);
    EXPECT_NEAR(player_.statistics().targetLatencySeconds, 6, 0.01);
    EXPECT_GT(player_.statistics().latencyMs.value_or(0), 5000);
}

TEST_F(PlayerTest, RecordingPlaysFromItsStartToItsEnd) {
    LiveFeed::Options options;
    options.lowLatency = false;
    LiveFeed feed(*clip(), options);
    feed.release(10);
    feed.end();
    player_.open(feed.url());
    ASSERT_TRUE(reaches(State::Ended));
    EXPECT_EQ(player_.message(), QStringLiteral("This broadcast is over."));
    EXPECT_GT(shown_, 54);
    EXPECT_NEAR(player_.statistics().position, 2, 0.2);
    EXPECT_EQ(player_.statistics().stalls, 0);
}

TEST_F(PlayerTest, RecordingGoesOnFromWherePeopleSeek) {
    LiveFeed::Options options;
    options.lowLatency = false;
    options.window = 100;
    LiveFeed feed(*clip(), options);
    feed.release(60);
    feed.end();
    player_.open(feed.url());
    ASSERT_TRUE(shows(5));
    ASSERT_TRUE(player_.statistics().canSeek);
    EXPECT_NEAR(player_.statistics().listedSeconds, 11.7, 0.4);
    player_.seek(8.5);
    ASSERT_TRUE(eventually([&] { return player_.statistics().listedAt > 8.6 && shows(10); }));
    EXPECT_LT(player_.statistics().listedAt, 11);
    player_.seek(2.5);
    ASSERT_TRUE(eventually([&] { return player_.statistics().listedAt < 8; }));
    ASSERT_TRUE(shows(10));
    EXPECT_NEAR(player_.statistics().listedAt, 3, 0.8);
    EXPECT_EQ(player_.statistics().stalls, 0);
}

TEST_F(PlayerTest, RecordingPlaysAgainAfterItsEnd) {
    LiveFeed::Options options;
    options.lowLatency = false;
    LiveFeed feed(*clip(), options);
    feed.release(10);
    feed.end();
    player_.openAt(feed.url(), 1.5);
    ASSERT_TRUE(reaches(State::Ended));
    EXPECT_LT(shown_, 30) << "it was opened in its last half second";
    player_.seek(0);
    ASSERT_TRUE(reaches(State::Playing));
    EXPECT_TRUE(shows(20));
}

TEST_F(PlayerTest, RunningBroadcastIsRewoundAndFollowedAgain) {
    LiveFeed::Options options;
    options.window = 100;
    options.isEvent = true;
    LiveFeed feed(*clip(), options);
    feed.release(40);
    feed.run();
    player_.openAt(feed.url(), 2);
    ASSERT_TRUE(shows(20));
    EXPECT_NEAR(player_.statistics().listedAt, 2.7, 0.8);
    EXPECT_GT(player_.statistics().latencyMs.value_or(0), 4000);
    player_.jumpToLive();
    ASSERT_TRUE(eventually([&] { return player_.statistics().latencyMs.value_or(1e9) < 1500; }));
}

TEST_F(PlayerTest, LiveStreamThatEndsPlaysOutAndStartsAgainWithTheNextBroadcast) {
    auto feed = std::make_unique<LiveFeed>(*clip(), LiveFeed::Options{});
    feed->release(10);
    feed->run();
    player_.open(feed->url());
    ASSERT_TRUE(shows(20));
    feed->end();
    ASSERT_TRUE(reaches(State::Ended));
    feed->goLiveAgain();
    feed->run();
    EXPECT_TRUE(reaches(State::Playing));
    EXPECT_TRUE(shows(20));
}

TEST_F(PlayerTest, DiscontinuityIsPlayedOverWithoutAPause) {
    LiveFeed::Options options;
    options.discontinuityAfter = 20;
    LiveFeed feed(*clip(), options);
    feed.release(15);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(90));
    EXPECT_GT(feed.released(), 25);
    EXPECT_EQ(player_.statistics().stalls, 0);
    EXPECT_NEAR(player_.statistics().fps, 30, 6);
}

TEST_F(PlayerTest, MissingPartIsLeftOutWithoutLosingTheEdge) {
    LiveFeed feed(*clip(), {});
    feed.release(12);
    feed.lose(16);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(10));
    ASSERT_TRUE(eventually([&] { return feed.released() > 26; }));
    ASSERT_TRUE(shows(20));
    EXPECT_EQ(player_.state(), State::Playing);
    EXPECT_EQ(feed.server().count(QStringLiteral("/live/103.m4s")), 0);
    EXPECT_NEAR(player_.statistics().latencyMs.value_or(0), 660, 500);
}

TEST_F(PlayerTest, MissingPartOfACompleteSegmentIsMadeGoodByTheWholeSegment) {
    LiveFeed::Options options;
    options.partsPerSegment = 10;
    LiveFeed feed(*clip(), options);
    feed.release(21);
    feed.lose(17);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(45));
    EXPECT_EQ(feed.server().count(QStringLiteral("/live/101.m4s")), 1);
    EXPECT_NEAR(player_.statistics().fps, 30, 6);
}

TEST_F(PlayerTest, EachPartIsAskedForOnce) {
    LiveFeed feed(*clip(), {});
    feed.release(10);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(eventually([&] { return feed.released() >= 25; }));
    for (int i = 14; i < 24; ++i) {
        const auto path = QStringLiteral("/live/%1.%2.m4s").arg(100 + i / 5).arg(i % 5);
        EXPECT_EQ(feed.server().count(path), 1) << i;
    }
    EXPECT_EQ(feed.server().count(QStringLiteral("/live/init.mp4")), 1);
}

TEST_F(PlayerTest, DeltaUpdatesAreAskedForAndApplied) {
    LiveFeed::Options options;
    options.deltaUpdates = true;
    LiveFeed feed(*clip(), options);
    feed.release(50);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(45));
    EXPECT_GT(feed.deltasServed(), 3);
    EXPECT_EQ(player_.statistics().stalls, 0);
}

TEST_F(PlayerTest, ServerThatIsSlowByLessThanTheHoldBackCausesNoStall) {
    LiveFeed feed(*clip(), {});
    feed.release(12);
    feed.delayParts(200ms);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(90));
    EXPECT_EQ(player_.statistics().stalls, 0);
}

TEST_F(PlayerTest, StallIsCountedAndMovesTheTargetAway) {
    LiveFeed feed(*clip(), {});
    feed.release(12);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(30));
    const auto target = player_.statistics().targetLatencySeconds;
    feed.halt();
    ASSERT_TRUE(reaches(State::Buffering));
    runFor(300ms);
    feed.run();
    ASSERT_TRUE(reaches(State::Playing));
    ASSERT_TRUE(shows(15));
    EXPECT_EQ(player_.statistics().stalls, 1);
    EXPECT_GT(player_.statistics().targetLatencySeconds, target + 0.2);
}

TEST_F(PlayerTest, PublisherThatComesBackLeavesTheTargetWhereItWas) {
    LiveFeed::Options options;
    options.discontinuityAfter = 20;
    LiveFeed feed(*clip(), options);
    feed.release(14);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(20));
    ASSERT_TRUE(eventually([&] { return feed.released() == 20; }));
    feed.halt();
    ASSERT_TRUE(reaches(State::Buffering));
    feed.run();
    ASSERT_TRUE(reaches(State::Playing));
    ASSERT_TRUE(shows(20));
    EXPECT_EQ(player_.statistics().stalls, 1);
    EXPECT_NEAR(player_.statistics().targetLatencySeconds, 0.66, 0.01);
}

TEST_F(PlayerTest, PauseKeepsThePlaceAndJumpToLiveLeavesIt) {
    LiveFeed feed(*clip(), {});
    feed.release(12);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(20));
    player_.pause();
    ASSERT_TRUE(reaches(State::Paused));
    const auto position = player_.statistics().position;
    const int shown = shown_;
    runFor(2500ms);
    EXPECT_LE(shown_ - shown, 1);
    player_.play();
    ASSERT_TRUE(shows(10));
    EXPECT_NEAR(player_.statistics().position, position + 0.33, 0.3);
    EXPECT_GT(player_.statistics().latencyMs.value_or(0), 2500);
    player_.jumpToLive();
    EXPECT_TRUE(eventually([&] { return player_.statistics().latencyMs.value_or(1e9) < 1100; }));
}

TEST_F(PlayerTest, CloseStopsAsking) {
    LiveFeed feed(*clip(), {});
    feed.release(12);
    feed.run();
    player_.open(feed.url());
    ASSERT_TRUE(shows(10));
    player_.close();
    EXPECT_EQ(player_.state(), State::Idle);
    runFor(300ms);
    const int asked = feed.server().count(QStringLiteral("/"));
    const int shown = shown_;
    runFor(700ms);
    EXPECT_EQ(feed.server().count(QStringLiteral("/")), asked);
    EXPECT_EQ(shown_, shown);
}

TEST_F(PlayerTest, OpenAgainPlaysTheOtherStream) {
    LiveFeed first(*clip(), {});
    LiveFeed second(*clip(), {});
    first.release(12);
    second.release(12);
    first.run();
    second.run();
    player_.open(first.url());
    ASSERT_TRUE(shows(10));
    player_.open(second.url());
    ASSERT_TRUE(reaches(State::Playing));
    EXPECT_TRUE(shows(30));
    EXPECT_GT(second.server().count(QStringLiteral("/live/init.mp4")), 0);
}

}  // namespace footlight::tests
