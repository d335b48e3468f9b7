#include "core/relay/hub/administration.h"

#include <gtest/gtest.h>

#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/store/database.h"
#include "tests/support/fake_clock.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::hub {
namespace {

class CommandLineAdministration : public testing::Test {
protected:
    CommandLineAdministration() : database_(std::move(*store::Database::open(folder_ / "footlight.db"))) {}

    [[nodiscard]] std::string channelOf(const Secret& key) {
        const auto found = database_->stores().channels.findByKey(sha256Hex(key.reveal()));
        return found && *found ? (*found)->name : "";
    }

    tests::TempDir folder_;
    tests::FakeClock clock_;
    std::unique_ptr<store::Database> database_;
    Administration administration_{database_->stores(), clock_};
};

TEST_F(CommandLineAdministration, AChannelComesWithItsKey) {
    const auto key = administration_.addChannel("Stage");
    ASSERT_TRUE(key);
    EXPECT_EQ(channelOf(*key), "Stage");
    EXPECT_EQ(administration_.addChannel("STAGE").error().category(), ErrorCategory::Conflict);
    EXPECT_EQ(administration_.addChannel("a b").error().category(), ErrorCategory::Invalid);
}

TEST_F(CommandLineAdministration, AUserAdoptsTheChannelOfTheirName) {
    ASSERT_TRUE(administration_.addChannel("Stage"));
    ASSERT_TRUE(administration_.addUser("stage", Secret("correct horse battery")));
    EXPECT_EQ((*database_->stores().channels.find("Stage"))->owner,
              (*database_->stores().accounts.find("stage"))->account.id);
    EXPECT_FALSE(administration_.addUser("stage", Secret("correct horse battery")));
    EXPECT_FALSE(administration_.addUser("other", Secret("short")));
}

TEST_F(CommandLineAdministration, ARotatedKeyReplacesTheFormer) {
    const auto first = administration_.addChannel("Stage");
    clock_.advance(std::chrono::seconds{5});
    const auto second = administration_.rotateKey("stage");
    ASSERT_TRUE(second);
    EXPECT_EQ(channelOf(*first), "");
    EXPECT_EQ(channelOf(*second), "Stage");
    const auto info = administration_.keyInfo("stage");
    ASSERT_TRUE(info && *info);
    EXPECT_EQ((*info)->fingerprint, sha256Hex(second->reveal()).substr(0, 8));
    EXPECT_EQ((*info)->createdAt, clock_.utcNow());
}

TEST_F(CommandLineAdministration, AnUnknownChannelIsToldHowToMakeIt) {
    const auto refused = administration_.rotateKey("nobody");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::NotFound);
    EXPECT_EQ(refused.error().message(),
              "There is no channel nobody. Make it with: footlight-relay channel add nobody");
    EXPECT_FALSE(administration_.keyInfo("nobody"));
    ASSERT_TRUE(administration_.addUser("Ada", Secret("correct horse battery")));
    EXPECT_FALSE(*administration_.keyInfo("Ada")) << "a channel that never had a key";
}

}  // namespace
}  // namespace footlight::relay::hub
