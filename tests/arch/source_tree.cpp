#include "tests/arch/source_tree.h"

#include <fstream>
#include <regex>

namespace footlight::tests {
namespace {

SourceFile readSource(const std::filesystem::path& file, const std::filesystem::path& root) {
    SourceFile source{std::filesystem::relative(file, root).generic_string(), {}};
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        source.lines.push_back(line);
    }
    return source;
}

}  // namespace

std::vector<SourceFile> readSourceTree(const std::filesystem::path& root) {
    std::vector<SourceFile> sources;
    for (const char* top : {"app", "core", "ui", "tests"}) {
        if (!std::filesystem::exists(root / top)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (entry.is_regular_file() && (extension == ".h" || extension == ".cpp")) {
                sources.push_back(readSource(entry.path(), root));
            }
        }
    }
    return sources;
}

std::string includedName(const std::string& line) {
    static const std::regex kInclude(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
    std::smatch match;
    return std::regex_search(line, match, kInclude) ? match[1].str() : std::string();
}

}  // namespace footlight::tests
