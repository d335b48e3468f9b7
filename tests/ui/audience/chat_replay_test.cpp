#include "tests/ui/audience/chat_sync_fixture.h"

namespace footlight::audience {
namespace {

using namespace std::chrono_literals;

TEST_F(ChatSyncTest, GoingBackBehindWhatWasHeardFetchesIt) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(1000), line(1001)}, false);
    picture(1002, 900ms);
    watchUntilAsked(990, 12000ms);
    EXPECT_EQ(asked.front().to, at(1000)) << "up to what is there";
    answer();
    EXPECT_EQ(shown.back(), std::string("990"));
    picture(991, 12000ms);
    EXPECT_EQ(shown.back(), std::string("991"));
    picture(1001, 12000ms);
    EXPECT_EQ(shown.back(), std::string("1001"));
    EXPECT_EQ(std::count(shown.begin(), shown.end(), std::string("1000")), 1);
}

TEST_F(ChatSyncTest, FarBackItReplaysFromTheArchiveAndComesBackToLive) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(3000)}, false);
    picture(3001, 900ms);
    watchUntilAsked(100, 2900000ms);
    answer();
    EXPECT_EQ(shown.back(), std::string("100"));
    hear({3005});
    EXPECT_EQ(shown.back(), std::string("100")) << "that is far away";
    watchUntilAsked(100.5, 2900000ms);
    answer();
    picture(110, 2900000ms);
    EXPECT_EQ(shown.back(), std::string("110"));
    EXPECT_EQ(std::count(shown.begin(), shown.end(), std::string("105")), 1);
    picture(3010, 900ms);
    ASSERT_EQ(asked.size(), 1U) << "the newest, to begin again with";
    hear({3600});
    answer();
    EXPECT_EQ(shown.back(), std::string("3600"));
    EXPECT_EQ(shown.at(shown.size() - 2), std::string("3599"));
}

TEST_F(ChatSyncTest, BetweenFarBackAndLiveNoLineIsLost) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(2999)}, false);
    now = 3000;
    picture(2999, 900ms);
    double head = 100;
    watchOn(head, 3);
    EXPECT_EQ(shown.back(), std::string("103"));
    head = now - 6;  // dragged to where it is nearly live
    const int first = static_cast<int>(head);
    watchOn(head, 110);
    for (int second = first; second <= static_cast<int>(head - 1); ++second) {
        EXPECT_EQ(timesShown(second), 1) << second;
    }
}

TEST_F(ChatSyncTest, MoreThanCanBeHeldUntilNowIsShownAllTheSame) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    now = 3000;
    sync.showHistory({line(2999)}, false);
    double head = now - 30;
    watchOn(head, 8, 10);  // 3,000 lines from the picture until now
    shown.clear();
    const double from = head;
    watchOn(head, 14, 10);
    EXPECT_GE(shown.size(), static_cast<std::size_t>((head - from) * 100) - 1);
    EXPECT_LE(shown.size(), static_cast<std::size_t>((head - from) * 100) + 1);
}

TEST_F(ChatSyncTest, LinesSaidWhileTheLastAreFetchedAreThere) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(3070)}, false);
    now = 3073;
    watchUntilAsked(100, 2973000ms);
    answer();
    watchUntilAsked(2950, 123000ms);
    answer();
    watchUntilAsked(2950, 123000ms);
    answer();
    watchUntilAsked(2963, 17000ms);
    EXPECT_EQ(asked.front().to, UtcTime::max()) << "that is nearly live";
    now = 2980;
    hear({2980});
    answer();
    hear({2981});
    picture(2970, 17000ms);
    EXPECT_EQ(shown.back(), std::string("2970"));
    picture(2979, 17000ms);
    EXPECT_EQ(shown.back(), std::string("2979"));
    picture(2981, 17000ms);
    EXPECT_EQ(timesShown(2972), 1);
    EXPECT_EQ(timesShown(2980), 1);
    EXPECT_EQ(timesShown(2981), 1);
}

TEST_F(ChatSyncTest, ComingBackToLiveIsTriedAgainWhereItFails) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(3000)}, false);
    picture(3001, 900ms);
    watchUntilAsked(100, 2900000ms);
    answer();
    picture(3600, 900ms);
    ASSERT_EQ(asked.size(), 1U);
    asked.front().reply(fail(ErrorCategory::Unavailable, "test.away", "away"));
    asked.clear();
    picture(3600, 900ms);
    EXPECT_TRUE(asked.empty()) << "not at once";
    watchUntilAsked(3600, 900ms);
    answer();
    EXPECT_EQ(shown.back(), std::string("3599"));
    clock.advance(10s);
    picture(3610, 900ms);
    EXPECT_TRUE(asked.empty()) << "once it is there";
}

