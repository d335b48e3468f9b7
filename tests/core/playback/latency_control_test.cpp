#include "core/playback/latency_control.h"

#include <gtest/gtest.h>

#include "core/playback/play_clock.h"
#include "core/playback/relay_clock.h"

namespace footlight::tests {
namespace {

using namespace std::chrono_literals;
using media::MediaTime;
using playback::LatencyControl;

const SteadyTime kStart{std::chrono::hours(1)};

/// A low-latency stream whose parts of 200 ms came in time for ten seconds: the edge is at the time since
/// kStart.
LatencyControl followed(SteadyTime until = kStart + 10s) {
    LatencyControl control;
    control.setLimits({600ms, 2s, 200ms});
    for (auto at = kStart + 200ms; at <= until; at += 200ms) {
        control.arrived(at, std::chrono::duration_cast<MediaTime>(at - kStart));
    }
    return control;
}

}  // namespace

TEST(LatencyControl, PlaysAtOrdinarySpeedOnTarget) {
    auto control = followed();
    EXPECT_EQ(control.decide(kStart + 10s, 9400ms, 600ms).rate, 1);
}

TEST(LatencyControl, CatchesUpGentlyWhenBehind) {
    auto control = followed();
    const auto slightly = control.decide(kStart + 10s, 9300ms, 700ms).rate;
    EXPECT_GT(slightly, 1);
    EXPECT_LT(slightly, LatencyControl::kFastest);
    EXPECT_EQ(control.decide(kStart + 10s, 7400ms, 2600ms).rate, LatencyControl::kFastest);
}

TEST(LatencyControl, JumpsWhenMoreThanTwoTargetDurationsBehind) {
    auto control = followed();
    EXPECT_FALSE(control.decide(kStart + 10s, 5500ms, 4500ms).jump);
    EXPECT_TRUE(control.decide(kStart + 10s, 5300ms, 4700ms).jump);
}

TEST(LatencyControl, DoesNotHurryWithoutMediaAtHand) {
    auto control = followed();
    EXPECT_EQ(control.decide(kStart + 10s, 9000ms, 100ms).rate, 1);
}

TEST(LatencyControl, SlowsDownWhenTooCloseToTheEdge) {
    auto control = followed();
    EXPECT_EQ(control.decide(kStart + 10s, 9900ms, 100ms).rate, LatencyControl::kSlowest);
}

TEST(LatencyControl, LatePartDoesNotMoveTheEdge) {
    auto control = followed();
    control.arrived(kStart + 10500ms, 10200ms);
    EXPECT_EQ(control.edge(kStart + 10500ms), MediaTime(10500ms));
}

TEST(LatencyControl, EdgeStandsStillWhenThePublisherIsAway) {
    const auto control = followed();
    EXPECT_EQ(control.edge(kStart + 60s), MediaTime(13s));
}

TEST(LatencyControl, StallMovesTheTargetByAsMuchAsMediaCameLate) {
    auto control = followed();
    control.stalled(kStart + 10s, 300ms);
    EXPECT_EQ(control.target(), MediaTime(950ms));
}

TEST(LatencyControl, StallsMoveTheTargetByOneTargetDurationAtMost) {
    auto control = followed();
    for (int i = 0; i < 10; ++i) {
        control.stalled(kStart + 10s, 900ms);
    }
    EXPECT_EQ(control.target(), MediaTime(2600ms));
}

TEST(LatencyControl, OutageOfThePublisherLeavesTheTarget) {
    auto control = followed();
    control.stalled(kStart + 10s, 5s);
    EXPECT_EQ(control.target(), MediaTime(600ms));
}

TEST(LatencyControl, QuietTimesBringTheTargetBack) {
    auto control = followed(kStart + 200s);
    control.stalled(kStart, 900ms);
    for (int second = 1; second <= 200; ++second) {
        control.decide(kStart + std::chrono::seconds(second), MediaTime(0), MediaTime(0));
    }
    EXPECT_LT(control.target(), MediaTime(720ms));
}

TEST(PlayClock, RunsAtItsRateAndStopsWhereItIs) {
    playback::PlayClock clock;
    clock.start(kStart, 5s);
    EXPECT_EQ(clock.at(kStart + 1s), MediaTime(6s));
    clock.setRate(kStart + 1s, 1.08);
    EXPECT_EQ(clock.at(kStart + 2s), MediaTime(7080ms));
    EXPECT_NEAR(std::chrono::duration<double>(clock.until(kStart + 2s, MediaTime(8160ms))).count(), 1, 1e-3);
    clock.stop(kStart + 2s);
    EXPECT_EQ(clock.at(kStart + 9s), MediaTime(7080ms));
}

TEST(PlayClock, TakesUpWhatIsHeardSlowly) {
    playback::PlayClock clock;
    clock.start(kStart, 0s);
    clock.follow(kStart + 1s, 1016ms);
    EXPECT_EQ(clock.at(kStart + 1s), MediaTime(1001ms));
}

TEST(RelayClock, TheQuickestAnswerCounts) {
    playback::RelayClock clock;
    clock.learn(utcFromMilliseconds(5'000), utcFromMilliseconds(1'000), kStart, 400ms);
    EXPECT_EQ(clock.offset(), 4200ms);
    clock.learn(utcFromMilliseconds(6'000), utcFromMilliseconds(2'000), kStart + 1s, 20ms);
    EXPECT_EQ(clock.offset(), 4010ms);
    clock.learn(utcFromMilliseconds(9'500), utcFromMilliseconds(3'000), kStart + 2s, 3s);
    EXPECT_EQ(clock.offset(), 4010ms);
}

TEST(RelayClock, OldMeasurementGivesWay) {
    playback::RelayClock clock;
    clock.learn(utcFromMilliseconds(5'000), utcFromMilliseconds(1'000), kStart, 2ms);
    clock.learn(utcFromMilliseconds(5'100), utcFromMilliseconds(1'000), kStart + 61s, 4ms);
    EXPECT_EQ(clock.offset(), 4102ms);
}

}  // namespace footlight::tests
