#include "app/relay/key_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "app/relay/relay_settings.h"
#include "tests/support/temp_dir.h"

namespace footlight::app {
namespace {

class KeyFilesTest : public testing::Test {
protected:
    KeyFilesTest() : settings_(relaySettings()) {
        EXPECT_TRUE(settings_.set("relay.data", folder_.path().string(), "test"));
    }

    tests::TempDir folder_;
    Settings settings_;
};

TEST_F(KeyFilesTest, AreMadeOnceForTheirOwnerAlone) {
    const auto made = KeyFiles::open(settings_);
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_FALSE(made->sealing == made->media);
    const auto again = KeyFiles::open(settings_);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->sealing == made->sealing);
    EXPECT_TRUE(again->media == made->media);
    for (const auto* name : {"seal.key", "media.key"}) {
        struct stat status {};
        ASSERT_EQ(::stat((folder_ / name).c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << name;
    }
}

TEST_F(KeyFilesTest, OneThatIsDamagedIsNotReplacedInSilence) {
    ASSERT_TRUE(KeyFiles::open(settings_));
    std::ofstream(folder_ / "seal.key") << "short";
    const auto refused = KeyFiles::open(settings_);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Corrupt);
    EXPECT_NE(refused.error().message().find("seal.key"), std::string::npos);
}

TEST_F(KeyFilesTest, AFolderThatCannotBeUsedIsTold) {
    ASSERT_TRUE(settings_.set("relay.data", (folder_ / "missing").string(), "test"));
    EXPECT_FALSE(KeyFiles::open(settings_));
}

}  // namespace
}  // namespace footlight::app
