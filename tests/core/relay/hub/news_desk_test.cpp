#include "core/relay/hub/news_desk.h"

#include <gtest/gtest.h>

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>

#include "core/net/async/deadline.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/job_store.h"
#include "core/relay/ports/room_store.h"
#include "core/store/database.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

class News : public testing::Test {
protected:
    template <typename T>
    T run(net::Task<T> task) {
        auto outcome = boost::asio::co_spawn(loop_, std::move(task), boost::asio::use_future);
        loop_.restart();
        loop_.run();
        return outcome.get();
    }
    accounts::Account makeUser(const std::string& name) {
        return *stores_.accounts.create({name, "", AccountRole::Member, clock_.utcNow()},
                                        UnownedChannel::Refuse);
    }
    std::size_t inboxOf(const accounts::Account& user) {
        return stores_.community.notifications.page(user.id, std::nullopt, 100)->size();
    }
    std::vector<footlight::jobs::Job> announcements() {
        return *stores_.community.jobs.lease({{"announce", 10, false}}, {}, clock_.utcNow(),
                                             clock_.utcNow() + std::chrono::minutes{1});
    }

    /// Ends what `stop` cancels once Ada has so much to read, or in a minute.
    net::Task<> stopOnceUnread(std::int64_t wanted, boost::asio::cancellation_signal& stop) {
        const auto until = std::chrono::steady_clock::now() + std::chrono::minutes{1};
        Result<std::int64_t> unread = 0;
        while (unread && *unread < wanted && std::chrono::steady_clock::now() < until) {
            auto read = [this] { return stores_.community.notifications.unread(ada_.id); };
            unread = co_await pool_.run(std::move(read));
            co_await net::pause(std::chrono::milliseconds{5});
        }
        stop.emit(boost::asio::cancellation_type::terminal);
    }

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_ = std::move(*store::Database::open(folder_ / "footlight.db"));
    Stores stores_ = database_->stores();
    boost::asio::io_context loop_;
    net::WorkPool pool_{1, 100};
    Online online_;
    NewsDesk desk_{stores_, pool_, online_, [] {}, clock_, Logger::silent()};
    accounts::Account ada_ = makeUser("Ada");
    accounts::Account bob_ = makeUser("Bob");
};

TEST_F(News, WhatWasHeardLastIsStoredWhenTheRelayCloses) {
    const auto channel = **stores_.channels.find("Ada");
    for (int i = 0; i < 250; ++i) {
        const SpokenLine line{channel, MessageId::make(clock_.utcNow()), bob_, "@ada", clock_.utcNow()};
        desk_.mentioned(line, {"ada"});
    }
    run(desk_.drain());
    EXPECT_EQ(inboxOf(ada_), 100U) << "a page of them";
    EXPECT_EQ(*stores_.community.notifications.unread(ada_.id), 250);
}

TEST_F(News, LinesThatThereIsNoRoomForAreReadFromTheDiskAgain) {
    const auto channel = **stores_.channels.find("Ada");
    std::vector<ChatChange> lines;
    std::vector<SpokenLine> spoken;
    for (int i = 0; i < 30; ++i) {
        chat::Message message;
        message.id = MessageId::make(clock_.utcNow());
        message.channel = channel.id;
        message.user = bob_.id;
        message.text = "@Ada";
        message.at = clock_.utcNow();
        message.mentions = {{ada_.id, "Ada"}};
        spoken.push_back({channel, message.id, bob_, message.text, message.at});
        lines.emplace_back(std::move(message));
        clock_.advance(std::chrono::milliseconds{10});
    }
    ASSERT_TRUE(stores_.rooms.apply(lines));
    for (std::size_t i = 0; i < NewsDesk::kHeard; ++i) {
        EXPECT_FALSE(desk_.isBehind());
        desk_.mentioned({channel, MessageId::make(clock_.utcNow()), bob_, "", clock_.utcNow()}, {"nobody"});
    }
    EXPECT_TRUE(desk_.isBehind());
    for (const auto& line : spoken) {
        desk_.mentioned(line, {"Ada"});
    }
    desk_.followed(bob_, channel, clock_.utcNow());
    boost::asio::cancellation_signal stop;
    auto ended = boost::asio::co_spawn(
        loop_, desk_.run(), boost::asio::bind_cancellation_slot(stop.slot(), boost::asio::use_future));
    run(stopOnceUnread(31, stop));
    EXPECT_FALSE(desk_.isBehind());
    EXPECT_EQ(*stores_.community.notifications.unread(ada_.id), 31)
        << "the lines, and the follower, for whom there is always room";
}

TEST_F(News, AChannelThatIsProtectedByThenIsNotToldOf) {
    const auto channel = **stores_.channels.find("Ada");
    ASSERT_TRUE(stores_.follows.follow(bob_.id, channel.id, clock_.utcNow()));
    const auto goLive = [&] {
        desk_.channelWentLive({channel, BroadcastId::make(clock_.utcNow()), "title", clock_.utcNow()});
        run(desk_.drain());
    };
    goLive();
    auto jobs = announcements();
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(run(desk_.announceNow(jobs[0])).outcome, jobs::Outcome::Done);
    EXPECT_EQ(inboxOf(bob_), 1U);
    goLive();
    ChannelSettings settings;
    settings.visibility = accounts::Visibility::Protected;
    ASSERT_TRUE(stores_.channels.setSettings(channel.id, settings));
    jobs = announcements();
    ASSERT_EQ(jobs.size(), 1U);
    EXPECT_EQ(run(desk_.announceNow(jobs[0])).outcome, jobs::Outcome::Done);
    EXPECT_EQ(inboxOf(bob_), 1U);
}

}  // namespace
}  // namespace footlight::relay::hub
