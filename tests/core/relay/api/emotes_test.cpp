#include "tests/core/relay/api/chat_fixture.h"
#include "tests/support/pictures.h"

namespace footlight::tests {
namespace {

const auto kPng = pngOf(64, 64) + "pixels";
const auto kGif = gifOf(512, 1) + "pixels";

class Emotes : public ChatTest {
protected:
    Reply put(const std::string& name, const std::string& bytes, const std::string& by = "Ada") {
        auto rest = client();
        rest.setToken(tokens_[by]);
        return rest.send("PUT", "/api/v1/channels/Ada/emotes/" + name, bytes);
    }
    std::vector<wire::Emote> list() {
        return client().get("/api/v1/channels/Ada/emotes").as<wire::EmoteList>().items;
    }
};

TEST_F(Emotes, AreUploadedShownInMessagesAndServedForEver) {
    auto bob = enter("Bob");
    ASSERT_EQ(put("wave", kPng).status, 200U);
    const auto told = bob.next<wire::EmotesChanged>();
    ASSERT_TRUE(told);
    ASSERT_EQ(told->emotes.size(), 1U);
    EXPECT_EQ(told->emotes, list());
    const auto wave = told->emotes[0];
    EXPECT_EQ(say(bob, "hi :wave: :nope:").emotes, std::vector{wave});
    const auto picture = client().get("/api/v1/emotes/" + wave.hash);
    EXPECT_EQ(picture.status, 200U);
    EXPECT_EQ(picture.body, kPng);
    EXPECT_EQ(picture.headers.at("Content-Type"), "image/png");
    EXPECT_EQ(picture.headers.at("Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(picture.headers.at("X-Content-Type-Options"), "nosniff");
    hub_.stop();
    hub_.start();
    EXPECT_EQ(list(), std::vector{wave});
    auto again = enter("Bob");
    EXPECT_EQ(again.join("Ada")->emotes, std::vector{wave});
    EXPECT_EQ(say(again, ":wave:").emotes, std::vector{wave});
}

TEST_F(Emotes, AreReplacedAndRemovedWithTheirFiles) {
    ASSERT_EQ(put("wave", kPng).status, 200U);
    const auto first = list().at(0);
    ASSERT_EQ(put("same", kPng).status, 200U);
    ASSERT_EQ(put("wave", kGif).status, 200U);
    EXPECT_EQ(list().size(), 2U);
    EXPECT_EQ(client().get("/api/v1/emotes/" + first.hash).status, 200U) << "another shows it still";
    auto owner = client();
    owner.setToken(tokens_["Ada"]);
    EXPECT_EQ(owner.send("DELETE", "/api/v1/channels/Ada/emotes/same").status, 204U);
    EXPECT_EQ(client().get("/api/v1/emotes/" + first.hash).problem().code, "emote.unknown");
    EXPECT_FALSE(std::filesystem::exists(hub_.hubOptions.emotes / first.hash));
    EXPECT_EQ(owner.send("DELETE", "/api/v1/channels/Ada/emotes/same").status, 404U);
    EXPECT_EQ(list().size(), 1U);
}

TEST_F(Emotes, OnlyPicturesOfTheOwnerAndOfSomeSize) {
    EXPECT_EQ(put("wave", kPng, "Bob").status, 403U);
    EXPECT_EQ(put("wave", "\xff\xd8\xff and pixels").problem().code, "emote.kind");
    EXPECT_EQ(put("wave", "<svg/>").problem().code, "emote.kind");
    EXPECT_EQ(put("x", kPng).problem().code, "emote.name");
    EXPECT_EQ(put("wave", "").status, 400U);
    EXPECT_EQ(put("wave", "\x89PNG\r\n\x1a\n and pixels").problem().code, "emote.kind");
    for (const auto& large :
         {pngOf(513, 64), pngOf(64, 30'000), gifOf(65'535, 64), webpOf(513, 513), pngOf(0, 64)}) {
        EXPECT_EQ(put("wave", large).problem().code, "emote.size");
    }
    EXPECT_EQ(put("wave", kPng + std::string(256 * 1024, 'x')).status, 413U);
    EXPECT_TRUE(list().empty());
    EXPECT_TRUE(std::filesystem::is_empty(hub_.hubOptions.emotes));
    EXPECT_EQ(client().get("/api/v1/emotes/..%2f..%2fseal.key").status / 100, 4U);
}

}  // namespace
}  // namespace footlight::tests
