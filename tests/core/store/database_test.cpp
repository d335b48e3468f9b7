#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <sys/stat.h>

#include <fstream>

#include "tests/core/store/store_fixture.h"

namespace footlight::store {
namespace {

class DatabaseFile : public StoreTest {
protected:
    static unsigned rightsOf(const std::filesystem::path& file) {
        struct stat status {};
        EXPECT_EQ(::stat(file.c_str(), &status), 0);
        return status.st_mode & 0777U;
    }
    std::string pragma(const std::string& name) {
        soci::session sql(soci::sqlite3, "dbname=\"" + file_.string() + "\"");
        std::string value;
        sql << "PRAGMA " + name, soci::into(value);
        return value;
    }
};

TEST_F(DatabaseFile, IsReadableByItsOwnerAlone) {
    makeUser("Ada");
    EXPECT_EQ(rightsOf(file_), 0600U);
    EXPECT_EQ(rightsOf(file_.string() + "-wal"), 0600U);
    ASSERT_EQ(::chmod(file_.c_str(), 0644), 0);
    reopen();
    EXPECT_EQ(rightsOf(file_), 0600U);
}

TEST_F(DatabaseFile, IsInWriteAheadMode) { EXPECT_EQ(pragma("journal_mode"), "wal"); }

TEST_F(DatabaseFile, TwoProgramsMayHaveItOpen) {
    auto other = Database::open(file_);
    ASSERT_TRUE(other);
    makeUser("Ada");
    EXPECT_TRUE(*(*other)->stores().accounts.find("Ada"));
    EXPECT_TRUE((*other)->stores().channels.create({"Stage", std::nullopt, kNow}));
    EXPECT_EQ(channelOf("stage").name, "Stage");
}

TEST_F(DatabaseFile, TheReadingSideSeesWhatIsCommittedAndWritesNothing) {
    makeUser("Ada");
    EXPECT_TRUE(*database_->reading().accounts.find("Ada"));
    const auto made = database_->reading().channels.create({"Stage", std::nullopt, kNow});
    EXPECT_FALSE(made);
    EXPECT_FALSE(*stores().channels.find("Stage"));
}

TEST_F(DatabaseFile, TheReadingSideWaitsForNobodyWhoWrites) {
    makeUser("Ada");
    soci::session writer(soci::sqlite3, "dbname=\"" + file_.string() + "\"");
    writer << "BEGIN IMMEDIATE";
    writer << "UPDATE users SET name = 'Eve'";
    const auto found = database_->reading().accounts.find("Ada");
    ASSERT_TRUE(found) << found.error().text();
    EXPECT_EQ((*found)->account.name, "Ada") << "as it was before";
    writer << "ROLLBACK";
}

TEST_F(DatabaseFile, AFolderThatIsMissingIsNamed) {
    const auto opened = Database::open(folder_ / "missing/footlight.db");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().category(), ErrorCategory::Unavailable);
    EXPECT_NE(opened.error().message().find("missing/footlight.db"), std::string::npos);
}

TEST_F(DatabaseFile, AFileThatIsNoDatabaseIsRefusedAndKept) {
    const auto file = folder_ / "notes.txt";
    const std::string text(4096, 'x');
    std::ofstream(file) << text;
    const auto opened = Database::open(file);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code(), "store.corrupt");
    EXPECT_EQ(std::filesystem::file_size(file), text.size());
}

TEST_F(DatabaseFile, ANewerSchemaIsRefused) {
    database_.reset();
    {
        soci::session sql(soci::sqlite3, "dbname=\"" + file_.string() + "\"");
        sql << "UPDATE schema_version SET version = 999";
    }
    const auto opened = Database::open(file_);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code(), "store.newer_schema");
}

}  // namespace
}  // namespace footlight::store
