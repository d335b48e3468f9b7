#include "core/relay/origin/event_queue.h"

#include <gtest/gtest.h>

namespace footlight::relay::origin {
namespace {

BroadcastEvent eventAt(BroadcastEventType type, std::int64_t at, BroadcastId id = {}) {
    return {type, "stage", id, utcFromMilliseconds(at), std::nullopt};
}

TEST(EventQueue, NewerHealthReplacesOlderThatWaits) {
    EventQueue queue(100);
    queue.add(eventAt(BroadcastEventType::Started, 1));
    queue.add(eventAt(BroadcastEventType::Health, 2));
    queue.add(eventAt(BroadcastEventType::Health, 3));
    const auto batch = queue.takeBatch();
    ASSERT_EQ(batch.events.size(), 2U);
    EXPECT_EQ(toMilliseconds(batch.events[1].at), 3);
    queue.add(eventAt(BroadcastEventType::Health, 4));
    queue.delivered();
    EXPECT_EQ(queue.takeBatch().events.size(), 1U) << "what is under way is left alone";
}

TEST(EventQueue, DropsTheOldestPastItsLimit) {
    EventQueue queue(3);
    for (std::int64_t at = 1; at <= 5; ++at) {
        queue.add(eventAt(BroadcastEventType::Lost, at));
    }
    const auto batch = queue.takeBatch();
    ASSERT_EQ(batch.events.size(), 3U);
    EXPECT_EQ(toMilliseconds(batch.events[0].at), 3);
}

TEST(EventQueue, SendsAtMostAHundredAtATime) {
    EventQueue queue(1'000);
    for (std::int64_t at = 1; at <= 150; ++at) {
        queue.add(eventAt(BroadcastEventType::Lost, at));
    }
    EXPECT_EQ(queue.takeBatch().events.size(), 100U);
    queue.delivered();
    EXPECT_EQ(queue.takeBatch().events.size(), 50U);
    EXPECT_EQ(queue.lasting().size(), 50U);
}

BroadcastEvent targetAt(std::int64_t at, std::int64_t target, BroadcastId id = {}) {
    auto event = eventAt(BroadcastEventType::Target, at, id);
    event.target.emplace();
    event.target->id = *TargetId::parse("01890a5d-ac96-774b-bcce-b30209900000");
    event.target->dropped = target;
    return event;
}

TEST(EventQueue, AStateIsReplacedByANewerOneOfItsKindAlone) {
    EventQueue queue(100);
    auto recording = eventAt(BroadcastEventType::Recording, 1);
    recording.recording.emplace();
    queue.add(recording);
    queue.add(targetAt(2, 1));
    queue.add(eventAt(BroadcastEventType::Health, 3));
    recording.recording->bytes = 7;
    recording.at = utcFromMilliseconds(4);
    queue.add(recording);
    queue.add(targetAt(5, 2));
    auto other = targetAt(6, 3);
    other.target->id = *TargetId::parse("01890a5d-ac96-774b-bcce-b30209900001");
    queue.add(other);
    const auto batch = queue.takeBatch();
    ASSERT_EQ(batch.events.size(), 4U);
    EXPECT_EQ(batch.events[0].recording->bytes, 7);
    EXPECT_EQ(batch.events[1].target->dropped, 2);
    EXPECT_EQ(batch.events[3].target->dropped, 3);
}

TEST(EventQueue, AStateStaysBehindWhatHappenedToItsBroadcast) {
    EventQueue queue(100);
    const auto one = BroadcastId::make(utcFromMilliseconds(1));
    const auto other = BroadcastId::make(utcFromMilliseconds(2));
    queue.add(eventAt(BroadcastEventType::Health, 1, one));
    queue.add(eventAt(BroadcastEventType::Lost, 2, one));
    queue.add(eventAt(BroadcastEventType::Health, 3, other));
    queue.add(eventAt(BroadcastEventType::Health, 4, one));
    EXPECT_EQ(queue.takeBatch().events.size(), 4U) << "it tells of another time than the first one";
}

TEST(EventQueue, WhatMustNotBeLostIsTheRecordingToo) {
    EventQueue queue(100);
    const auto before = queue.version();
    queue.add(eventAt(BroadcastEventType::Health, 1));
    queue.add(eventAt(BroadcastEventType::Input, 2));
    queue.add(targetAt(3, 1));
    EXPECT_EQ(queue.version(), before);
    queue.add(eventAt(BroadcastEventType::Recording, 4));
    EXPECT_NE(queue.version(), before);
    queue.add(eventAt(BroadcastEventType::Ended, 5));
    ASSERT_EQ(queue.lasting().size(), 2U);
    EXPECT_EQ(queue.lasting()[0].type, wire::PublishEventType::Recording);
}

}  // namespace
}  // namespace footlight::relay::origin
