#include <gtest/gtest.h>

#include <map>

#include "tests/arch/source_tree.h"

namespace footlight::tests {
namespace {

/// A folder of ours and the folders whose headers it may include besides its own; a name stands for itself
/// and what is below it. The table of ARCHITECTURE.md.
const std::map<std::string, std::vector<std::string>> kMayInclude = {
    {"core/base", {}},
    {"core/net", {"core/base"}},
    {"core/media", {"core/base"}},
    {"core/chat", {"core/base"}},
    {"core/accounts", {"core/base"}},
    {"core/jobs", {"core/base"}},
    {"core/mail", {"core/base"}},
    {"core/rtmp/protocol", {"core/base", "core/media"}},
    {"core/rtmp/session", {"core/base", "core/media", "core/net", "core/rtmp"}},
    {"core/hls", {"core/base", "core/media"}},
    {"core/wire", {"core/base", "core/chat", "core/accounts"}},
    {"core/relay/ports",
     {"core/base", "core/net/async", "core/media/types", "core/chat", "core/accounts", "core/jobs"}},
    {"core/relay/gateway",
     {"core/base", "core/media/types", "core/net", "core/rtmp/session", "core/wire", "core/accounts"}},
    {"core/relay/transcoder", {"core/base", "core/media", "core/net/async", "core/rtmp/session"}},
    {"core/relay/slates", {"core/base", "core/net/async", "core/media/types", "core/relay/ports"}},
    {"core/blob/directory", {"core/base", "core/relay/ports"}},
    {"core/relay/recording", {"core/base", "core/net/async", "core/media", "core/hls", "core/relay/ports"}},
    {"core/relay/origin",
     {"core/base", "core/net", "core/media", "core/rtmp", "core/hls", "core/wire", "core/accounts",
      "core/relay/ports"}},
    {"core/relay/fanout", {"core/base", "core/net", "core/media/types", "core/rtmp", "core/relay/ports"}},
    {"core/relay/vod",
     {"core/base", "core/net", "core/media", "core/rtmp", "core/hls", "core/accounts", "core/relay/ports",
      "core/relay/recording", "core/relay/origin"}},
    {"core/relay/hub",
     {"core/base", "core/net", "core/wire", "core/chat", "core/accounts", "core/jobs", "core/mail",
      "core/relay/ports", "core/relay/jobs"}},
    {"core/relay/jobs", {"core/base", "core/net/async", "core/jobs", "core/relay/ports"}},
    {"core/relay/api",
     {"core/base", "core/net", "core/wire", "core/chat", "core/accounts", "core/relay/ports",
      "core/relay/hub"}},
    {"core/store", {"core/base", "core/net", "core/relay/ports", "core/chat", "core/accounts", "core/jobs"}},
    {"core/capture",
     {"core/base", "core/media/types", "core/media/bitstream", "core/rtmp", "core/net/async",
      "core/net/stream"}},
    {"core/playback", {"core/base", "core/media", "core/hls"}},
    {"core/client", {"core/base", "core/wire", "core/chat", "core/accounts"}},
    {"ui/theme", {}},
    {"ui/widgets", {"ui/theme"}},
    {"ui/models", {"core/base", "core/wire", "core/chat", "core/accounts"}},
    {"ui/pictures", {"core/base", "core/client"}},
    {"ui/chat",
     {"ui/theme", "ui/widgets", "ui/models", "ui/pictures", "core/base", "core/wire", "core/chat",
      "core/client"}},
    {"ui/audience",
     {"ui/theme", "ui/widgets", "ui/models", "ui/pictures", "core/base", "core/wire", "core/chat",
      "core/client"}},
    {"ui/shell", {"ui/theme", "ui/widgets", "ui/models", "core/base", "core/wire"}},
    {"ui/studio",
     {"ui/theme", "ui/widgets", "ui/models", "ui/chat", "ui/audience", "core/base", "core/wire", "core/chat",
      "core/capture", "core/client"}},
    {"ui/watch",
     {"ui/theme", "ui/widgets", "ui/models", "ui/chat", "ui/audience", "core/base", "core/wire",
      "core/playback", "core/client"}},
    {"ui/channel",
     {"ui/theme", "ui/widgets", "ui/models", "ui/pictures", "core/base", "core/wire", "core/client"}},
    {"ui/recordings", {"ui/theme", "ui/widgets", "ui/models", "core/base", "core/wire", "core/client"}},
    {"ui/people",
     {"ui/theme", "ui/widgets", "ui/models", "ui/pictures", "core/base", "core/wire", "core/client"}},
    {"ui/settings",
     {"ui/theme", "ui/widgets", "ui/models", "core/base", "core/wire", "core/capture", "core/client"}},
};

bool isWithin(const std::string& folder, const std::string& ancestor) {
    return folder == ancestor || folder.starts_with(ancestor + "/");
}

/// The row of the table that a folder falls under: the longest name that holds it.
std::string rowOf(const std::string& folder) {
    std::string best;
    for (const auto& [name, allowed] : kMayInclude) {
        if (isWithin(folder, name) && name.size() > best.size()) {
            best = name;
        }
    }
    return best;
}

bool isAllowed(const std::string& row, const std::string& included) {
    const auto& allowed = kMayInclude.at(row);
    return isWithin(included, row) || std::any_of(allowed.begin(), allowed.end(),
                                                  [&](const auto& name) { return isWithin(included, name); });
}

bool isOurs(const std::string& name) {
    return name.starts_with("core/") || name.starts_with("ui/") || name.starts_with("app/") ||
           name.starts_with("tests/");
}

/// The libraries that are met in one folder only.
std::string homeOfLibrary(const std::string& name) {
    static const std::map<std::string, std::string> kHomes = {
        {"libav", "core/media/ffmpeg"}, {"libsw", "core/media/ffmpeg"}, {"obs", "core/capture"},
        {"srt/", "core/relay/gateway"}, {"soci/", "core/store"},        {"sqlite3", "core/store"},
        {"curl/", "core/mail"},         {"utf8proc", "core/chat"},      {"qrencode", "ui/people"},
    };
    for (const auto& [prefix, home] : kHomes) {
        if (name.starts_with(prefix)) {
            return home;
        }
    }
    return {};
}

}  // namespace

TEST(IncludeTable, NobodyIncludesWhatTheTableForbids) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        const auto folder = source.folder();
        if (folder.starts_with("tests") || folder.starts_with("app")) {
            continue;
        }
        const auto row = rowOf(folder);
        ASSERT_FALSE(row.empty()) << folder << " has no row in the include table";
        for (const auto& line : source.lines) {
            const auto name = includedName(line);
            if (!isOurs(name)) {
                continue;
            }
            EXPECT_TRUE(isAllowed(row, std::filesystem::path(name).parent_path().string()))
                << source.path << " may not include " << name;
        }
    }
}

