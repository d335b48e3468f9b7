#include "core/accounts/media_token.h"
#include "tests/core/relay/hub/rooms_fixture.h"

namespace footlight::relay::hub {
namespace {

using accounts::MediaPurpose;
using accounts::MediaTokens;
using accounts::Visibility;

class AProtectedRoom : public ChatOfTwo {
protected:
    void become(Visibility visibility) {
        auto channel = **database_->stores().channels.find("Ada");
        auto settings = *database_->stores().channels.settings(channel.id);
        settings.visibility = visibility;
        ASSERT_TRUE(database_->stores().channels.setSettings(channel.id, settings));
        rooms_.setVisibility(channel.id, visibility);
    }
    [[nodiscard]] accounts::Channel channel() { return **database_->stores().channels.find("Ada"); }
    [[nodiscard]] std::string token(const std::string& subject = "ada",
                                    MediaPurpose purpose = MediaPurpose::Play) const {
        return MediaTokens(Secret("media key"))
            .make({purpose, subject, clock_.utcNow() + std::chrono::hours{1}});
    }
    /// Whether they come in, and by both ways the same.
    bool comesIn(const std::optional<accounts::Account>& account, const std::string& shown = "") {
        auto member = std::make_shared<FakeMember>(account);
        wire::Join asked{"Ada", true};
        if (!shown.empty()) {
            asked.playback = shown;
        }
        const bool atOnce = rooms_.joinAtOnce(*member, asked).has_value();
        rooms_.leave(*member, "Ada");
        const auto joined = run(rooms_.join(member, asked));
        EXPECT_EQ(joined.has_value(), atOnce);
        if (!joined) {
            EXPECT_EQ(joined.error().code(), "channel.protected");
            EXPECT_EQ(rooms_.viewers(channel().id), 0) << "nobody sees them";
        }
        rooms_.leave(*member, "Ada");
        return joined.has_value();
    }
    void command(const std::string& text) { say(atAda_, {"Ada", text, text}); }
};

TEST_F(AProtectedRoom, IsForItsOwnerForRolesAndForLinks) {
    const auto dora = make("Dora");
    const auto emil = make("Emil");
    command("/mod dora");
    command("/vip emil");
    become(Visibility::Protected);
    EXPECT_TRUE(comesIn(ada_));
    EXPECT_TRUE(comesIn(dora));
    EXPECT_TRUE(comesIn(emil));
    EXPECT_TRUE(comesIn(std::nullopt, token()));
    EXPECT_TRUE(comesIn(bob_, token()));
    EXPECT_FALSE(comesIn(bob_));
    EXPECT_FALSE(comesIn(std::nullopt));
    EXPECT_FALSE(comesIn(std::nullopt, "nonsense"));
    EXPECT_FALSE(comesIn(std::nullopt, token("bob")));
    EXPECT_FALSE(comesIn(std::nullopt, token("ada", MediaPurpose::Upload)));
    const auto late = token();
    clock_.advance(std::chrono::hours{2});
    EXPECT_FALSE(comesIn(std::nullopt, late)) << "it has expired";
    become(Visibility::Unlisted);
    EXPECT_TRUE(comesIn(std::nullopt));
}

TEST_F(AProtectedRoom, IsReadOverRestByTheSame) {
    command("/vip bob");
    become(Visibility::Protected);
    EXPECT_TRUE(run(rooms_.mayRead(channel(), ada_, "")));
    EXPECT_TRUE(run(rooms_.mayRead(channel(), bob_, "")));
    EXPECT_TRUE(run(rooms_.mayRead(channel(), std::nullopt, token())));
    const auto stranger = run(rooms_.mayRead(channel(), make("Eve"), ""));
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().code(), "channel.protected");
    EXPECT_EQ(stranger.error().category(), ErrorCategory::Denied);
    EXPECT_FALSE(run(rooms_.mayRead(channel(), std::nullopt, token("bob"))));
}

TEST_F(AProtectedRoom, WhoMayNotReadItAnyMoreIsPutOutAndTold) {
    auto linked = std::make_shared<FakeMember>(std::nullopt);
    ASSERT_TRUE(run(rooms_.join(linked, {"Ada", true, std::nullopt, token()})));
    const auto guest = enter(std::nullopt, true);
    become(Visibility::Protected);
    for (const auto& member : {atBob_, guest}) {
        const auto left = member->received<wire::Left>();
        ASSERT_EQ(left.size(), 1U);
        EXPECT_EQ(left[0], (wire::Left{"Ada", wire::LeftBecause::Protected}));
        member->frames.clear();
    }
    command("behind closed doors");
    EXPECT_TRUE(atBob_->frames.empty());
    EXPECT_TRUE(guest->frames.empty());
    EXPECT_EQ(linked->received<wire::ChatMessage>().size(), 1U);
    EXPECT_EQ(atAda_->received<wire::ChatMessage>().size(), 1U);
    EXPECT_TRUE(linked->received<wire::Left>().empty());
    say(atBob_, {"Ada", "hello?", "b"});
    EXPECT_EQ(refusals(*atBob_), std::vector<std::string>{"socket.not_joined"});
    clock_.advance(std::chrono::hours{2});
    EXPECT_TRUE(run(rooms_.join(linked, {"Ada", false}))) << "who is in says what else they do";
    rooms_.leave(*linked, "Ada");
    EXPECT_FALSE(run(rooms_.join(linked, {"Ada", false})));
}

TEST_F(AProtectedRoom, WhoLosesTheirRoleIsPutOut) {
    command("/mod bob");
    become(Visibility::Protected);
    EXPECT_TRUE(atBob_->received<wire::Left>().empty());
    command("/unmod bob");
    ASSERT_EQ(atBob_->received<wire::Left>().size(), 1U);
    EXPECT_FALSE(comesIn(bob_));
    EXPECT_EQ(atAda_->received<wire::Left>().size(), 0U);
}

TEST_F(AProtectedRoom, WhoResumesIsAskedToo) {
    command("hello");
    write();
    const auto first = atBob_->received<wire::ChatMessage>().at(0).id;
    become(Visibility::Protected);
    EXPECT_FALSE(run(rooms_.join(atBob_, {"Ada", true, first})));
    EXPECT_TRUE(run(rooms_.join(atBob_, {"Ada", true, first, token()})));
}

}  // namespace
}  // namespace footlight::relay::hub
