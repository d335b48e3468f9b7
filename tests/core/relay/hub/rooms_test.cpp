#include "core/relay/hub/rooms.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/store/database.h"
#include "core/wire/json.h"
#include "tests/support/fake_audience_events.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

/// Keeps what it is sent.
class FakeMember final : public Member {
public:
    explicit FakeMember(std::optional<accounts::Account> account, std::string host = "a")
        : account_(std::move(account)), host_(std::move(host)) {}

    void deliver(const SharedFrame& frame, Priority) override { frames.push_back(frame); }
    [[nodiscard]] const std::optional<accounts::Account>& account() const override { return account_; }
    [[nodiscard]] const std::string& address() const override { return address_; }
    [[nodiscard]] SessionId session() const override { return {}; }
    void signOut() override {}
    [[nodiscard]] std::string presenceKey() const override { return address_; }
    [[nodiscard]] bool isPerson() const override { return true; }
    [[nodiscard]] std::string playback(const accounts::Channel& channel) const override {
        return "http://" + host_ + "/" + channel.name;
    }

    template <typename Message>
    [[nodiscard]] std::vector<Message> received() const {
        std::vector<Message> messages;
        for (const auto& frame : frames) {
            for (auto& message : wire::parseServerText(frame->payload())) {
                if (std::holds_alternative<Message>(message)) {
                    messages.push_back(std::get<Message>(std::move(message)));
                }
            }
        }
        return messages;
    }

    std::vector<SharedFrame> frames;

private:
    std::optional<accounts::Account> account_;
    std::string host_;
    std::string address_;
};

class ChatRooms : public testing::Test {
protected:
    ChatRooms()
        : database_(std::move(*store::Database::open(folder_ / "footlight.db"))),
          ada_(*database_->stores().accounts.create({"Ada", "", AccountRole::Member, clock_.utcNow()},
                                                    UnownedChannel::Refuse)) {}

    template <typename T>
    T run(net::Task<T> task) {
        auto future = boost::asio::co_spawn(loop_, std::move(task), boost::asio::use_future);
        loop_.restart();
        loop_.run();
        return future.get();
    }
    std::shared_ptr<FakeMember> enter(std::optional<accounts::Account> account, bool watching,
                                      const std::string& host = "a") {
        auto member = std::make_shared<FakeMember>(std::move(account), host);
        EXPECT_TRUE(run(rooms_.join(member, {"ada", watching})));
        return member;
    }
    /// As the member reads it.
    wire::Joined join(const std::shared_ptr<FakeMember>& member, wire::Join asked) {
        const auto text = run(rooms_.join(member, std::move(asked)));
        EXPECT_TRUE(text);
        const auto message = wire::parse<wire::ServerMessage>(text.value_or(""));
        const auto* joined = message ? std::get_if<wire::Joined>(&*message) : nullptr;
        EXPECT_NE(joined, nullptr);
        return joined != nullptr ? *joined : wire::Joined{};
    }
    void take(const std::shared_ptr<FakeMember>& member, wire::ClientMessage message) {
        boost::asio::co_spawn(loop_, rooms_.take(member, std::move(message)), boost::asio::use_future);
        loop_.restart();
        loop_.run();
    }
    void say(const std::shared_ptr<FakeMember>& member, wire::Say message) {
        take(member, std::move(message));
    }
    void write() {
        boost::asio::co_spawn(loop_, writer_.drain(), boost::asio::use_future);
        loop_.restart();
        loop_.run();
    }

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_;
    accounts::Account ada_;
    boost::asio::io_context loop_;
    net::WorkPool pool_{1, 100};
    LiveChannels live_;
    MessageWriter writer_{loop_.get_executor(), database_->stores().rooms, pool_,
                          std::chrono::milliseconds{1}, Logger::silent()};
    tests::FakeAudienceEvents events_;
    Rooms rooms_{loop_.get_executor(), database_->stores(), pool_, live_, writer_, events_, clock_};
};

