#include "app/shared/private_files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/support/temp_dir.h"

namespace footlight::app {
namespace {

unsigned rightsOf(const std::filesystem::path& path) {
    struct stat status {};
    ::stat(path.c_str(), &status);
    return status.st_mode & 0777U;
}

std::string read(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST(PrivateFiles, FolderIsMadeForItsOwnerAlone) {
    const tests::TempDir folder;
    ASSERT_TRUE(preparePrivateFolder(folder / "a/b"));
    EXPECT_EQ(rightsOf(folder / "a/b"), 0700U);
    EXPECT_TRUE(preparePrivateFolder(folder / "a/b"));
}

TEST(PrivateFiles, FolderThatCannotBeIsNamed) {
    const auto refused = preparePrivateFolder("/proc/nowhere");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().category(), ErrorCategory::Unavailable);
    EXPECT_NE(refused.error().message().find("/proc/nowhere"), std::string::npos);
    EXPECT_NE(refused.error().message().find("--data"), std::string::npos);
}

TEST(PrivateFiles, TextIsReplacedAsAWhole) {
    const tests::TempDir folder;
    ASSERT_TRUE(writeAtomically(folder / "ports.json", "old, and longer"));
    ASSERT_TRUE(writeAtomically(folder / "ports.json", "new"));
    EXPECT_EQ(read(folder / "ports.json"), "new");
    EXPECT_EQ(rightsOf(folder / "ports.json"), 0600U);
    EXPECT_FALSE(std::filesystem::exists(folder / "ports.json.new"));
    EXPECT_FALSE(writeAtomically(folder / "missing/ports.json", "x"));
}

}  // namespace footlight::app
