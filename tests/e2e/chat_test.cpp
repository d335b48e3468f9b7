// Chat on the real relay: what was acknowledged is there, whatever happens to the hub.
#include <gtest/gtest.h>

#include <csignal>
#include <map>
#include <set>

#include "core/wire/json.h"
#include "tests/core/relay/api/socket_client.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

constexpr int kPeople = 12;
constexpr int kLines = 5;  // of each, which is what one may say at once
constexpr std::size_t kEnoughAcknowledged = 15;

class ChatEndToEnd : public testing::Test {
protected:
    ChatEndToEnd() {
        EXPECT_TRUE(relay_.isReady()) << relay_.output();
        for (int i = 0; i < kPeople; ++i) {
            const auto name = "person" + std::to_string(i);
            const auto made =
                fetch(api("/users"), {"-X", "POST", "--data-binary",
                                      R"({"name":")" + name + R"(","password":"correct horse battery"})"});
            const auto session = wire::parse<wire::Session>(made.body);
            EXPECT_TRUE(session) << made.body;
            tokens_.push_back(session ? session->token.reveal() : "");
        }
    }

    [[nodiscard]] std::string api(const std::string& path) const {
        return "http://" + relay_.hubAddress() + "/api/v1" + path;
    }
    [[nodiscard]] std::uint16_t port() const {
        const auto address = relay_.hubAddress();
        return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
    }
    /// The person's socket in that channel's room.
    [[nodiscard]] SocketClient enter(std::size_t person, const std::string& channel) const {
        SocketClient socket(port());
        EXPECT_TRUE(socket.hello(tokens_[person]));
        EXPECT_TRUE(socket.join(channel));
        return socket;
    }
    /// Notes what this socket has heard; false once it has ended or says nothing more.
    bool hear(SocketClient& socket, std::chrono::milliseconds limit) {
        const auto text = socket.receive(limit);
        for (const auto& message : text ? wire::parseServerText(*text) : std::vector<wire::ServerMessage>{}) {
            if (const auto* said = std::get_if<wire::Said>(&message)) {
                acknowledged_.insert(said->id.text());
            }
        }
        return text.has_value();
    }
    /// The ids of everything that is kept.
    std::set<std::string> kept() {
        std::set<std::string> ids;
        std::string query;
        for (;;) {
            wire::MessagePage page;
            const bool isRead = waitUntil([&] {
                const auto reply = fetch(api("/channels/person0/messages?limit=100" + query));
                const auto parsed = wire::parse<wire::MessagePage>(reply.body);
                page = reply.status == 200 && parsed ? *parsed : wire::MessagePage{};
                return reply.status == 200;
            });
            EXPECT_TRUE(isRead) << relay_.output();
            for (const auto& message : page.items) {
                ids.insert(message.id.text());
            }
            if (!page.next) {
                return ids;
            }
            query = "&before=" + *page.next;
        }
    }
    void sayALotAndKillTheHub(int round);

    RelayProcess relay_;
    std::vector<std::string> tokens_;
    std::set<std::string> acknowledged_;
};

void ChatEndToEnd::sayALotAndKillTheHub(int round) {
    std::vector<SocketClient> sockets;
    for (const auto& token : tokens_) {
        sockets.emplace_back(port());
        ASSERT_TRUE(sockets.back().hello(token));
        ASSERT_TRUE(sockets.back().join("person0"));
    }
    const auto before = acknowledged_.size();
    for (int line = 0; line < kLines; ++line) {
        for (std::size_t i = 0; i < sockets.size(); ++i) {
            const auto text = "line " + std::to_string(round) + " " + std::to_string(line);
            sockets[i].send(wire::Say{"person0", text, text});
        }
        // The hub is killed while the rest is on its way.
        for (std::size_t i = 0; i < sockets.size() && acknowledged_.size() < before + kEnoughAcknowledged;
             ++i) {
            ASSERT_TRUE(hear(sockets[i], std::chrono::seconds{20}));
        }
        if (acknowledged_.size() >= before + kEnoughAcknowledged) {
            break;
        }
    }
    while (acknowledged_.size() < before + kEnoughAcknowledged) {
        for (auto& socket : sockets) {
            ASSERT_TRUE(hear(socket, std::chrono::seconds{20}));
        }
    }
    const auto hub = relay_.rolePid("hub");
    ASSERT_GT(hub, 0);
    ASSERT_EQ(::kill(hub, SIGKILL), 0);
    // What was acknowledged before counts, also where nobody had read it yet.
    for (auto& socket : sockets) {
        while (hear(socket, std::chrono::seconds{20})) {
        }
    }
    ASSERT_TRUE(waitUntil([&] { return relay_.rolePid("hub") > 0 && relay_.rolePid("hub") != hub; }))
        << relay_.output();
}