TEST_F(ChatRooms, AMessageIsFramedOnceForEverybody) {
    const auto ada = enter(ada_, false);
    const auto first = enter(std::nullopt, true);
    const auto second = enter(std::nullopt, true);
    say(ada, {"Ada", "hello", "n1"});
    ASSERT_EQ(first->frames.size(), 1U);
    ASSERT_EQ(second->frames.size(), 1U);
    EXPECT_EQ(first->frames[0].get(), second->frames[0].get());
    EXPECT_EQ(first->frames[0].get(), ada->frames.at(0).get());
}

TEST_F(ChatRooms, WhoIsMentionedIsToldOnceItIsOnDisk) {
    const auto bob = *database_->stores().accounts.create({"Bob", "", AccountRole::Member, clock_.utcNow()},
                                                          UnownedChannel::Refuse);
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello @bob @Ada @nobody", "n1"});
    EXPECT_TRUE(events_.mentions.empty());
    write();
    ASSERT_EQ(events_.mentions.size(), 1U);
    EXPECT_EQ(events_.mentions[0].names, std::vector<std::string>{"Bob"}) << "who exists, and not herself";
    EXPECT_EQ(events_.mentions[0].line.text, "hello @bob @Ada @nobody");
    EXPECT_EQ(events_.mentions[0].line.from, ada_);
    const auto said = ada->received<wire::Said>();
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(events_.mentions[0].line.message, said[0].id);
    const auto other = enter(bob, false);
    say(other, {"Ada", "yes @Ada", "n2", said[0].id});
    say(ada, {"Ada", "to myself", "n3", said[0].id});
    write();
    ASSERT_EQ(events_.replies.size(), 1U) << "not herself";
    EXPECT_EQ(events_.replies[0].to, ada_.id);
    EXPECT_EQ(events_.mentions.size(), 1U) << "who is answered is told so once";
}

TEST_F(ChatRooms, NobodyHearsOfWhatIsSaidAgainOrOfWhereTheyAreBanned) {
    const auto bob = *database_->stores().accounts.create({"Bob", "", AccountRole::Member, clock_.utcNow()},
                                                          UnownedChannel::Refuse);
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello @Bob", "n1"});
    say(ada, {"Ada", "hello @Bob", "n1"});
    write();
    EXPECT_EQ(events_.mentions.size(), 1U);
    say(ada, {"Ada", "/ban bob", "n2"});
    say(ada, {"Ada", "bye @Bob", "n3"});
    write();
    EXPECT_EQ(events_.mentions.size(), 1U);
}

TEST_F(ChatRooms, AcknowledgesWhatIsOnDiskAndNotBefore) {
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    EXPECT_TRUE(ada->received<wire::Said>().empty());
    write();
    ASSERT_EQ(ada->received<wire::Said>().size(), 1U);
    EXPECT_EQ(ada->received<wire::Said>()[0].nonce, "n1");
}

TEST_F(ChatRooms, WhoLeftBeforeTheAcknowledgementIsNotMissed) {
    auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    rooms_.leave(*ada, "Ada");
    ada.reset();
    write();
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    EXPECT_EQ(join(guest, {"Ada", true}).history.size(), 1U);
}

TEST_F(ChatRooms, ALiveBroadcastIsToldWithTheHostThatEachMemberKnows) {
    const auto near = enter(std::nullopt, true, "near");
    const auto far = enter(std::nullopt, true, "far");
    const auto channel = **database_->stores().channels.find("Ada");
    rooms_.announceLive(
        {channel, {BroadcastId::make(clock_.utcNow()), channel.id, "", clock_.utcNow()}, true, {}});
    EXPECT_EQ(near->received<wire::Live>().at(0).playback, "http://near/Ada");
    EXPECT_EQ(far->received<wire::Live>().at(0).playback, "http://far/Ada");
}

