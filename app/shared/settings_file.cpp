#include <toml++/toml.h>

#include "app/shared/settings.h"

namespace footlight::app {

namespace {

std::string placeOf(const std::string& file, const toml::source_region& source) {
    return file + ":" + std::to_string(source.begin.line);
}

/// The value as it would stand on a command line; nothing for what no setting can be.
std::optional<std::string> textOf(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) {
        return *text;
    }
    if (const auto number = node.value_exact<std::int64_t>()) {
        return std::to_string(*number);
    }
    if (const auto truth = node.value_exact<bool>()) {
        return *truth ? "true" : "false";
    }
    return std::nullopt;
}

Result<> readTable(Settings& settings, const toml::table& table, const std::string& name,
                   const std::string& file) {
    for (const auto& [key, node] : table) {
        const std::string full = name + "." + std::string(key.str());
        const std::string place = placeOf(file, key.source());
        auto text = textOf(node);
        if (!text) {
            return fail(ErrorCategory::Invalid, "settings.type",
                        place + ": " + full + " must be a text in quotes, a whole number, true or false");
        }
        if (auto done = settings.set(full, std::move(*text), place); !done) {
            return done;
        }
    }
    return {};
}

}  // namespace

Result<> Settings::readFile(const std::filesystem::path& file) {
    std::error_code missing;
    if (!std::filesystem::is_regular_file(file, missing)) {
        return fail(ErrorCategory::NotFound, "settings.file",
                    "there is no configuration file " + file.string() + "; make it, or leave out --config");
    }
    try {
        const toml::table root = toml::parse_file(file.string());
        for (const auto& [key, node] : root) {
            const toml::table* const table = node.as_table();
            if (table == nullptr) {
                return fail(ErrorCategory::Invalid, "settings.type",
                            placeOf(file.string(), key.source()) + ": " + std::string(key.str()) +
                                " stands outside a table; begin the file with [relay]");
            }
            if (auto done = readTable(*this, *table, std::string(key.str()), file.string()); !done) {
                return done;
            }
        }
    } catch (const toml::parse_error& error) {
        return fail(ErrorCategory::Corrupt, "settings.syntax",
                    placeOf(file.string(), error.source()) +
                        ": this is no TOML: " + std::string(error.description()));
    }
    return {};
}

}  // namespace footlight::app
