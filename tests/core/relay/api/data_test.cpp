#include "core/wire/follow.h"
#include "core/wire/security.h"
#include "tests/core/relay/api/hub_fixture.h"

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
