#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/shared/address.h"
#include "core/base/result.h"

namespace footlight::app {

enum class SettingKind : std::uint8_t { Text, Address, Number, Boolean, Choice };

/// One setting that a program knows: where it stands in the file, what it may be, what it is without a word.
struct SettingRule {
    std::string_view key;  ///< "relay.rtmp": `rtmp` in the table `[relay]`
    SettingKind kind;
    std::string fallback;
    std::string_view help;
    std::int64_t least = 0;  ///< of a number
    std::int64_t most = 0;
    std::vector<std::string_view> choices;
    /// What is wrong with a text, as the end of "it is ..., but"; empty where nothing is. Null: all are good.
    std::string (*complaint)(const std::string&) = nullptr;
};

/// A program's settings: defaults, then a TOML file, then the environment, then flags; later ones win. Every
/// value is checked when it is set, and an error names where it stood and what is allowed. Filled by main.
class Settings {
public:
    /// The rules outlive the settings.
    explicit Settings(std::span<const SettingRule> rules);

    /// NotFound, Corrupt (with line and column), Invalid (an unknown key, a value that may not be).
    Result<> readFile(const std::filesystem::path& file);
    /// FOOTLIGHT_RELAY_RTMP is relay.rtmp where `prefix` is "FOOTLIGHT_RELAY_" and `home` is "relay";
    /// FOOTLIGHT_RELAY_LIMITS_CONNECTIONS is limits.connections. `environment` is that of main.
    Result<> readEnvironment(std::string_view prefix, std::string_view home, char** environment);
    /// `origin` begins the error: "--rtmp" or "relay.toml:3".
    Result<> set(std::string_view key, std::string text, std::string_view origin);

    [[nodiscard]] const std::string& text(std::string_view key) const;
    [[nodiscard]] std::int64_t number(std::string_view key) const;
    [[nodiscard]] bool isOn(std::string_view key) const;
    [[nodiscard]] Address address(std::string_view key) const;

    /// Every value as NAME=VALUE, for a child that reads them by readEnvironment().
    [[nodiscard]] std::vector<std::string> asEnvironment(std::string_view prefix,
                                                         std::string_view home) const;

private:
    [[nodiscard]] const SettingRule* find(std::string_view key) const;

    std::span<const SettingRule> rules_;
    std::map<std::string, std::string, std::less<>> values_;
};

}  // namespace footlight::app
