#include "app/shared/settings.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace footlight::app {

namespace {

std::optional<std::int64_t> toNumber(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

std::string join(const std::vector<std::string_view>& words) {
    std::string text;
    for (const std::string_view word : words) {
        text += (text.empty() ? "" : ", ") + std::string(word);
    }
    return text;
}

/// What is wrong with the value, as the end of a sentence; empty where nothing is.
std::string complaint(const SettingRule& rule, const std::string& text) {
    switch (rule.kind) {
        case SettingKind::Text:
            return rule.complaint == nullptr ? std::string() : rule.complaint(text);
        case SettingKind::Address: {
            const auto address = Address::parse(text);
            return address ? std::string() : address.error().message();
        }
        case SettingKind::Number: {
            const auto number = toNumber(text);
            const bool isInside = number && *number >= rule.least && *number <= rule.most;
            return isInside ? std::string()
                            : "must be a whole number from " + std::to_string(rule.least) + " to " +
                                  std::to_string(rule.most);
        }
        case SettingKind::Boolean:
            return text == "true" || text == "false" ? std::string() : "must be true or false";
        case SettingKind::Choice:
            return std::ranges::find(rule.choices, text) != rule.choices.end()
                       ? std::string()
                       : "must be one of " + join(rule.choices);
    }
    return {};
}

std::string environmentName(std::string_view key, std::string_view prefix, std::string_view home) {
    if (key.starts_with(home) && key.substr(home.size()).starts_with('.')) {
        key.remove_prefix(home.size() + 1);
    }
    std::string name(prefix);
    for (const char c : key) {
        name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
    return name;
}

}  // namespace

Settings::Settings(std::span<const SettingRule> rules) : rules_(rules) {
    for (const SettingRule& rule : rules) {
        values_.emplace(rule.key, rule.fallback);
    }
}

const SettingRule* Settings::find(std::string_view key) const {
    const auto found = std::ranges::find(rules_, key, &SettingRule::key);
    return found == rules_.end() ? nullptr : &*found;
}

Result<> Settings::set(std::string_view key, std::string text, std::string_view origin) {
    const SettingRule* const rule = find(key);
    if (rule == nullptr) {
        std::string known;
        for (const SettingRule& one : rules_) {
            known += (known.empty() ? "" : ", ") + std::string(one.key);
        }
        return fail(
            ErrorCategory::Invalid, "settings.key",
            std::string(origin) + ": there is no setting " + std::string(key) + "; there are " + known);
    }
    if (const std::string wrong = complaint(*rule, text); !wrong.empty()) {
        return fail(ErrorCategory::Invalid, "settings.value",
                    std::string(origin) + ": " + std::string(key) + " is \"" + text + "\", but " + wrong);
    }
    values_.find(key)->second = std::move(text);
    return {};
}

Result<> Settings::readEnvironment(std::string_view prefix, std::string_view home, char** environment) {
    for (; *environment != nullptr; ++environment) {
        const std::string_view entry(*environment);
        if (!entry.starts_with(prefix)) {
            continue;
        }
        const std::string_view name = entry.substr(0, entry.find('='));
        const auto rule = std::ranges::find_if(
            rules_, [&](const SettingRule& one) { return environmentName(one.key, prefix, home) == name; });
        if (rule == rules_.end()) {
            return fail(ErrorCategory::Invalid, "settings.environment",
                        "environment variable " + std::string(name) + " names no setting; unset it");
        }
        const std::string origin = "environment variable " + std::string(name);
        auto done =
            set(rule->key, std::string(entry.substr(std::min(name.size() + 1, entry.size()))), origin);
        if (!done) {
            return done;
        }
    }
    return {};
}

const std::string& Settings::text(std::string_view key) const { return values_.find(key)->second; }
std::int64_t Settings::number(std::string_view key) const { return toNumber(text(key)).value_or(0); }
bool Settings::isOn(std::string_view key) const { return text(key) == "true"; }
Address Settings::address(std::string_view key) const {
    return Address::parse(text(key)).value_or(Address{});
}

std::vector<std::string> Settings::asEnvironment(std::string_view prefix, std::string_view home) const {
    std::vector<std::string> entries;
    for (const auto& [key, value] : values_) {
        entries.push_back(environmentName(key, prefix, home) + "=" + value);
    }
    return entries;
}

}  // namespace footlight::app
