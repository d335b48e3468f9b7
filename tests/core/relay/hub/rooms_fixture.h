#pragma once

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/use_future.hpp>
#include <memory>

#include "core/relay/hub/rooms.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/store/database.h"
#include "core/wire/json.h"
#include "tests/support/fake_audience_events.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {

/// Keeps what it is sent.
class FakeMember final : public Member {
public:
    explicit FakeMember(std::optional<accounts::Account> account, std::string host = "a")
        : account_(std::move(account)), host_(std::move(host)) {}

    void deliver(const SharedFrame& frame, Priority) override { frames.push_back(frame); }
    [[nodiscard]] bool isBehind() const override { return false; }
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
    ReadingRight right_{Secret("media key"), clock_};
    Rooms rooms_{loop_.get_executor(),
                 database_->stores(),
                 pool_,
                 {database_->stores(), pool_},
                 live_,
                 writer_,
                 events_,
                 right_,
                 clock_};
};

/// Ada's room with Ada and Bob in it.
class ChatOfTwo : public ChatRooms {
protected:
    /// The codes of what this member was refused.
    static std::vector<std::string> refusals(const FakeMember& member) {
        std::vector<std::string> codes;
        for (const auto& error : member.received<wire::ErrorMessage>()) {
            codes.push_back(error.code);
        }
        return codes;
    }
    accounts::Account make(const std::string& name) {
        return *database_->stores().accounts.create({name, "", AccountRole::Member, clock_.utcNow()},
                                                    UnownedChannel::Refuse);
    }
    /// Somebody of whom the disk knows nothing: it refuses all that is theirs.
    accounts::Account stranger() { return {UserId::make(clock_.utcNow()), "Eve"}; }
    /// What a guest finds who looks in.
    wire::Joined look() {
        const auto guest = std::make_shared<FakeMember>(std::nullopt);
        auto joined = join(guest, {"Ada", true});
        rooms_.leave(*guest, "Ada");
        return joined;
    }
    void fillTheQueue() {
        while (writer_.add(RestrictionLifted{}, [](const Result<>&) {})) {
        }
    }

    accounts::Account bob_ = make("Bob");
    std::shared_ptr<FakeMember> atAda_ = enter(ada_, false);
    std::shared_ptr<FakeMember> atBob_ = enter(bob_, false);
};

}  // namespace footlight::relay::hub
