#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class MessageStore : public StoreTest {
protected:
    Result<> append(const std::vector<chat::Message>& messages) {
        return stores().rooms.apply({messages.begin(), messages.end()});
    }
    std::vector<chat::Message> makeMessages(int count) {
        const auto ada = makeUser("Ada");
        const auto channel = channelOf("Ada");
        std::vector<chat::Message> messages;
        for (int i = 0; i < count; ++i) {
            const auto at = kNow + std::chrono::milliseconds{i};
            messages.push_back({MessageId::make(at), channel.id, ada.id, "Ada", "line " + std::to_string(i),
                                at, chat::Role::Owner});
        }
        return messages;
    }
};

TEST_F(MessageStore, ReadsTheNewestOldestFirstAndPagesBackwards) {
    const auto messages = makeMessages(7);
    ASSERT_TRUE(append(messages));
    reopen();
    const auto newest = stores().messages.latest(messages[0].channel, std::nullopt, 3);
    ASSERT_TRUE(newest);
    EXPECT_EQ(*newest, std::vector(messages.end() - 3, messages.end()));
    const auto older = stores().messages.latest(messages[0].channel, newest->front().id, 10);
    EXPECT_EQ(*older, std::vector(messages.begin(), messages.begin() + 4));
}

TEST_F(MessageStore, ReadsAStretchOfTimePageByPage) {
    const auto messages = makeMessages(7);
    ASSERT_TRUE(append(messages));
    const auto channel = messages[0].channel;
    const auto at = [](int i) { return kNow + std::chrono::milliseconds{i}; };
    const auto stretch = stores().messages.between(channel, at(2), at(5), std::nullopt, 10);
    ASSERT_TRUE(stretch);
    EXPECT_EQ(*stretch, std::vector(messages.begin() + 2, messages.begin() + 5));
    EXPECT_EQ(*stores().messages.between(channel, at(2), at(5), messages[2].id, 1), std::vector{messages[3]});
    EXPECT_EQ(stores().messages.between(channel, at(2), at(5), messages[0].id, 10)->size(), 3U)
        << "behind a message before the stretch";
    EXPECT_TRUE(stores().messages.between(channel, at(7), at(70), std::nullopt, 10)->empty());
    EXPECT_TRUE(stores().messages.between(channel, at(5), at(2), std::nullopt, 10)->empty());
}

TEST_F(MessageStore, StoresAllOrNone) {
    auto messages = makeMessages(3);
    messages.back().id = messages.front().id;
    const auto appended = append(messages);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().category(), ErrorCategory::Conflict);
    EXPECT_TRUE(stores().messages.latest(messages[0].channel, std::nullopt, 10)->empty());
}

TEST_F(MessageStore, KeepsAllThatAMessageIs) {
    auto messages = makeMessages(2);
    const auto bob = makeUser("Bob");
    messages[1].user = bob.id;
    messages[1].userName = "Bob";
    messages[1].role = chat::Role::Vip;
    messages[1].mentions = {{bob.id, "Bob"}, {messages[0].user, "Ada"}};
    messages[1].emotes = {{"wave", "00ff"}, {"heart", "11ee"}};
    messages[1].replyTo = chat::Quote{messages[0].id, {messages[0].user, "Ada"}, "line 0"};
    ASSERT_TRUE(append(messages));
    const auto channel = messages[0].channel;
    ASSERT_TRUE(stores().rooms.apply({relay::RoleGiven{channel, bob.id, chat::Role::Vip, bob.id, kNow}}));
    EXPECT_EQ(*stores().messages.latest(channel, std::nullopt, 10), messages);
    EXPECT_EQ(*stores().messages.find(channel, messages[1].id), messages[1]);
    EXPECT_EQ(*stores().messages.find(channelOf("Bob").id, messages[1].id), std::nullopt)
        << "another's channel";
    messages[1].text = "other words";
    messages[1].editedAt = kNow + std::chrono::milliseconds{9};
    ASSERT_TRUE(stores().rooms.apply({relay::MessageEdited{messages[1]}}));
    EXPECT_EQ(*stores().messages.find(channel, messages[1].id), messages[1]);
    ASSERT_TRUE(stores().rooms.apply({relay::MessageDeleted{messages[0].id, bob.id, kNow}}));
    messages[1].replyTo->text.clear();
    EXPECT_EQ(*stores().messages.latest(channel, std::nullopt, 10), std::vector{messages[1]});
}

