#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace footlight::tests {

/// One source file of ours, with its path from the repository's root.
struct SourceFile {
    std::string path;
    std::vector<std::string> lines;

    [[nodiscard]] std::string folder() const { return std::filesystem::path(path).parent_path().string(); }
    [[nodiscard]] bool isHeader() const { return path.ends_with(".h"); }
};

/// Every .h and .cpp under app, core, ui and tests.
std::vector<SourceFile> readSourceTree(const std::filesystem::path& root);

/// What stands between the quotes or brackets of an #include line; empty for other lines.
std::string includedName(const std::string& line);

}  // namespace footlight::tests
