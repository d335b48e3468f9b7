#include <QSignalSpy>

#include "tests/ui/audience/chat_sync_fixture.h"

namespace footlight::audience {
namespace {

using namespace std::chrono_literals;

TEST_F(ChatSyncTest, ShowsChatAtOnceWhereThePictureIsNearlyLive) {
    beginLive();
    picture(4, 900ms);
    hear({5});
    EXPECT_EQ(shown, Lines({"1", "2", "5"}));
    EXPECT_FALSE(sync.isHeld());
    picture(5, 2900ms);
    EXPECT_FALSE(sync.isHeld());
}

TEST_F(ChatSyncTest, WaitsForThePictureThatIsOverThreeSecondsBehind) {
    beginLive();
    picture(10, 8000ms);
    EXPECT_TRUE(sync.isHeld());
    hear({12, 15});
    EXPECT_EQ(shown, Lines({"1", "2"}));
    EXPECT_EQ(sync.waiting(), 2U);
    picture(11.9, 8000ms);
    EXPECT_EQ(shown.size(), 2U);
    picture(12.1, 8000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "12"}));
    picture(15, 8000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "12", "15"}));
}

TEST_F(ChatSyncTest, GoesBackWithAPictureThatWasAwayMeanwhile) {
    beginLive();
    picture(20, 900ms);
    hear({20, 21});
    EXPECT_EQ(shown.size(), 4U);
    sync.follow({});  // another playlist is opened
    picture(1.5, 20'000ms);
    EXPECT_TRUE(sync.isHeld());
    EXPECT_EQ(shown, Lines({"1"})) << "as of then";
    sync.follow({});
    picture(22, 900ms);
    EXPECT_FALSE(sync.isHeld());
    EXPECT_EQ(shown, Lines({"1", "2", "20", "21"}));
}

TEST_F(ChatSyncTest, DoesNotFlutterAboutTheLimit) {
    QSignalSpy changes(&sync, &ChatSync::heldChanged);
    beginLive();
    for (int turn = 0; turn < 20; ++turn) {
        picture(10 + turn * 0.2, turn % 2 == 0 ? 3100ms : 2900ms);
    }
    EXPECT_EQ(changes.size(), 1);
    picture(15, 1900ms);
    EXPECT_EQ(changes.size(), 2);
}

TEST_F(ChatSyncTest, CatchingUpShowsAllThatWaited) {
    beginLive();
    picture(10, 8000ms);
    hear({12, 15});
    picture(20, 1000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "12", "15"}));
}

TEST_F(ChatSyncTest, APictureThatIsGoneHoldsNothing) {
    beginLive();
    picture(10, 8000ms);
    hear({12});
    sync.follow({});
    EXPECT_EQ(shown, Lines({"1", "2"})) << "it may be back at once";
    clock.advance(10s);
    sync.follow({});
    EXPECT_FALSE(sync.isHeld());
    EXPECT_EQ(shown, Lines({"1", "2", "12"}));
}

TEST_F(ChatSyncTest, GoingBackThroughNoPictureShowsChatAsOfThen) {
    beginLive();
    hear({20, 30, 40});
    picture(50, 900ms);
    sync.follow({});  // the player closes before it opens at another place
    clock.advance(1s);
    sync.follow({});
    EXPECT_EQ(shown.size(), 5U);
    picture(25, 26000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "20"}));
    sync.follow({});
    EXPECT_EQ(shown, Lines({"1", "2", "20"})) << "what comes is not told while the picture is away";
    picture(19, 33000ms);
    EXPECT_EQ(shown, Lines({"1", "2"}));
    sync.follow({});
    picture(51, 900ms);
    EXPECT_EQ(shown, Lines({"1", "2", "20", "30", "40"}));
}

TEST_F(ChatSyncTest, OnesOwnLineIsShownAtOnceAndStaysWithItsPicture) {
    beginLive();
    picture(10, 8000ms);
    hear({11});
    sync.hear(line(18, "mine"), true);
    EXPECT_EQ(shown, Lines({"1", "2", "mine"}));
    picture(11, 8000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "mine", "11"}));
    picture(18, 8000ms);
    EXPECT_EQ(std::count(shown.begin(), shown.end(), "mine"), 1);
    picture(10.5, 12000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "mine"})) << "said when the picture was at 10";
    picture(9, 14000ms);
    EXPECT_EQ(shown, Lines({"1", "2"}));
}

TEST_F(ChatSyncTest, GoingBackShowsChatAsOfThenAndGoingOnBringsItAgain) {
    beginLive();
    hear({20, 30, 40});
    picture(50, 900ms);
    EXPECT_EQ(shown.size(), 5U);
    picture(25, 26000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "20"}));
    picture(30, 26000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "20", "30"}));
    picture(60, 900ms);
    EXPECT_EQ(shown, Lines({"1", "2", "20", "30", "40"}));
}

TEST_F(ChatSyncTest, WhatWasReadWhilePausedIsNotTakenBack) {
    beginLive();
    picture(10, 1000ms);
    hear({12, 14});
    EXPECT_EQ(shown.size(), 4U);
    picture(10.2, 6000ms);  // playback goes on after a pause of five seconds
    EXPECT_EQ(shown, Lines({"1", "2", "12", "14"}));
    hear({17});
    EXPECT_EQ(shown.size(), 4U) << "from now on chat waits";
    picture(17, 6000ms);
    EXPECT_EQ(shown.size(), 5U);
}

TEST_F(ChatSyncTest, OnAndOffOverrideTheLatency) {
    beginLive();
    sync.setChoice(SyncChoice::On);
    picture(10, 900ms);
    hear({10.5});
    EXPECT_EQ(shown.size(), 2U);
    picture(10.6, 900ms);
    EXPECT_EQ(shown.size(), 3U);
    sync.setChoice(SyncChoice::Off);
    picture(11, 60000ms);
    hear({60});
    EXPECT_EQ(shown.size(), 4U);
}

TEST_F(ChatSyncTest, TheOffsetMovesChatLaterOrEarlier) {
    beginLive();
    picture(10, 8000ms);
    hear({12});
    sync.setOffset(5s);
    picture(16, 8000ms);
    EXPECT_EQ(shown.size(), 2U);
    picture(17, 8000ms);
    EXPECT_EQ(shown.size(), 3U);
    sync.setOffset(-5s);
    hear({21});
    picture(17.2, 8000ms);
    EXPECT_EQ(shown.size(), 4U);
    sync.setOffset(500s);
    EXPECT_EQ(sync.offset(), ChatSync::kMostOffset);
}

TEST_F(ChatSyncTest, WhatIsDeletedOrEditedBeforeItsPictureIsNeverShownAsItWas) {
    beginLive();
    picture(10, 8000ms);
    const auto first = line(11);
    const auto second = line(12);
    sync.hear(first, false);
    sync.hear(second, false);
    sync.remove(first.id);
    auto changed = second;
    changed.text = "changed";
    sync.edit(changed);
    picture(13, 8000ms);
    EXPECT_EQ(shown, Lines({"1", "2", "changed"}));
}

TEST_F(ChatSyncTest, KeepsABoundOnWhatWaits) {
    beginLive();
    picture(10, 8000ms);
    for (int i = 0; i < 5000; ++i) {
        sync.hear(line(11 + i * 0.01), false);
    }
    EXPECT_LE(sync.waiting(), ChatTimeline::kMostLines);
    picture(100, 8000ms);
    EXPECT_LE(shown.size(), ChatTimeline::kMostShown) << "as many as a view holds";
}

}  // namespace
}  // namespace footlight::audience