TEST_F(ChatEndToEnd, ADeletedAccountLeavesOpenRoomsAndItsNameIsAnothersWithARoomOfTheirOwn) {
    auto owner = enter(3, "person3");
    auto viewer = enter(1, "person3");
    owner.send(wire::Say{"person3", "in my own room", "n1"});
    ASSERT_TRUE(owner.next<wire::Said>());
    owner.send(wire::Join{"person1", false});
    ASSERT_TRUE(owner.next<wire::Joined>());
    owner.send(wire::Say{"person1", "in another's", "n2"});
    ASSERT_TRUE(owner.next<wire::Said>());
    const auto gone = fetch(api("/me/delete"), {"-X", "POST", "-H", "Authorization: Bearer " + tokens_[3],
                                                "--data-binary", R"({"password":"correct horse battery"})"});
    ASSERT_EQ(gone.status, 204) << gone.body;
    const auto left = viewer.next<wire::Left>();
    ASSERT_TRUE(left);
    EXPECT_EQ(left->channel, "person3");
    auto reader = enter(2, "person1");
    EXPECT_TRUE(reader.join("person1")->history.empty());
    viewer.send(wire::Join{"person3", true});
    EXPECT_EQ(viewer.next<wire::ErrorMessage>()->code, "channel.unknown");
    const auto made = fetch(api("/users"), {"-X", "POST", "--data-binary",
                                            R"({"name":"person3","password":"correct horse battery"})"});
    tokens_[3] = wire::parse<wire::Session>(made.body)->token.reveal();
    auto again = enter(3, "person3");
    again.send(wire::Say{"person3", "/slow 10", "n3"});
    EXPECT_TRUE(again.next<wire::Done>()) << "they are the owner";
}

TEST_F(ChatEndToEnd, WhoIsBannedDoesNotSilenceTheOthers) {
    auto owner = enter(0, "person0");
    owner.send(wire::Say{"person0", "/ban person1", "n1"});
    ASSERT_TRUE(owner.next<wire::Done>());
    std::vector<SocketClient> banned;
    for (int i = 0; i < 8; ++i) {
        banned.push_back(enter(1, "person0"));
    }
    // More than the room takes at once, within the rate of each socket.
    for (int line = 0; line < 80; ++line) {
        for (auto& socket : banned) {
            socket.send(wire::Say{"person0", "noise", "b"});
        }
    }
    for (auto& socket : banned) {
        socket.send(wire::Ping{});
        ASSERT_TRUE(socket.next<wire::Pong>());
    }
    owner.send(wire::Say{"person0", "hello", "n2"});
    EXPECT_TRUE(owner.next<wire::Said>());
}

TEST_F(ChatEndToEnd, AProtectedChannelsChatIsForItsOwnerAndForLinks) {
    auto owner = enter(0, "person0");
    auto stranger = enter(1, "person0");
    const std::vector<std::string> asOwner{"-H", "Authorization: Bearer " + tokens_[0]};
    const auto changed =
        fetch(api("/channels/person0/settings"),
              {"-X", "PATCH", "--data-binary", R"({"visibility":"protected"})", asOwner[0], asOwner[1]});
    ASSERT_EQ(changed.status, 200) << changed.body;
    const auto left = stranger.next<wire::Left>();
    ASSERT_TRUE(left);
    EXPECT_EQ(left->because, wire::LeftBecause::Protected);
    owner.send(wire::Say{"person0", "behind closed doors", "n1"});
    ASSERT_TRUE(owner.next<wire::Said>());
    stranger.send(wire::Join{"person0", true});
    const auto refused = stranger.next<wire::ErrorMessage>();
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->code, "channel.protected");
    EXPECT_EQ(refused->field, "playback");
    const auto link = fetch(api("/channels/person0/links"),
                            {"-X", "POST", "--data-binary", R"({"hours":1})", asOwner[0], asOwner[1]});
    const auto begin = link.body.find("/t/") + 3;
    ASSERT_GT(begin, 3U) << link.body;
    const auto token = link.body.substr(begin, link.body.find('/', begin) - begin);
    for (const std::string path : {"/channels/person0/messages", "/channels/person0/viewers"}) {
        const auto closed = fetch(api(path), {"-H", "Authorization: Bearer " + tokens_[1]});
        EXPECT_EQ(closed.status, 403) << path << closed.body;
        EXPECT_NE(closed.body.find(R"("field":"playback")"), std::string::npos) << closed.body;
        EXPECT_EQ(fetch(api(path)).status, 403) << path;
        EXPECT_EQ(fetch(api(path + "?playback=" + token + "x")).status, 403) << path;
        EXPECT_EQ(fetch(api(path + "?playback=" + token)).status, 200) << path;
        EXPECT_EQ(fetch(api(path), asOwner).status, 200) << path;
    }
    SocketClient guest(port());
    ASSERT_TRUE(guest.hello());
    guest.send(wire::Join{"person0", true, std::nullopt, token});
    const auto joined = guest.next<wire::Joined>();
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->history.at(0).text, "behind closed doors");
}

TEST_F(ChatEndToEnd, WhatCannotBeReadIsRefusedByItsNonceAndItsField) {
    auto socket = enter(0, "person0");
    socket.sendText(R"({"type":"say","channel":"person0","text":7,"nonce":"n1"})");
    const auto error = socket.next<wire::ErrorMessage>();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->nonce, "n1");
    EXPECT_EQ(error->field, "text");
    socket.sendText(R"({"type":"watch","channel":"person0","state":"paused","rendition":"\u202e"})");
    EXPECT_EQ(socket.next<wire::ErrorMessage>()->field, "rendition");
}

TEST_F(ChatEndToEnd, AKilledHubLosesNothingThatWasAcknowledged) {
    for (int round = 0; round < 3; ++round) {
        sayALotAndKillTheHub(round);
        if (HasFatalFailure()) {
            return;
        }
        const auto ids = kept();
        for (const auto& id : acknowledged_) {
            EXPECT_TRUE(ids.contains(id)) << id << " was acknowledged and is lost, round " << round;
        }
    }
    EXPECT_GE(acknowledged_.size(), 3 * kEnoughAcknowledged);
}

}  // namespace
}  // namespace footlight::tests
