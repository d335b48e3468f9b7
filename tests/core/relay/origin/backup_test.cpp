#include "tests/core/relay/origin/live_fixture.h"

namespace footlight::relay::origin {
namespace {

using media::MediaTime;

constexpr auto kPrimary = IngestSlot::Primary;
constexpr auto kBackup = IngestSlot::Backup;

/// Two publishers of the same clip of twelve seconds, in time; five of them have passed.
class BackupTest : public LiveFixture {
protected:
    BackupTest() {
        for (const auto slot : {kPrimary, kBackup}) {
            arrive(slot);
            stream_->tracks(slot, longClip().tracks);
        }
        playInTime(longClip(), MediaTime{}, MediaTime{5s}, {kPrimary, kBackup});
    }

    static const tests::FlvClip& longClip() {
        static const auto kClip = [] {
            tests::ClipOptions options;
            options.seconds = 12;
            return tests::makeClip(options);
        }();
        return kClip;
    }
    [[nodiscard]] std::size_t discontinuities() const {
        const auto listed = list();
        const auto isOne = [](const auto& segment) { return segment.discontinuity; };
        return static_cast<std::size_t>(std::count_if(listed.segments.begin(), listed.segments.end(), isOne) +
                                        (listed.open && listed.open->discontinuity ? 1 : 0));
    }
};

TEST_F(BackupTest, StaysHotAndUnseen) {
    EXPECT_EQ(discontinuities(), 0U);
    EXPECT_TRUE(inputs()->hasPrimary);
    EXPECT_TRUE(inputs()->hasBackup);
    EXPECT_EQ(inputs()->active, kPrimary);
}

TEST_F(BackupTest, TakesOverWhenThePublisherOnAirStallsForTwoSeconds) {
    const auto before = list();
    playInTime(longClip(), MediaTime{5s}, MediaTime{6'800ms}, {kBackup});
    EXPECT_EQ(inputs()->active, kPrimary);
    playInTime(longClip(), MediaTime{6'800ms}, MediaTime{11s}, {kBackup});
    EXPECT_EQ(inputs()->active, kBackup);
    const auto after = list();
    EXPECT_EQ(after.mediaSequence, before.mediaSequence);
    EXPECT_EQ(after.targetDuration, before.targetDuration);
    EXPECT_EQ(discontinuities(), 1U);
    EXPECT_THAT(lasting(), testing::ElementsAre(BroadcastEventType::Started));
}

TEST_F(BackupTest, TakesOverAtOnceWhenThePublisherOnAirVanishes) {
    stream_->leave(kPrimary);
    EXPECT_EQ(inputs()->active, kBackup);
    EXPECT_FALSE(inputs()->hasPrimary);
    ASSERT_TRUE(list().open);
    EXPECT_TRUE(list().open->discontinuity);
    EXPECT_TRUE(list().open->parts.at(0).isIndependent) << "from the key frame that it kept";
    EXPECT_THAT(lasting(), testing::ElementsAre(BroadcastEventType::Started)) << "nobody lost anything";
}

TEST_F(BackupTest, OneThatIsBackWaitsToBeAskedFor) {
    stream_->leave(kPrimary);
    arrive(kPrimary);
    stream_->tracks(kPrimary, longClip().tracks);
    playInTime(longClip(), MediaTime{5s}, MediaTime{9s}, {kPrimary, kBackup});
    EXPECT_EQ(inputs()->active, kBackup);
    EXPECT_EQ(discontinuities(), 1U);
    stream_->switchTo(kPrimary);
    EXPECT_EQ(inputs()->active, kBackup) << "not before its next key frame";
    playInTime(longClip(), MediaTime{9s}, MediaTime{11s}, {kPrimary, kBackup});
    EXPECT_EQ(inputs()->active, kPrimary);
    EXPECT_EQ(discontinuities(), 2U);
}

TEST_F(BackupTest, PartsStayLegalOverTheSwitch) {
    stream_->leave(kPrimary);
    playInTime(longClip(), MediaTime{5s}, MediaTime{11s}, {kBackup});
    const auto listed = list();
    ASSERT_GT(listed.segments.size(), 4U);
    for (const auto& segment : listed.segments) {
        EXPECT_LE(std::chrono::round<std::chrono::seconds>(segment.duration), listed.targetDuration);
        for (const auto& part : segment.parts) {
            EXPECT_LE(part.duration, listed.partTarget);
            EXPECT_GT(part.duration, MediaTime{});
        }
    }
}

TEST_F(BackupTest, AStallOfBothEndsInNothingToShowUntilOneIsBack) {
    wait(3s);
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away) << "there is no slate here";
    playInTime(longClip(), MediaTime{8s}, MediaTime{11s}, {kBackup});
    EXPECT_EQ(snapshot_->phase(), WindowPhase::OnAir);
    EXPECT_EQ(inputs()->active, kBackup);
}

TEST_F(BackupTest, TheBroadcastIsLostWithTheLastOfThem) {
    stream_->leave(kBackup);
    EXPECT_THAT(lasting(), testing::ElementsAre(BroadcastEventType::Started));
    stream_->leave(kPrimary);
    EXPECT_EQ(snapshot_->phase(), WindowPhase::Away);
    EXPECT_THAT(lasting(), testing::ElementsAre(BroadcastEventType::Started, BroadcastEventType::Lost));
}

}  // namespace
}  // namespace footlight::relay::origin