TEST_F(ChatRooms, ABigRoomIsToldItsViewersLessOften) {
    clock_.advance(std::chrono::minutes{1});
    const auto ada = enter(ada_, false);
    std::vector<std::shared_ptr<FakeMember>> crowd;
    for (int i = 0; i < 4'000; ++i) {
        crowd.push_back(enter(std::nullopt, true));
    }
    for (int half = 0; half < 8; ++half) {
        rooms_.leave(*crowd.back(), "Ada");
        crowd.pop_back();
        rooms_.tick();
        clock_.advance(std::chrono::milliseconds{500});
    }
    const auto told = ada->received<wire::Presence>();
    ASSERT_EQ(told.size(), 4U) << "once a second for 4,000";
    EXPECT_EQ(told.back().viewers, 3'993);
}

TEST_F(ChatRooms, WhoeverJoinsReadsTheHistoryAsItIsThen) {
    const auto ada = enter(ada_, false);
    const auto textsFor = [&] {
        const auto guest = std::make_shared<FakeMember>(std::nullopt);
        std::vector<std::string> texts;
        for (const auto& message : join(guest, {"Ada", true}).history) {
            texts.push_back(message.text);
        }
        rooms_.leave(*guest, "Ada");
        return texts;
    };
    EXPECT_TRUE(textsFor().empty());
    say(ada, {"Ada", R"(one "history":[] two)", "n1"});
    EXPECT_EQ(textsFor(), std::vector<std::string>{R"(one "history":[] two)"});
    EXPECT_EQ(textsFor(), textsFor());
    say(ada, {"Ada", "three", "n2"});
    EXPECT_EQ(textsFor().size(), 2U);
    write();
    const auto id = ada->received<wire::Said>().at(0).id;
    take(ada, wire::Edit{"Ada", id, "better"});
    EXPECT_EQ(textsFor(), (std::vector<std::string>{"better", "three"}));
    take(ada, wire::Delete{"Ada", id});
    EXPECT_EQ(textsFor(), std::vector<std::string>{"three"});
    say(ada, {"Ada", "/clear", "n3"});
    EXPECT_TRUE(textsFor().empty());
    const auto channel = **database_->stores().channels.find("Ada");
    rooms_.announceTitle(channel.id, R"(a "history":[] title)");
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    EXPECT_EQ(join(guest, {"Ada", true}).title, R"(a "history":[] title)");
    rooms_.leave(*guest, "Ada");
}

TEST_F(ChatRooms, WhoMissedMoreThanIsResumedLearnsHowManyLines) {
    const auto channel = **database_->stores().channels.find("Ada");
    std::vector<ChatChange> lines;
    std::vector<MessageId> ids;
    for (int i = 0; i < 400; ++i) {
        const auto at = clock_.utcNow() + std::chrono::milliseconds{i};
        ids.push_back(MessageId::make(at));
        lines.emplace_back(chat::Message{ids.back(), channel.id, ada_.id, "Ada", "line", at});
    }
    ASSERT_TRUE(database_->stores().rooms.apply(lines));
    clock_.advance(std::chrono::seconds{1});
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    const auto resumed = join(guest, {"Ada", true, ids[250]});
    EXPECT_EQ(resumed.resumed, true);
    EXPECT_EQ(resumed.history.size(), 149U);
    EXPECT_EQ(resumed.missed, std::nullopt);
    const auto late = join(guest, {"Ada", true, ids[99]});
    EXPECT_EQ(late.resumed, false);
    ASSERT_EQ(late.history.size(), 50U);
    EXPECT_EQ(late.missed, 250) << "300 said, 50 of them told";
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "another", "n1"});
    EXPECT_EQ(join(guest, {"Ada", true, ids[99]}).missed, 251) << "and one that is not on disk yet";
    EXPECT_EQ(join(guest, {"Ada", true}).missed, std::nullopt);
    rooms_.leave(*guest, "Ada");
}

TEST_F(ChatRooms, AnEmptyRoomIsClosedAfterTenSecondsAndOpensWithItsHistory) {
    const auto ada = enter(ada_, false);
    say(ada, {"Ada", "hello", "n1"});
    write();
    rooms_.leave(*ada, "Ada");
    clock_.advance(std::chrono::seconds{10});
    rooms_.tick();
    say(ada, {"Ada", "again", "n2"});
    EXPECT_EQ(ada->received<wire::ErrorMessage>().at(0).code, "socket.not_joined");
    const auto guest = std::make_shared<FakeMember>(std::nullopt);
    const auto joined = join(guest, {"Ada", true});
    ASSERT_EQ(joined.history.size(), 1U);
    EXPECT_EQ(joined.history[0].text, "hello");
}

}  // namespace
}  // namespace footlight::relay::hub
