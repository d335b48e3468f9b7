#include "ui/audience/chat_sync.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <algorithm>
#include <cmath>
#include <deque>
#include <map>

#include "tests/support/fake_clock.h"

namespace footlight::audience {
namespace {

using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

UtcTime at(double seconds) { return utcFromMilliseconds(1'800'000'000'000 + std::llround(seconds * 1000)); }

wire::ChatMessage line(double second, const std::string& text = {}) {
    wire::ChatMessage made;
    // The same line whenever it is told.
    static std::map<UtcTime, MessageId> ids;
    made.id = ids.emplace(at(second), MessageId::make(at(second))).first->second;
    made.at = at(second);
    made.user.id = UserId::make(at(0));
    made.text = text.empty() ? std::to_string(static_cast<int>(second)) : text;
    return made;
}

/// Chat of one line a second, or of more; answers when told to.
class SecondsArchive final : public ChatArchive {
public:
    struct Asked {
        UtcTime from;
        UtcTime to;
        client::Reply<ChatStretch> reply;
    };
    SecondsArchive(std::deque<Asked>& asked) : asked_(asked) {}
    void fetch(UtcTime from, UtcTime to, Part /*part*/, client::Reply<ChatStretch> reply) override {
        asked_.push_back({from, to, std::move(reply)});
    }

private:
    std::deque<Asked>& asked_;
};

class ChatSyncTest : public testing::Test {
protected:
    ChatSyncTest() {
        QObject::connect(&sync, &ChatSync::released, &sync,
                         [this](const wire::ChatMessage& each) { shown.push_back(each.text); });
        QObject::connect(&sync, &ChatSync::replaced, &sync,
                         [this](const std::vector<wire::ChatMessage>& all) {
                             shown.clear();
                             for (const auto& each : all) {
                                 shown.push_back(each.text);
                             }
                         });
    }
    void beginLive() {
        sync.begin(ChatSync::Kind::Live, std::make_unique<SecondsArchive>(asked));
        sync.showHistory({line(1), line(2)}, true);
    }
    void picture(double captured, std::chrono::milliseconds behind) { sync.follow({at(captured), behind}); }
    void hear(std::initializer_list<double> seconds) {
        for (const double second : seconds) {
            sync.hear(line(second), false);
        }
    }
    /// Of what was asked for, a line every `step` seconds, the newest `most`.
    void answer(double step = 1, std::size_t most = 500) {
        auto question = std::move(asked.front());
        asked.pop_front();
        ChatStretch stretch{question.from, question.to, {}};
        const UtcTime end = std::min(question.to, at(now));
        const auto every = static_cast<std::int64_t>(step * 1000);
        for (auto when = nextAt((std::max(question.from, at(0)) - at(0)).count(), every);
             at(static_cast<double>(when) / 1000) < end; when += every) {
            stretch.lines.push_back(line(static_cast<double>(when) / 1000));
        }
        if (stretch.lines.size() > most) {
            stretch.lines.erase(stretch.lines.begin(),
                                stretch.lines.end() - static_cast<std::ptrdiff_t>(most));
            stretch.from = stretch.lines.front().at;
        }
        question.reply(std::move(stretch));
    }
    /// A few looks, as often as it may ask.
    void watchUntilAsked(double captured, std::chrono::milliseconds behind) {
        for (int look = 0; look < 30 && asked.empty(); ++look) {
            clock.advance(200ms);
            picture(captured, behind);
        }
        ASSERT_FALSE(asked.empty());
    }

    /// For so long, with an archive that answers at once and a line every `step` milliseconds.
    void watchOn(double& head, int seconds, std::int64_t step = 1000) {
        const std::chrono::milliseconds behind(std::llround((now - head) * 1000));
        for (int look = 0; look < seconds * 5; ++look) {
            for (auto when = nextAt(std::llround(now * 1000), step); when < std::llround(now * 1000) + 200;
                 when += step) {
                hear({static_cast<double>(when) / 1000});
            }
            now += 0.2;
            head += 0.2;
            clock.advance(200ms);
            picture(head, behind);
            while (!asked.empty()) {
                answerWhole(step);
            }
        }
    }
    static std::int64_t nextAt(std::int64_t from, std::int64_t step) {
        return (from + step - 1) / step * step;
    }
    void answerWhole(std::int64_t step) {
        auto question = std::move(asked.front());
        asked.pop_front();
        ChatStretch stretch{question.from, question.to, {}};
        const UtcTime end = std::min(question.to, at(now));
        for (auto when = nextAt((std::max(question.from, at(0)) - at(0)).count(), step);
             at(static_cast<double>(when) / 1000) < end; when += step) {
            stretch.lines.push_back(line(static_cast<double>(when) / 1000));
        }
        if (stretch.lines.size() > 500) {
            stretch.lines.erase(stretch.lines.begin(), stretch.lines.end() - 500);
            stretch.from = stretch.lines.front().at;
        }
        question.reply(std::move(stretch));
    }
    [[nodiscard]] auto timesShown(int second) const {
        return std::count(shown.begin(), shown.end(), std::to_string(second));
    }

    std::deque<SecondsArchive::Asked> asked;
    double now = 3600;
    tests::FakeClock clock;
    ChatSync sync{clock};
    Lines shown;
};

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
