#include "tests/support/pictures.h"
#include "core/wire/channel.h"
#include "core/wire/page.h"
#include "tests/core/relay/api/hub_fixture.h"

namespace footlight::tests {
namespace {

class Pictures : public HubTest {
protected:
    Pictures() { ada_.signUp("Ada"); }

    Reply put(const std::string& which, const std::string& bytes) {
        return ada_.send("PUT", "/api/v1/channels/Ada/" + which, bytes);
    }
    wire::Channel channel() { return client().get("/api/v1/channels/Ada").as<wire::Channel>(); }

    RestClient ada_ = client();
};

TEST_F(Pictures, AreShownByTheirHashesForEver) {
    EXPECT_FALSE(channel().avatar);
    EXPECT_EQ(client().get("/api/v1/channels/Ada/avatar").problem().code, "picture.unknown");
    const auto avatar = pngOf(512, 512);
    const auto banner = jpegOf(1'920, 480);
    const auto hash = put("avatar", avatar).as<wire::ChannelPicture>().hash;
    EXPECT_EQ(put("banner", banner).status, 200U);
    EXPECT_EQ(channel().avatar, hash);
    ASSERT_TRUE(channel().banner);
    const auto shown = client().get("/api/v1/pictures/" + hash);
    EXPECT_EQ(shown.body, avatar);
    EXPECT_EQ(shown.headers.at("Content-Type"), "image/png");
    EXPECT_EQ(shown.headers.at("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(shown.headers.at("X-Content-Type-Options"), "nosniff");
    const auto now = client().get("/api/v1/channels/ada/banner");
    EXPECT_EQ(now.body, banner);
    EXPECT_EQ(now.headers.at("Content-Type"), "image/jpeg");
    EXPECT_EQ(now.headers.at("Cache-Control"), "no-cache");
    EXPECT_EQ(client().get("/api/v1/directory").as<wire::Directory>().items.at(0).avatar, hash);
}

TEST_F(Pictures, AreReplacedAndRemovedWithTheirFiles) {
    const auto first = put("avatar", pngOf(64, 64)).as<wire::ChannelPicture>().hash;
    EXPECT_EQ(put("banner", pngOf(64, 64)).as<wire::ChannelPicture>().hash, first);
    const auto second = put("avatar", webpOf(65, 64)).as<wire::ChannelPicture>().hash;
    EXPECT_NE(first, second);
    EXPECT_EQ(client().get("/api/v1/pictures/" + first).status, 200U) << "the banner shows it still";
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/channels/Ada/banner").status, 204U);
    EXPECT_EQ(ada_.send("DELETE", "/api/v1/channels/Ada/banner").status, 204U) << "again as well";
    EXPECT_EQ(client().get("/api/v1/pictures/" + first).status, 404U);
    EXPECT_FALSE(channel().banner);
    hub_.stop();
    hub_.start();
    EXPECT_EQ(client().get("/api/v1/pictures/" + second).body, webpOf(65, 64));
}

TEST_F(Pictures, WhatIsNoneOrTooLargeIsRefused) {
    EXPECT_EQ(put("avatar", "GIF89a and pixels").problem().code, "picture.kind");
    EXPECT_EQ(put("avatar", "<svg/>").problem().code, "picture.kind");
    EXPECT_EQ(put("avatar", pngOf(2'049, 64)).problem().code, "picture.size");
    EXPECT_EQ(put("avatar", pngOf(64, 15)).problem().code, "picture.size");
    EXPECT_EQ(put("banner", pngOf(4'097, 64)).problem().code, "picture.size");
    EXPECT_EQ(put("banner", pngOf(4'096, 64)).status, 200U);
    EXPECT_EQ(put("avatar", pngOf(64, 64) + std::string(std::size_t{2} << 20U, 'x')).status, 413U);
    EXPECT_EQ(put("avatar", "").status, 400U);
    EXPECT_FALSE(channel().avatar);
}

TEST_F(Pictures, AreTheOwnersAlone) {
    auto bob = client();
    bob.signUp("Bob");
    EXPECT_EQ(bob.send("PUT", "/api/v1/channels/Ada/avatar", pngOf(64, 64)).problem().code,
              "channel.not_yours");
    EXPECT_EQ(bob.send("DELETE", "/api/v1/channels/Ada/avatar").status, 403U);
    EXPECT_EQ(bob.get("/api/v1/pictures/footlight.db").status, 404U);
}

}  // namespace
}  // namespace footlight::tests