TEST_F(ChatSyncTest, ARecordingReplaysItsChatBothWays) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    watchUntilAsked(500, 1h);
    answer();
    EXPECT_TRUE(sync.isHeld());
    EXPECT_EQ(shown.back(), std::string("500"));
    watchUntilAsked(501, 1h);
    answer();
    picture(510, 1h);
    EXPECT_EQ(shown.back(), std::string("510"));
    watchUntilAsked(60, 1h);
    answer();
    EXPECT_EQ(shown.back(), std::string("60"));
    EXPECT_EQ(shown.front(), std::string("0"));
    sync.setChoice(SyncChoice::Off);
    picture(61, 1h);
    EXPECT_TRUE(sync.isHeld()) << "chat of a recording is nothing without its picture";
}

TEST_F(ChatSyncTest, ChatSoFastThatPartsAreLeftOutIsFetchedInParts) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    watchUntilAsked(500, 1h);
    answer(0.05, 100);
    watchUntilAsked(500, 1h);
    int answers = 0;
    while (!asked.empty() && answers < 10) {
        answer(0.05, 100);
        ++answers;
    }
    EXPECT_GT(answers, 1);
    shown.clear();
    picture(502, 1h);
    EXPECT_EQ(shown.size(), 40U) << "every line of two seconds, none twice: "
                                 << testing::PrintToString(shown);
}

/// A play head that goes on while answers are out, and a line every 25 ms: 40 a second.
class ChatSyncFarBack : public ChatSyncTest {
protected:
    static constexpr std::int64_t kStep = 25;

    ChatSyncFarBack() {
        QObject::connect(&sync, &ChatSync::released, &sync,
                         [this](const wire::ChatMessage& each) { seen.push_back(each.at); });
        QObject::connect(&sync, &ChatSync::replaced, &sync,
                         [this](const std::vector<wire::ChatMessage>& all) {
                             ++resets;
                             seen.clear();
                             for (const auto& each : all) {
                                 seen.push_back(each.at);
                             }
                         });
    }
    /// Each answer takes so long.
    void play(double& head, double seconds, std::chrono::milliseconds late) {
        for (const double until = head + seconds; head < until; head += 0.2) {
            clock.advance(200ms);
            picture(head, 50min);
            if (!asked.empty() && !isOut) {
                isOut = true;
                answerAt = clock.steadyNow() + late;
            }
            while (isOut && clock.steadyNow() >= answerAt) {
                ++answers;
                answerWhole(kStep);
                isOut = !asked.empty();
                answerAt += late;
            }
        }
    }
    /// Every line once and in order, up to the head.
    void expectWhole(double head) {
        ASSERT_FALSE(seen.empty());
        for (std::size_t i = 1; i < seen.size(); ++i) {
            ASSERT_EQ((seen[i] - seen[i - 1]).count(), kStep) << i;
        }
        EXPECT_GE(seen.back(), at(head - 0.5));
    }

    std::vector<UtcTime> seen;
    int resets = 0;
    int answers = 0;
    bool isOut = false;
    SteadyTime answerAt{};
};

TEST_F(ChatSyncFarBack, ARecordingSettlesThoughTheHeadMovesWhileAnAnswerIsOut) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    double head = 500;
    for (int second = 0; second < 4; ++second) {
        play(head, 1.03, 1030ms);
    }
    EXPECT_EQ(resets, 2) << "empty at first, then what was said until there";
    play(head, 60, 1030ms);
    EXPECT_EQ(resets, 2);
    EXPECT_LE(answers, 20) << "of at most five pages: the relay allows 50 requests a second";
    expectWhole(head);
}

TEST_F(ChatSyncFarBack, ALiveChannelSettlesToo) {
    sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
    sync.showHistory({line(3500)}, false);
    picture(3599, 900ms);
    double head = 500;
    play(head, 5, 1030ms);
    const int settled = resets;
    play(head, 60, 1030ms);
    EXPECT_EQ(resets, settled);
    expectWhole(head);
}

TEST_F(ChatSyncFarBack, AnArchiveThatIsAwayForAWhileOnlyDelaysIt) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    double head = 500;
    play(head, 10, 200ms);
    const int settled = resets;
    for (int look = 0; look < 125; ++look, head += 0.2) {
        clock.advance(200ms);
        picture(head, 50min);
        if (!asked.empty()) {
            asked.front().reply(fail(ErrorCategory::Unavailable, "relay.too_many", "later"));
            asked.pop_front();
        }
    }
    EXPECT_LT(seen.back(), at(head - 2));
    play(head, 10, 200ms);
    EXPECT_EQ(resets, settled);
    expectWhole(head);
}

TEST_F(ChatSyncTest, AnArchiveThatFailsIsAskedAgainLater) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    watchUntilAsked(500, 1h);
    asked.front().reply(fail(ErrorCategory::Unavailable, "test.away", "away"));
    asked.clear();
    picture(500, 1h);
    EXPECT_TRUE(asked.empty()) << "not at once";
    watchUntilAsked(500, 1h);
    answer();
    EXPECT_EQ(shown.back(), std::string("500"));
}

TEST_F(ChatSyncTest, AnswersForAnotherRoomAreLeft) {
    sync.begin(ChatSync::Kind::Recording, std::make_unique<SecondsArchive>(asked));
    watchUntilAsked(500, 1h);
    sync.end();
    shown.clear();
    answer();
    EXPECT_TRUE(shown.empty());
}

}  // namespace
}  // namespace footlight::audience
