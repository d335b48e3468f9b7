#include "core/capture/test_card/test_card.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/capture/test_card/test_tone.h"
#include "core/media/types/time_strip.h"

namespace footlight::capture {
namespace {

using std::chrono::milliseconds;

const UtcTime kMoment = utcFromMilliseconds(1'795'253'594'123);

/// The luma of a whole picture: the background with the strip laid over it, as the source draws it.
std::vector<std::uint8_t> lumaWithStrip(const TestCard& card, UtcTime time) {
    const auto background = card.background("Ünïcode & more");
    const auto strip = card.stripRow(time);
    const auto area = card.stripArea();
    std::vector<std::uint8_t> luma;
    for (int y = 0; y < card.height(); ++y) {
        for (int x = 0; x < card.width(); ++x) {
            const bool isStrip = y >= area.y && x < area.width;
            luma.push_back(static_cast<std::uint8_t>((isStrip ? strip.at(x, 0) : background.at(x, y)) >> 8));
        }
    }
    return luma;
}

}  // namespace

TEST(TestCard, TheStripReadsBackAsTheTimeThatWasPainted) {
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {640, 360}, {854, 480}}) {
        const TestCard card(width, height);
        const auto luma = lumaWithStrip(card, kMoment);
        EXPECT_EQ(media::time_strip::read(luma.data(), width, width, height), kMoment) << width;
    }
}

TEST(TestCard, EveryPartLiesInsideThePicture) {
    for (const auto& [width, height] : {std::pair{1280, 720}, {1920, 1080}, {640, 360}}) {
        const TestCard card(width, height);
        for (const auto& area : {card.clockArea(), card.stripArea(), card.flashArea(), card.block(kMoment)}) {
            EXPECT_GE(area.x, 0);
            EXPECT_LE(area.x + area.width, width);
            EXPECT_LE(area.y + area.height, height);
        }
        EXPECT_LE(card.clockArea().x + card.clockArea().width, card.flashArea().x);
    }
}

TEST(TestCard, TheClockChangesWithEachMillisecond) {
    const TestCard card(1280, 720);
    EXPECT_NE(card.clock(kMoment).pixels(), card.clock(kMoment + milliseconds(1)).pixels());
    EXPECT_EQ(card.clock(kMoment).pixels(), card.clock(kMoment).pixels());
}

TEST(TestCard, TheFlashIsShownAtEachFullSecondOnly) {
    const auto second = utcFromMilliseconds(1'795'253'594'000);
    int flashes = 0;
    for (int i = 0; i < 30; ++i) {
        flashes += TestCard::isFlashing(second + milliseconds(i * 1000 / 30), milliseconds(33)) ? 1 : 0;
    }
    EXPECT_EQ(flashes, 2);
    EXPECT_TRUE(TestCard::isFlashing(second, milliseconds(33)));
    EXPECT_FALSE(TestCard::isFlashing(second + milliseconds(500), milliseconds(33)));
}

TEST(TestCard, ALongTitleStaysLeftOfTheFlash) {
    const TestCard card(1280, 720);
    const auto plain = card.background("");
    const auto titled = card.background(std::string(40, 'W'));
    const auto flash = card.flashArea();
    for (int y = 0; y < 720; ++y) {
        for (int x = flash.x; x < flash.x + flash.width; ++x) {
            ASSERT_EQ(plain.at(x, y), titled.at(x, y)) << x << "," << y;
        }
    }
}

TEST(TestTone, BeepsFor60MillisecondsFromEachFullSecond) {
    std::vector<float> second(kToneSampleRate);
    fillTestTone(second, 1'795'253'594'000'000'000);
    const auto loud = [&](int fromMs, int toMs) {
        float peak = 0;
        for (int i = fromMs * 48; i < toMs * 48; ++i) {
            peak = std::max(peak, std::abs(second[static_cast<std::size_t>(i)]));
        }
        return peak;
    };
    EXPECT_NEAR(loud(5, 55), 0.25F, 0.01F);
    EXPECT_EQ(loud(60, 1000), 0.0F);
}

TEST(TestTone, NeighbouringPiecesJoinWithoutAClick) {
    constexpr std::int64_t kStart = 1'795'253'593'990'000'000;
    std::vector<float> whole(2400);
    fillTestTone(whole, kStart);
    std::vector<float> tail(1200);
    fillTestTone(tail, kStart + 25'000'000);
    for (std::size_t i = 0; i < tail.size(); ++i) {
        ASSERT_NEAR(whole[i + 1200], tail[i], 1e-5F);
    }
}

}  // namespace footlight::capture
