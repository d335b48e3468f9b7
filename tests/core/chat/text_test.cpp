#include "core/chat/text.h"

#include <gtest/gtest.h>

#include <string>

namespace footlight::chat {
namespace {

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

std::string refusalOf(std::string_view text) {
    const auto checked = cleanText(text);
    return checked ? "" : checked.error().message();
}

}  // namespace

TEST(ChatText, CountsCharactersNotBytes) {
    EXPECT_TRUE(cleanText(repeated("€", 500)));
    EXPECT_EQ(refusalOf(repeated("€", 501)), "A message has at most 500 characters.");
    EXPECT_TRUE(cleanText(repeated("😀", 500)));
    EXPECT_EQ(refusalOf(repeated("😀", 501)), "A message has at most 2000 bytes.");
}

TEST(ChatText, NeedsSomethingToRead) {
    for (const auto* empty : {"", "   ", "\u200b", "\u3000 \u00a0", "\u0301"}) {
        EXPECT_EQ(refusalOf(empty), "A message needs something to read.");
    }
    EXPECT_TRUE(cleanText("."));
}

TEST(ChatText, MustBeValidUtf8) {
    for (const auto* bad : {"\xff", "a\x80", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
                            "\xe2\x82", "\xf5\x80\x80\x80"}) {
        EXPECT_EQ(refusalOf(bad), "A message must be valid UTF-8.");
    }
    EXPECT_TRUE(cleanText("\xf4\x8f\xbf\xbd"));
}

TEST(ChatText, HoldsNoControlCharacterAndNothingThatTurnsTheLine) {
    for (const auto text : {std::string_view("a\nb"), std::string_view("a\0b", 3), std::string_view("a\x7f"),
                            std::string_view("\u0085x"), std::string_view("\u202egnp.exe"),
                            std::string_view("a\u2066"), std::string_view("a\u2028b")}) {
        EXPECT_EQ(refusalOf(text), "A message must not contain control characters or line breaks.");
    }
}

TEST(ChatText, HasAtMostFourMarksOnOneLetter) {
    EXPECT_TRUE(cleanText("e" + repeated("\u0301", 4) + "e" + repeated("\u0301", 4)));
    EXPECT_EQ(refusalOf("e" + repeated("\u0301", 5)), "A message has at most 4 accents on one letter.");
}

TEST(ChatText, TakesTheWorldsScriptsAndMarkupAsItIs) {
    for (const auto* text :
         {"สวัสดีครับ", "مرحبا", "שלום", "नमस्ते", "<img src=x>", "👩‍👩‍👧‍👦"}) {
        EXPECT_TRUE(cleanText(text)) << text;
    }
}

TEST(ChatText, IsComposed) {
    EXPECT_EQ(*cleanText("e\u0301"), "\u00e9");
    EXPECT_EQ(*cleanText("\u1112\u1161\u11ab"), "\ud55c");
    EXPECT_EQ(*cleanText("\u212b"), "\u00c5");
    EXPECT_EQ(*cleanText("plain \U0001f600"), "plain \U0001f600");
    // One that grows when it is composed: its bytes are counted afterwards.
    EXPECT_EQ(refusalOf(repeated("\U0001d160", 500)), "A message has at most 2000 bytes.");
}

TEST(ChatText, IsCutBetweenCharacters) {
    EXPECT_EQ(excerpt("h\u00e9llo", 2), "h\u00e9\u2026");
    EXPECT_EQ(excerpt("h\u00e9", 2), "h\u00e9");
}

TEST(ChatText, KnowsEmoji) {
    for (const auto* picture : {"\U0001f600", "\u2764\ufe0f", "\U0001f468\u200d\U0001f469\u200d\U0001f467",
                                "1\ufe0f\u20e3", "\U0001f1e9\U0001f1ea", "\U0001f44d\U0001f3fd"}) {
        EXPECT_TRUE(isPicture(picture)) << picture;
    }
    for (const auto* word : {"a", "1", "\ufe0f", "", "\U0001f600a", "\u00e9"}) {
        EXPECT_FALSE(isPicture(word)) << word;
    }
}

TEST(ChatTitle, MayBeEmptyAndHasAHundredAndFortyCharacters) {
    EXPECT_TRUE(checkTitle(""));
    EXPECT_TRUE(checkTitle(repeated("€", 140)));
    const auto refused = checkTitle(repeated("€", 141));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(), "A title has at most 140 characters.");
    EXPECT_EQ(checkTitle("a\nb").error().code(), "channel.title");
}

}  // namespace footlight::chat
