#include "core/store/schema.h"

#include <gtest/gtest.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include <algorithm>

namespace footlight::store {
namespace {

const std::vector<Migration> kTwo{
    {1, "001_one", "CREATE TABLE one (x INTEGER);\n"},
    {2, "002_two", "CREATE TABLE two (x INTEGER);\nINSERT INTO two VALUES (7);\n"}};

class Schema : public testing::Test {
protected:
    int valueOf(const std::string& query) {
        int value = -1;
        sql_ << query, soci::into(value);
        return value;
    }

    soci::session sql_{soci::sqlite3, ":memory:"};
};

TEST_F(Schema, AppliesEachStepOnce) {
    ASSERT_TRUE(migrate(sql_, {kTwo.front()}));
    EXPECT_EQ(valueOf("SELECT version FROM schema_version"), 1);
    ASSERT_TRUE(migrate(sql_, kTwo));
    ASSERT_TRUE(migrate(sql_, kTwo));
    EXPECT_EQ(valueOf("SELECT version FROM schema_version"), 2);
    EXPECT_EQ(valueOf("SELECT COUNT(*) FROM two"), 1);
}

TEST_F(Schema, ANewerDatabaseIsLeftAloneAndSaysSo) {
    ASSERT_TRUE(migrate(sql_, kTwo));
    const auto refused = migrate(sql_, {kTwo.front()});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), "store.newer_schema");
    EXPECT_EQ(
        refused.error().message(),
        "A newer version of Footlight has written this database (schema 2; this program knows 1). Start the "
        "newer version, or use another data folder.");
}

TEST_F(Schema, AStepThatFailsChangesNothing) {
    auto broken = kTwo;
    broken.back().sql = "CREATE TABLE two (x INTEGER);\nNONSENSE;\n";
    const auto failed = migrate(sql_, broken);
    ASSERT_FALSE(failed);
    EXPECT_NE(failed.error().message().find("002_two"), std::string::npos);
    EXPECT_EQ(valueOf("SELECT version FROM schema_version"), 1);
    EXPECT_EQ(valueOf("SELECT COUNT(*) FROM sqlite_master WHERE name = 'two'"), 0);
    EXPECT_TRUE(migrate(sql_, kTwo)) << "the repaired step goes on from there";
}

TEST(SchemaStatements, AreSplitAtSemicolonsThatEndALine) {
    const auto statements = splitStatements("-- a comment; with a semicolon;\nA;\n\nB\n  'x;y' C;\n");
    ASSERT_EQ(statements.size(), 2U);
    EXPECT_EQ(statements[0], "A;\n");
    EXPECT_EQ(statements[1], "B\n  'x;y' C;\n");
}

TEST_F(Schema, AGapInTheNumbersIsNothing) {
    auto apart = kTwo;
    apart.back().number = 5;
    ASSERT_TRUE(migrate(sql_, apart));
    EXPECT_EQ(valueOf("SELECT version FROM schema_version"), 5);
    EXPECT_TRUE(migrate(sql_, apart)) << "it is not taken for a newer program's";
}

TEST_F(Schema, SessionsOfTheOwnAppThatWereNamedSoAreMarked) {
    const auto all = embeddedMigrations();
    const auto marks =
        std::find_if(all.begin(), all.end(), [](const auto& each) { return each.number == 13; });
    ASSERT_TRUE(migrate(sql_, {all.begin(), marks}));
    sql_ << "INSERT INTO users (id, name, name_folded, password_hash, role, created_at) "
            "VALUES ('u', 'ada', 'ada', '', 'owner', 1)";
    for (const auto* device : {"Footlight on x (this relay''s own app)", "Footlight on x"}) {
        sql_
            << "INSERT INTO sessions (id, user_id, token_hash, created_at, expires_at, device, address_hash, "
               "last_used_at) VALUES ('" +
                   std::string(device) + "', 'u', '" + device + "', 1, 2, '" + device + "', '', 1)";
    }
    ASSERT_TRUE(migrate(sql_, all));
    EXPECT_EQ(valueOf("SELECT COUNT(*) FROM sessions WHERE device = 'Footlight on x'"), 2);
    EXPECT_EQ(valueOf("SELECT COUNT(*) FROM sessions WHERE own_app = 1 AND id LIKE '%own app)'"), 1);
    EXPECT_EQ(valueOf("SELECT COUNT(*) FROM sessions WHERE own_app = 1"), 1);
}

TEST(SchemaStatements, TheNumbersOfTheEmbeddedMigrationsGrow) {
    const auto migrations = embeddedMigrations();
    ASSERT_FALSE(migrations.empty());
    for (std::size_t i = 0; i < migrations.size(); ++i) {
        EXPECT_GT(migrations[i].number, i == 0 ? 0 : migrations[i - 1].number);
        EXPECT_FALSE(splitStatements(migrations[i].sql).empty());
    }
}

}  // namespace
}  // namespace footlight::store
