#include "app/shared/settings.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>

#include "tests/support/temp_dir.h"

namespace footlight::app {
namespace {

std::span<const SettingRule> rules() {
    static const std::vector<SettingRule> kRules{
        {"relay.rtmp", SettingKind::Address, "0.0.0.0:1935", "", 0, 0, {}},
        {"relay.name", SettingKind::Text, "Footlight", "", 0, 0, {}},
        {"relay.log_level", SettingKind::Choice, "info", "", 0, 0, {"debug", "info"}},
        {"limits.connections", SettingKind::Number, "20", "", 1, 100, {}},
        {"limits.loopback_exempt", SettingKind::Boolean, "true", "", 0, 0, {}},
    };
    return kRules;
}

class SettingsFile : public testing::Test {
protected:
    Result<> read(std::string_view text) {
        std::ofstream(file_) << text;
        return settings_.readFile(file_);
    }
    std::string errorOf(std::string_view text) {
        const auto result = read(text);
        return result ? "" : result.error().message();
    }

    tests::TempDir folder_;
    std::filesystem::path file_ = folder_ / "relay.toml";
    Settings settings_{rules()};
};

}  // namespace

TEST_F(SettingsFile, LaterSourcesWin) {
    EXPECT_EQ(settings_.number("limits.connections"), 20);
    ASSERT_TRUE(
        read("[relay]\nname = \"file\"\nrtmp = \"127.0.0.1:1\"\n[limits]\nconnections = 30\nloopback_exempt "
             "= false\n"));
    EXPECT_EQ(settings_.number("limits.connections"), 30);
    EXPECT_FALSE(settings_.isOn("limits.loopback_exempt"));
    std::string other = "PATH=/bin";
    std::string rtmp = "FOOTLIGHT_RELAY_RTMP=127.0.0.1:2";
    std::string limit = "FOOTLIGHT_RELAY_LIMITS_CONNECTIONS=40";
    std::array<char*, 4> environment{other.data(), rtmp.data(), limit.data(), nullptr};
    ASSERT_TRUE(settings_.readEnvironment("FOOTLIGHT_RELAY_", "relay", environment.data()));
    EXPECT_EQ(settings_.address("relay.rtmp").port, 2);
    EXPECT_EQ(settings_.number("limits.connections"), 40);
    ASSERT_TRUE(settings_.set("relay.rtmp", "127.0.0.1:3", "--rtmp"));
    EXPECT_EQ(settings_.address("relay.rtmp").port, 3);
    EXPECT_EQ(settings_.text("relay.name"), "file");
}

TEST_F(SettingsFile, AChildReadsBackWhatItsParentSettled) {
    ASSERT_TRUE(settings_.set("limits.connections", "77", "--set"));
    ASSERT_TRUE(settings_.set("relay.name", "a = b", "--set"));
    auto entries = settings_.asEnvironment("FOOTLIGHT_RELAY_", "relay");
    std::vector<char*> environment;
    for (std::string& entry : entries) {
        environment.push_back(entry.data());
    }
    environment.push_back(nullptr);
    Settings child(rules());
    ASSERT_TRUE(child.readEnvironment("FOOTLIGHT_RELAY_", "relay", environment.data()));
    EXPECT_EQ(child.number("limits.connections"), 77);
    EXPECT_EQ(child.text("relay.name"), "a = b");
}

TEST_F(SettingsFile, ErrorsNameFileLineKeyAndWhatIsAllowed) {
    const std::string file = file_.string();
    EXPECT_EQ(errorOf("[limits]\n\nconnections = 0\n"),
              file + ":3: limits.connections is \"0\", but must be a whole number from 1 to 100");
    EXPECT_EQ(errorOf("[relay]\nlog_level = \"loud\"\n"),
              file + ":2: relay.log_level is \"loud\", but must be one of debug, info");
    EXPECT_NE(errorOf("[relay]\nrtmp = 1935\n").find(":2: relay.rtmp is \"1935\", but must be HOST:PORT"),
              std::string::npos);
    EXPECT_NE(
        errorOf("[relay]\nrmtp = \"x\"\n").find(":2: there is no setting relay.rmtp; there are relay.rtmp"),
        std::string::npos);
    EXPECT_NE(errorOf("[relay]\nname = [1]\n").find(":2: relay.name must be a text"), std::string::npos);
    EXPECT_NE(errorOf("name = \"x\"\n").find(":1: name stands outside a table"), std::string::npos);
    EXPECT_NE(errorOf("[relay]\nrtmp = \n").find(":2: this is no TOML"), std::string::npos);
    EXPECT_NE(errorOf("[limits]\nloopback_exempt = \"yes\"\n").find("must be true or false"),
              std::string::npos);
}

TEST_F(SettingsFile, MissingFileIsNamed) {
    const auto missing = settings_.readFile(folder_ / "none.toml");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().category(), ErrorCategory::NotFound);
    EXPECT_NE(missing.error().message().find("none.toml"), std::string::npos);
}

TEST_F(SettingsFile, UnknownVariableOfOursIsNamed) {
    std::string wrong = "FOOTLIGHT_RELAY_RMTP=x";
    std::array<char*, 2> environment{wrong.data(), nullptr};
    const auto result = settings_.readEnvironment("FOOTLIGHT_RELAY_", "relay", environment.data());
    ASSERT_FALSE(result);
    EXPECT_NE(result.error().message().find("FOOTLIGHT_RELAY_RMTP"), std::string::npos);
}

}  // namespace footlight::app
