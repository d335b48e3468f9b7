#include <algorithm>
#include <filesystem>
#include <fstream>

#include "core/base/sha256.h"
#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/room_store.h"
#include "core/wire/channel.h"
#include "core/wire/follow.h"
#include "core/wire/page.h"
#include "core/wire/security.h"
#include "tests/core/relay/api/chat_fixture.h"
#include "tests/support/pictures.h"
#include "tests/support/process.h"

namespace footlight::tests {
namespace {

using wire::PublishEventType;

constexpr auto kPassword = "correct horse battery";

class ApiAccountData : public HubTest {
protected:
    static std::string proof(const std::string& password) { return R"({"password":")" + password + "\"}"; }
};

TEST_F(ApiAccountData, IsToldAsOne) {
    static_cast<void>(signUp("Stage"));
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/Stage/follow").status, 204U);
    auto socket = joined("Stage", ada.token());
    socket.send(wire::Say{"Stage", "hello", "n1"});
    ASSERT_TRUE(socket.next<wire::Said>());
    const auto reply = ada.get("/api/v1/me/data");
    EXPECT_EQ(reply.status, 200U);
    const auto all = reply.as<wire::AccountExport>();
    EXPECT_EQ(all.user.name, "Ada");
    EXPECT_EQ(all.follows, std::vector<std::string>{"Stage"});
    EXPECT_EQ(all.sessions.size(), 1U);
    ASSERT_EQ(all.messages.size(), 1U);
    EXPECT_EQ(all.messages[0].channel, "Stage");
    EXPECT_EQ(all.messages[0].text, "hello");
}

TEST_F(ApiAccountData, IsWrittenPageByPageWithAllThatAChannelHas) {
    constexpr int kLines = 1'203;
    auto ada = client();
    ada.signUp("Ada");
    {
        hub_.stop();
        auto database = store::Database::open(hub_.databaseFile());
        const auto stores = (*database)->stores();
        const auto channel = (**stores.channels.find("Ada")).id;
        const auto account = (**stores.accounts.find("Ada")).account;
        std::vector<relay::ChatChange> lines;
        const auto begun = SystemClock().utcNow();
        for (int i = 0; i < kLines; ++i) {
            const auto at = begun + std::chrono::milliseconds{i};
            lines.emplace_back(chat::Message{MessageId::make(at), channel, account.id, "Ada",
                                             "line \"messages\":[] " + std::to_string(i), at});
        }
        ASSERT_TRUE(stores.rooms.apply(lines));
        hub_.start();
    }
    RestClient rest(hub_.port());
    rest.setToken(ada.token());
    EXPECT_EQ(
        rest.send("PUT", "/api/v1/channels/Ada/page",
                  R"({"description":"\"messages\":[]","links":[{"name":"Home","url":"https://a.example/"}],)"
                  R"("category":"Music","tags":["jazz"]})")
            .status,
        200U);
    EXPECT_EQ(
        rest.send(
                "POST", "/api/v1/channels/Ada/targets",
                R"({"name":"Elsewhere","url":"rtmp://b.example/app","streamKey":"hidden-from-all","audioTrack":0})")
            .status,
        201U);
    EXPECT_EQ(
        rest.send("POST", "/api/v1/me/webhooks", R"({"url":"https://c.example/","ofChannel":false})").status,
        201U);
    EXPECT_EQ(rest.send("PUT", "/api/v1/me/notification-choices",
                        R"({"items":[{"kind":"mention","inApp":true,"email":true,"webhook":false}]})")
                  .status,
              200U);
    const auto reply = rest.get("/api/v1/me/data");
    EXPECT_EQ(reply.headers.at("Content-Type"), "application/json");
    EXPECT_EQ(reply.body.find("hidden-from-all"), std::string::npos);
    const auto all = reply.as<wire::AccountExport>();
    ASSERT_EQ(all.messages.size(), static_cast<std::size_t>(kLines));
    for (int i = 0; i < kLines; ++i) {
        EXPECT_EQ(all.messages[static_cast<std::size_t>(i)].text,
                  "line \"messages\":[] " + std::to_string(i));
    }
    EXPECT_EQ(all.channelDescription, "\"messages\":[]");
    EXPECT_EQ(all.links, (std::vector<wire::PageLink>{{"Home", "https://a.example/"}}));
    EXPECT_EQ(all.category, "Music");
    EXPECT_EQ(all.tags, std::vector<std::string>{"jazz"});
    ASSERT_EQ(all.targets.size(), 1U);
    EXPECT_EQ(all.targets[0].name, "Elsewhere");
    ASSERT_EQ(all.webhooks.size(), 1U);
    EXPECT_EQ(all.webhooks[0].url, "https://c.example/");
    ASSERT_EQ(all.notificationChoices.size(), 1U);
    EXPECT_EQ(all.notificationChoices[0], (wire::OwnChoice{"mention", true, true, false}));
    EXPECT_FALSE(all.secondStep);
}

class ApiAudienceData : public ChatTest {};

TEST_F(ApiAudienceData, IsToldToo) {
    auto ada = enter("Ada");
    auto bob = enter("Bob");
    command(ada, "/poll 1h Tea? | yes | no");
    const auto poll = bob.next<wire::PollChanged>();
    ASSERT_TRUE(poll);
    bob.send(wire::Vote{"Ada", poll->poll.id, 1, "v"});
    ASSERT_TRUE(bob.next<wire::Done>());
    bob.send(wire::Ask{"Ada", "Which tea?", "q"});
    ASSERT_TRUE(bob.next<wire::Done>());
    auto carl = enter("Carl");
    carl.send(wire::Ask{"Ada", "Green or black?", "r"});
    auto another = bob.next<wire::QuestionAsked>();
    while (another && another->question.text != "Green or black?") {
        another = bob.next<wire::QuestionAsked>();
    }
    ASSERT_TRUE(another);
    bob.send(wire::Upvote{"Ada", another->question.id, "u"});
    ASSERT_TRUE(bob.next<wire::Done>());
    command(ada, "/vip Bob");
    RestClient rest(hub_.port());
    rest.setToken(tokens_.at("Bob"));
    EXPECT_EQ(rest.send("PUT", "/api/v1/me/privacy", R"({"showWatching":false})").status, 200U);
    EXPECT_EQ(rest.send("PUT", "/api/v1/channels/Bob/avatar", pngOf(64, 64)).status, 200U);
    const auto all = rest.get("/api/v1/me/data").as<wire::AccountExport>();
    ASSERT_EQ(all.votes.size(), 1U);
    ASSERT_EQ(all.upvotes.size(), 1U);
    ASSERT_EQ(all.roles.size(), 1U);
    EXPECT_EQ(all.votes[0].channel, "Ada");
    EXPECT_EQ(all.votes[0].question, "Tea?");
    EXPECT_EQ(all.votes[0].option, "no");
    ASSERT_EQ(all.questions.size(), 1U);
    EXPECT_EQ(all.questions[0].text, "Which tea?");
    EXPECT_FALSE(all.questions[0].answeredAt);
    EXPECT_EQ(all.upvotes[0].text, "Green or black?");
    EXPECT_EQ(all.roles[0].role, "vip");
    EXPECT_TRUE(all.restrictions.empty());
    EXPECT_FALSE(all.showWatching);
    EXPECT_EQ(all.avatar, sha256Hex(pngOf(64, 64)));
    EXPECT_FALSE(all.banner);
    command(ada, "/ban Bob for the tea");
    const auto refused = rest.get("/api/v1/me/data");
    EXPECT_EQ(refused.status, 429U) << "once an hour";
    EXPECT_EQ(refused.problem().code, "account.exported_lately");
    hub_.stop();
    hub_.start();
    RestClient again(hub_.port());
    again.setToken(tokens_.at("Bob"));
    const auto banned = again.get("/api/v1/me/data").as<wire::AccountExport>();
    ASSERT_EQ(banned.restrictions.size(), 1U);
    EXPECT_EQ(banned.restrictions[0].channel, "Ada");
    EXPECT_EQ(banned.restrictions[0].reason, "for the tea");
    EXPECT_FALSE(banned.restrictions[0].until);
}

/// The files that the relay keeps for accounts.
class ApiAccountFiles : public ApiAccountData {
protected:
    ApiAccountFiles() : ada_(client()) {
        ada_.signUp("Ada");
        EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/avatar", pngOf(64, 64)).status, 200U);
        EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/banner", pngOf(128, 64)).status, 200U);
        EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/emotes/wave", pngOf(32, 32)).status, 200U);
        EXPECT_EQ(ada_.send("PUT", "/api/v1/channels/Ada/slate", pngOf(256, 64)).status, 204U);
    }
    static std::size_t filesIn(const std::filesystem::path& folder) {
        const std::filesystem::directory_iterator begin(folder);
        return static_cast<std::size_t>(std::distance(begin, std::filesystem::directory_iterator()));
    }
    [[nodiscard]] std::size_t files() const {
        return filesIn(hub_.hubOptions.pictures) + filesIn(hub_.hubOptions.emotes) +
               filesIn(hub_.hubOptions.slates);
    }

    RestClient ada_;
};

TEST_F(ApiAccountFiles, GoWithTheAccountUnlessOthersShowTheSame) {
    auto bob = client();
    bob.signUp("Bob");
    EXPECT_EQ(bob.send("PUT", "/api/v1/channels/Bob/avatar", pngOf(64, 64)).status, 200U);
    EXPECT_EQ(files(), 4U);
    EXPECT_EQ(ada_.send("POST", "/api/v1/me/delete", proof(kPassword)).status, 204U);
    ASSERT_TRUE(waitUntil([this] { return files() == 1; })) << files();
    EXPECT_EQ(bob.get("/api/v1/channels/Bob/avatar").body, pngOf(64, 64));
}

TEST_F(ApiAccountFiles, GoAtTheNextStartWhereTheRelayEndedInBetween) {
    const auto ada = ada_.get("/api/v1/me").as<wire::Me>().user.id;
    hub_.stop();
    {
        // As far as the rows alone: what a kill leaves.
        auto database = store::Database::open(hub_.databaseFile());
        ASSERT_TRUE(database);
        ASSERT_TRUE((*database)->stores().community.accountData.erase(ada, "deleted-0"));
    }
    std::ofstream(hub_.hubOptions.pictures / "not of ours.txt") << "stays";
    EXPECT_EQ(files(), 5U);
    hub_.start();
    ASSERT_TRUE(waitUntil([this] { return files() == 1; })) << files();
    EXPECT_TRUE(std::filesystem::exists(hub_.hubOptions.pictures / "not of ours.txt"));
}

TEST_F(ApiAccountFiles, StayOverARestartWhileTheyAreShown) {
    std::ofstream(hub_.hubOptions.pictures / std::string(64, 'a')) << "of nobody";
    hub_.stop();
    hub_.start();
    ASSERT_TRUE(waitUntil(
        [this] { return !std::filesystem::exists(hub_.hubOptions.pictures / std::string(64, 'a')); }));
    EXPECT_EQ(client().get("/api/v1/channels/Ada/avatar").body, pngOf(64, 64));
    EXPECT_EQ(files(), 4U);
}

TEST_F(ApiAccountData, IsDeletedForGood) {
    auto stage = client();
    stage.signUp("Stage");
    auto ada = client();
    ada.signUp("Ada");
    EXPECT_EQ(ada.send("PUT", "/api/v1/channels/Stage/follow").status, 204U);
    EXPECT_EQ(stage.send("PUT", "/api/v1/channels/Ada/follow").status, 204U);
    auto socket = joined("Stage", ada.token());
    socket.send(wire::Say{"Stage", "hello", "n1"});
    ASSERT_TRUE(socket.next<wire::Said>());
    EXPECT_EQ(ada.send("POST", "/api/v1/me/delete", proof("wrong")).problem().code,
              "account.wrong_credentials");
    EXPECT_EQ(ada.send("POST", "/api/v1/me/delete", proof(kPassword)).status, 204U);
    EXPECT_EQ(ada.get("/api/v1/me").status, 401U);
    EXPECT_EQ(client().get("/api/v1/channels/Ada").status, 404U);
    EXPECT_TRUE(stage.get("/api/v1/me/follows").as<wire::FollowPage>().items.empty());
    EXPECT_EQ(client()
                  .send("POST", "/api/v1/session", R"({"name":"Ada","password":"correct horse battery"})")
                  .status,
              401U);
    EXPECT_EQ(client().get("/api/v1/channels/Stage/messages").body.find("hello"), std::string::npos);
    auto again = client();
    again.signUp("Ada");
    EXPECT_TRUE(again.get("/api/v1/me/data").as<wire::AccountExport>().messages.empty());
}

TEST_F(ApiAccountData, OfATalkativePersonIsUnreadableAtOnceAndGoneABitLater) {
    constexpr int kLines = 8'000;
    const auto stage = signUp("Stage");
    const auto ada = signUp("Ada");
    const auto adaId = ada.user.id;
    const auto channel = client().get("/api/v1/channels/Stage").as<wire::Channel>().id;
    const auto inDatabase = [this](const auto& look) {
        hub_.stop();
        auto database = store::Database::open(hub_.databaseFile());
        EXPECT_TRUE(database);
        look((*database)->stores());
        database->reset();
        hub_.start();
    };
    inDatabase([&](const relay::Stores& stores) {
        std::vector<relay::ChatChange> lines;
        for (int i = 0; i < kLines; ++i) {
            chat::Message line;
            line.at = SystemClock().utcNow() - std::chrono::hours{1};
            line.id = MessageId::make(line.at);
            line.channel = channel;
            line.user = adaId;
            line.text = "secret";
            lines.emplace_back(std::move(line));
        }
        ASSERT_TRUE(stores.rooms.apply(lines));
    });
    auto atAda = client();
    atAda.setToken(ada.token.reveal());
    EXPECT_EQ(atAda.send("POST", "/api/v1/me/delete", proof(kPassword)).status, 204U);
    EXPECT_EQ(client().get("/api/v1/channels/Stage/messages").body.find("secret"), std::string::npos);
    EXPECT_EQ(client().get("/api/v1/channels/Stage/messages?q=secret").body.find("secret"),
              std::string::npos);
    auto socket = joined("Stage", stage.token.reveal());
    socket.send(wire::Say{"Stage", "hello", "n1"});
    EXPECT_TRUE(socket.next<wire::Said>()) << "while the rest is taken off";
    bool isGone = false;
    for (int i = 0; i < 300 && !isGone; ++i) {
        inDatabase([&](const relay::Stores& stores) {
            const auto kept = *stores.community.accountData.messages(adaId, std::nullopt, kLines);
            isGone = std::ranges::all_of(kept, [](const auto& line) { return line.text.empty(); });
        });
    }
    EXPECT_TRUE(isGone) << "each start goes on where the one before stopped";
}

TEST_F(ApiAccountData, NeitherOnAirNorTheRelaysOwner) {
    auto ada = client();
    ada.signUp("Ada");
    const auto grant = ada.publish(ada.makeKey("Ada"));
    EXPECT_EQ(ada.tell(PublishEventType::Started, grant).status, 204U);
    EXPECT_EQ(ada.send("POST", "/api/v1/me/delete", proof(kPassword)).problem().code, "account.on_air");
    auto owner = client();
    const auto in = owner.send("POST", "/api/v1/session", R"({"ownerToken":"the owner's token"})");
    owner.setToken(in.as<wire::Session>().token.reveal());
    EXPECT_EQ(owner.send("POST", "/api/v1/me/delete", "{}").problem().code, "account.owns_relay");
}

}  // namespace
}  // namespace footlight::tests
