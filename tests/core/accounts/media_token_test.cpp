#include "core/accounts/media_token.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace footlight::accounts {
namespace {

constexpr UtcTime kNow{std::chrono::milliseconds{1'700'000'000'000}};
constexpr std::chrono::hours kHour{1};

TEST(MediaToken, TellsWhatItOpens) {
    const MediaTokens tokens{Secret("key")};
    for (const auto purpose : {MediaPurpose::Play, MediaPurpose::Upload}) {
        for (const auto* subject : {"ada", "", "with blank", "01890a5d-ac96-774b-bcce-b302099a8057"}) {
            const MediaClaim claim{purpose, subject, kNow + kHour};
            const auto token = tokens.make(claim);
            EXPECT_TRUE(std::ranges::all_of(token, [](unsigned char c) {
                return std::isalnum(c) != 0 || c == '-' || c == '_';
            })) << "it stands in a path";
            const auto read = MediaTokens(Secret("key")).read(token, kNow);
            ASSERT_TRUE(read);
            EXPECT_EQ(*read, claim);
        }
    }
}

TEST(MediaToken, Expires) {
    const MediaTokens tokens{Secret("key")};
    const auto token = tokens.make({MediaPurpose::Play, "ada", kNow + kHour});
    EXPECT_TRUE(tokens.read(token, kNow + kHour - std::chrono::milliseconds{1}));
    const auto late = tokens.read(token, kNow + kHour);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code(), "token.expired");
    EXPECT_EQ(late.error().category(), ErrorCategory::Denied);
}

TEST(MediaToken, IsTakenOffThePathThatItStandsIn) {
    const MediaTokens tokens{Secret("key")};
    const MediaClaim claim{MediaPurpose::Play, "ada", kNow + kHour};
    const auto opened = tokens.open("/t/" + tokens.make(claim) + "/live/ada/index.m3u8", kNow);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->path, "/live/ada/index.m3u8");
    EXPECT_EQ(opened->claim, claim);
    const auto open = tokens.open("/live/ada/index.m3u8", kNow);
    ASSERT_TRUE(open);
    EXPECT_EQ(open->path, "/live/ada/index.m3u8");
    EXPECT_FALSE(open->claim);
    for (const auto* path : {"/t/", "/t//live/ada/index.m3u8", "/t/x/live/ada/index.m3u8"}) {
        EXPECT_FALSE(tokens.open(path, kNow)) << path;
    }
}

TEST(MediaToken, OfAnotherKeyOrChangedIsWorthNothing) {
    const MediaTokens tokens{Secret("key")};
    const auto token = tokens.make({MediaPurpose::Play, "ada", kNow + kHour});
    EXPECT_FALSE(MediaTokens(Secret("another")).read(token, kNow));
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens.read(changed, kNow)) << i;
        EXPECT_FALSE(tokens.read(token.substr(0, i), kNow)) << i;
    }
    EXPECT_FALSE(tokens.read(token + "A", kNow));
    for (const auto& nonsense : {std::string(), std::string("../.."), std::string(5'000, 'A')}) {
        EXPECT_EQ(tokens.read(nonsense, kNow).error().code(), "token.foreign");
    }
}

}  // namespace
}  // namespace footlight::accounts
