#include "core/relay/hub/joined_texts.h"

#include <gtest/gtest.h>

namespace footlight::relay::hub {
namespace {

constexpr auto kJson = R"({"channel":"a \"viewers\":7","viewers":12,"text":"\"viewers\":3","x":1})";

TEST(JoinedTexts, OnlyTheNumberOfViewersIsWrittenAnew) {
    JoinedTexts texts;
    const JoinedTexts::Key guest{{}, chat::Role::Guest, "http://a"};
    EXPECT_EQ(texts.find(guest), nullptr);
    texts.add(guest, kJson);
    ASSERT_NE(texts.find(guest), nullptr);
    EXPECT_EQ(texts.find(guest)->with(12), kJson);
    EXPECT_EQ(texts.find(guest)->with(9'876),
              R"({"channel":"a \"viewers\":7","viewers":9876,"text":"\"viewers\":3","x":1})");
}

TEST(JoinedTexts, WhoIsToldOtherThingsHasATextOfTheirOwn) {
    JoinedTexts texts;
    texts.add({{}, chat::Role::Guest, "http://a"}, kJson);
    EXPECT_EQ(texts.find({{}, chat::Role::Member, "http://a"}), nullptr);
    EXPECT_EQ(texts.find({{}, chat::Role::Guest, "http://b"}), nullptr);
    const auto broadcast = BroadcastId::make(utcFromMilliseconds(1'700'000'000'000));
    EXPECT_EQ(texts.find({broadcast, chat::Role::Guest, "http://a"}), nullptr);
    texts.clear();
    EXPECT_EQ(texts.find({{}, chat::Role::Guest, "http://a"}), nullptr);
}

TEST(JoinedTexts, NoMoreThanItSays) {
    JoinedTexts texts;
    for (std::size_t i = 0; i <= JoinedTexts::kMost; ++i) {
        texts.add({{}, chat::Role::Guest, std::to_string(i)}, kJson);
    }
    EXPECT_NE(texts.find({{}, chat::Role::Guest, std::to_string(JoinedTexts::kMost - 1)}), nullptr);
    EXPECT_EQ(texts.find({{}, chat::Role::Guest, std::to_string(JoinedTexts::kMost)}), nullptr);
}

}  // namespace
}  // namespace footlight::relay::hub
