#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class MessageStore : public StoreTest {
protected:
    std::vector<chat::Message> makeMessages(int count) {
        const auto ada = makeUser("Ada");
        const auto channel = channelOf("Ada");
        std::vector<chat::Message> messages;
        for (int i = 0; i < count; ++i) {
            const auto at = kNow + std::chrono::milliseconds{i};
            messages.push_back(
                {MessageId::make(at), channel.id, ada.id, "Ada", "line " + std::to_string(i), at});
        }
        return messages;
    }
};

TEST_F(MessageStore, ReadsTheNewestOldestFirstAndPagesBackwards) {
    const auto messages = makeMessages(7);
    ASSERT_TRUE(stores().messages.append(messages));
    reopen();
    const auto newest = stores().messages.latest(messages[0].channel, std::nullopt, 3);
    ASSERT_TRUE(newest);
    EXPECT_EQ(*newest, std::vector(messages.end() - 3, messages.end()));
    const auto older = stores().messages.latest(messages[0].channel, newest->front().id, 10);
    EXPECT_EQ(*older, std::vector(messages.begin(), messages.begin() + 4));
}

TEST_F(MessageStore, StoresAllOrNone) {
    auto messages = makeMessages(3);
    messages.back().id = messages.front().id;
    const auto appended = stores().messages.append(messages);
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().category(), ErrorCategory::Conflict);
    EXPECT_TRUE(stores().messages.latest(messages[0].channel, std::nullopt, 10)->empty());
}

}  // namespace
}  // namespace footlight::store
