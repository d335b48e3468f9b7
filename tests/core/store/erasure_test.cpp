#include <algorithm>

#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/notification_store.h"
#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class Erasure : public StoreTest {
protected:
    chat::Message say(const accounts::Account& user, const std::string& text,
                      std::vector<chat::Person> mentions = {},
                      std::optional<chat::Quote> replyTo = std::nullopt) {
        chat::Message message;
        message.at = kNow + std::chrono::milliseconds{++said_};
        message.id = MessageId::make(message.at);
        message.channel = stage_.id;
        message.user = user.id;
        message.userName = user.name;
        message.text = text;
        message.mentions = std::move(mentions);
        message.replyTo = std::move(replyTo);
        EXPECT_TRUE(stores().rooms.apply({message}));
        return message;
    }
    void sayMany(const accounts::Account& user, int count) {
        std::vector<relay::ChatChange> lines;
        for (int i = 0; i < count; ++i) {
            chat::Message message;
            message.at = kNow + std::chrono::milliseconds{++said_};
            message.id = MessageId::make(message.at);
            message.channel = stage_.id;
            message.user = user.id;
            message.text = "secret " + std::to_string(i);
            lines.emplace_back(std::move(message));
        }
        ASSERT_TRUE(stores().rooms.apply(lines));
    }
    [[nodiscard]] std::vector<chat::Message> found(const std::string& text) {
        return *stores().messages.search(stage_.id, {text, std::nullopt, std::nullopt, 100});
    }
    bool eraseSome(std::size_t rows) {
        const auto isLeft = stores().community.accountData.eraseSome(rows);
        EXPECT_TRUE(isLeft) << isLeft.error().text();
        return isLeft.value_or(false);
    }
    int eraseAll(std::size_t rows) {
        int times = 0;
        while (eraseSome(rows)) {
            ++times;
        }
        return times;
    }
    /// How many lines of that person still say something, whoever may read them.
    std::size_t kept(const accounts::Account& user) {
        const auto lines = *stores().community.accountData.messages(user.id, std::nullopt, 100'000);
        return static_cast<std::size_t>(
            std::ranges::count_if(lines, [](const auto& line) { return !line.text.empty(); }));
    }

    int said_ = 0;
    accounts::Account ada_ = makeUser("Ada");
    accounts::Account bob_ = makeUser("Bob");
    accounts::Account stageOwner_ = makeUser("Stage");
    accounts::Channel stage_ = channelOf("Stage");
};

TEST_F(Erasure, NobodyReadsThePersonFromTheFirstMomentOn) {
    const auto line = say(ada_, "my secret");
    say(bob_, "what Bob says", {}, chat::Quote{line.id, {ada_.id, "Ada"}, "my secret"});
    ASSERT_TRUE(stores().community.accountData.erase(ada_.id, "deleted-1"));
    EXPECT_TRUE(found("secret").empty());
    EXPECT_FALSE(*stores().messages.find(stage_.id, line.id));
    const auto latest = *stores().messages.latest(stage_.id, std::nullopt, 10);
    ASSERT_EQ(latest.size(), 1U);
    EXPECT_TRUE(!latest[0].replyTo || latest[0].replyTo->text.empty()) << "nor where they are answered";
    const auto room = stores().rooms.load(stage_.id, kNow);
    ASSERT_TRUE(room);
    EXPECT_EQ(room->history.size(), 1U);
    EXPECT_EQ(kept(ada_), 1U) << "though it is on disk yet";
    eraseAll(100);
    EXPECT_EQ(kept(ada_), 0U);
    EXPECT_EQ(stores().messages.latest(stage_.id, std::nullopt, 10)->size(), 1U);
}

TEST_F(Erasure, TakesSoManyRowsAtATimeAndGoesOnAfterARestart) {
    sayMany(ada_, 1'000);
    sayMany(bob_, 10);
    ASSERT_TRUE(stores().community.accountData.erase(ada_.id, "deleted-1"));
    EXPECT_EQ(kept(ada_), 1'000U);
    EXPECT_TRUE(eraseSome(100));
    EXPECT_EQ(kept(ada_), 900U);
    EXPECT_TRUE(eraseSome(100));
    EXPECT_EQ(kept(ada_), 800U);
    reopen();
    EXPECT_TRUE(found("secret").size() == 10U) << "Bob's";
    const int times = eraseAll(100);
    EXPECT_GE(times, 8);
    EXPECT_LE(times, 12);
    EXPECT_EQ(kept(ada_), 0U);
    EXPECT_EQ(kept(bob_), 10U);
    EXPECT_FALSE(eraseSome(100));
}

TEST_F(Erasure, OthersLinesAndInboxesSpeakOfNobodyThen) {
    for (int i = 0; i < 25; ++i) {
        say(bob_, "hello @Ada and @Stage", {{ada_.id, "Ada"}, {stageOwner_.id, "Stage"}});
    }
    std::vector<relay::Delivery> deliveries;
    for (int i = 0; i < 25; ++i) {
        relay::Delivery delivery{NotificationId::make(kNow),     bob_.id, "mention",
                                 "mention:" + std::to_string(i), "{}",    kNow};
        delivery.from = ada_.id;
        deliveries.push_back(delivery);
    }
    ASSERT_TRUE(stores().community.notifications.deliver(deliveries, kNow));
    ASSERT_TRUE(stores().community.accountData.erase(ada_.id, "deleted-1"));
    eraseAll(10);
    EXPECT_TRUE(stores().community.notifications.page(bob_.id, std::nullopt, 100)->empty());
    const auto lines = *stores().messages.latest(stage_.id, std::nullopt, 100);
    EXPECT_EQ(lines.size(), 25U);
    for (const auto& line : lines) {
        EXPECT_EQ(line.mentions,
                  (std::vector<chat::Person>{{ada_.id, "deleted-1"}, {stageOwner_.id, "Stage"}}));
    }
}

TEST_F(Erasure, WhatWasOnItsWayToTheDiskGoesTooAndNothingOlderIsTouched) {
    sayMany(ada_, 50);
    const auto before = kNow + std::chrono::milliseconds{said_ + 1};
    said_ += 10;
    ASSERT_TRUE(stores().community.accountData.erase(ada_.id, "deleted-1"));
    sayMany(ada_, 5);
    ASSERT_TRUE(stores().rooms.apply({relay::PersonErased{ada_.id, MessageId::make(before)}}));
    EXPECT_EQ(kept(ada_), 50U) << "the older ones are taken off some at a time";
    eraseAll(10);
    EXPECT_EQ(kept(ada_), 0U);
}

TEST_F(Erasure, SeveralPeopleGoOneAfterTheOther) {
    sayMany(ada_, 20);
    sayMany(bob_, 20);
    ASSERT_TRUE(stores().community.accountData.erase(ada_.id, "deleted-1"));
    ASSERT_TRUE(stores().community.accountData.erase(bob_.id, "deleted-2"));
    eraseAll(7);
    EXPECT_EQ(kept(ada_) + kept(bob_), 0U);
    EXPECT_TRUE(stores().messages.latest(stage_.id, std::nullopt, 10)->empty());
}

}  // namespace
}  // namespace footlight::store
