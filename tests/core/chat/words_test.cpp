#include "core/chat/words.h"

#include <gtest/gtest.h>

namespace footlight::chat {
namespace {

using Names = std::vector<std::string>;

TEST(ChatWords, MentionsBeginAWord) {
    EXPECT_EQ(mentionedNames("@ada hi @Bob_2, (@carl)!"), (Names{"ada", "Bob_2", "carl"}));
    EXPECT_EQ(mentionedNames("mail ada@example.org \u00e9@bob @ @"), Names{});
    EXPECT_EQ(mentionedNames("@ada @ada"), Names{"ada"});
    std::string many;
    for (int i = 0; i < 30; ++i) {
        many += "@user" + std::to_string(i) + " ";
    }
    EXPECT_EQ(mentionedNames(many).size(), kMentions);
}

TEST(ChatWords, EmotesStandBetweenColons) {
    const std::vector<Emote> emotes{{"wave", "1"}, {"heart", "2"}};
    EXPECT_EQ(emotesIn("hi :wave::heart: :wave: :nope: 12:30", emotes), emotes);
    EXPECT_EQ(emotesIn(":wave", emotes), std::vector<Emote>{});
    EXPECT_TRUE(isEmotesOnly(" :wave:  \U0001f600 ", emotes));
    EXPECT_FALSE(isEmotesOnly(":wave: x", emotes));
    EXPECT_FALSE(isEmotesOnly("  ", emotes));
}

}  // namespace
}  // namespace footlight::chat
