#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace soci {
class session;
}

namespace footlight::store {

/// One step of the schema, from resources/migrations. Numbers grow; a gap is nothing.
struct Migration {
    int number;
    std::string_view name;
    std::string_view sql;
};

/// The steps that this program knows, in their order; the source is made at build time.
std::vector<Migration> embeddedMigrations();

/// Brings the database to the last of `migrations`, each in a transaction of its own: killed half-way, the
/// next start goes on from there. Unsupported where the database is further than that.
Result<> migrate(soci::session& sql, const std::vector<Migration>& migrations);

/// The statements of a migration, without comments.
std::vector<std::string> splitStatements(std::string_view sql);

}  // namespace footlight::store