TEST_F(MessageStore, TellsWhatWasMissed) {
    auto messages = makeMessages(10);
    ASSERT_TRUE(append(messages));
    const auto channel = messages[0].channel;
    const auto later = kNow + std::chrono::milliseconds{50};
    messages[2].text = "better";
    messages[2].editedAt = later;
    ASSERT_TRUE(stores().rooms.apply({relay::MessageEdited{messages[2]},
                                      relay::MessageDeleted{messages[1].id, messages[1].user, later},
                                      relay::MessageDeleted{messages[8].id, messages[1].user, later}}));
    const auto missed = stores().messages.missed(channel, messages[6].id, 3);
    ASSERT_TRUE(missed);
    EXPECT_TRUE(missed->isWhole);
    EXPECT_EQ(missed->said, (std::vector{messages[7], messages[9]}));
    EXPECT_EQ(missed->edited, std::vector{messages[2]});
    EXPECT_EQ(missed->deleted, std::vector{messages[1].id});
    EXPECT_FALSE(stores().messages.missed(channel, messages[3].id, 3)->isWhole);
    const auto count = [&](int after, int before, std::int64_t most) {
        return *stores().messages.countBetween(channel, messages.at(after).id, messages.at(before).id, most);
    };
    EXPECT_EQ(count(2, 6, 100), 3);
    EXPECT_EQ(count(0, 9, 100), 6) << "without the deleted";
    EXPECT_EQ(count(0, 9, 4), 4) << "no more are counted";
    EXPECT_EQ(count(6, 2, 100), 0);
}

TEST_F(MessageStore, FindsWordsByTheirBeginningWhateverTheirAccents) {
    auto messages = makeMessages(4);
    messages[0].text = "The Orchestra plays Dvo\u0159\u00e1k";
    messages[1].text = "an orchestra \"tunes\" AND waits";
    messages[2].text = "\u6f14\u594f\u4f1a tonight";
    ASSERT_TRUE(append(messages));
    const auto found = [&](const std::string& text) {
        relay::MessageSearch search;
        search.text = text;
        const auto results = stores().messages.search(messages[0].channel, search);
        EXPECT_TRUE(results) << text;
        return results ? results->size() : 0;
    };
    EXPECT_EQ(found("orch"), 2U);
    EXPECT_EQ(found("dvorak ORCH"), 1U);
    EXPECT_EQ(found("\u6f14\u594f"), 1U);
    EXPECT_EQ(found("\"tunes"), 1U);
    EXPECT_EQ(found("nothing"), 0U);
    EXPECT_EQ(found(""), 4U);
    for (const auto* hostile : {"AND", "NEAR(", "a* OR b", "text:x", "(", "^a", "-", "'", "\"\"\""}) {
        found(hostile);
    }
    ASSERT_TRUE(stores().rooms.apply({relay::MessageDeleted{messages[0].id, messages[0].user, kNow}}));
    EXPECT_EQ(found("orch"), 1U) << "what is deleted is not found";
    relay::MessageSearch byOther;
    byOther.of = makeUser("Bob").id;
    EXPECT_TRUE(stores().messages.search(messages[0].channel, byOther)->empty());
    relay::MessageSearch page;
    page.limit = 2;
    page.before = messages[3].id;
    EXPECT_EQ(*stores().messages.search(messages[0].channel, page), (std::vector{messages[1], messages[2]}));
}

}  // namespace
}  // namespace footlight::store