TEST(IncludeTable, EachLibraryIsMetInItsOwnFolder) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        if (source.path.starts_with("tests")) {
            continue;
        }
        for (const auto& line : source.lines) {
            const auto home = homeOfLibrary(includedName(line));
            EXPECT_TRUE(home.empty() || isWithin(source.folder(), home))
                << source.path << " includes " << includedName(line) << ", whose place is " << home;
        }
    }
}

TEST(IncludeTable, OnlyTheAppKnowsTheApp) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        if (source.path.starts_with("tests") || source.path.starts_with("app")) {
            continue;
        }
        for (const auto& line : source.lines) {
            const auto name = includedName(line);
            EXPECT_FALSE(name.starts_with("app/") || name.starts_with("tests/"))
                << source.path << ": " << name;
        }
    }
}

TEST(IncludeTable, RelayNeedsNoQt) {
    for (const auto& source : readSourceTree(FOOTLIGHT_SOURCE_DIR)) {
        const bool mayUseQt = source.path.starts_with("ui/") || source.path.starts_with("tests/") ||
                              source.path.starts_with("app/desktop") ||
                              source.path.starts_with("core/client") ||
                              source.path.starts_with("core/playback");
        for (const auto& line : source.lines) {
            const auto name = includedName(line);
            const bool isQt = name.size() > 1 && name[0] == 'Q' && std::isupper(name[1]) != 0;
            EXPECT_FALSE(isQt && !mayUseQt) << source.path << ": " << name;
        }
    }
}

}  // namespace footlight::tests
