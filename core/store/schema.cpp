#include "core/store/schema.h"

#include <string>

#include "core/store/attempt.h"

namespace footlight::store {
namespace {

int currentVersion(soci::session& sql) {
    int version = 0;
    sql << "SELECT version FROM schema_version", soci::into(version);
    return version;
}

Result<int> openVersion(soci::session& sql) {
    return attempt("reading its version", [&]() -> Result<int> {
        sql << "CREATE TABLE IF NOT EXISTS schema_version "
               "(only_row INTEGER PRIMARY KEY CHECK (only_row = 1), version INTEGER NOT NULL)";
        sql << "INSERT INTO schema_version (only_row, version) VALUES (1, 0) ON CONFLICT DO NOTHING";
        return currentVersion(sql);
    });
}

Result<> apply(soci::session& sql, const Migration& migration) {
    return transact(sql, "migrating to " + std::string(migration.name), [&]() -> Result<> {
        // Takes the writer's lock before reading: two programs that start at once migrate once.
        sql << "UPDATE schema_version SET version = version";
        if (currentVersion(sql) >= migration.number) {
            return {};
        }
        for (const auto& statement : splitStatements(migration.sql)) {
            sql << statement;
        }
        sql << "UPDATE schema_version SET version = :version", soci::use(migration.number);
        return {};
    });
}

}  // namespace

std::vector<std::string> splitStatements(std::string_view sql) {
    std::vector<std::string> statements;
    std::string statement;
    while (!sql.empty()) {
        const auto end = std::min(sql.find('\n'), sql.size());
        const auto line = sql.substr(0, end);
        sql.remove_prefix(std::min(end + 1, sql.size()));
        if (line.starts_with("--") || (line.empty() && statement.empty())) {
            continue;
        }
        statement += line;
        statement += '\n';
        if (line.ends_with(';')) {
            statements.push_back(std::move(statement));
            statement.clear();
        }
    }
    return statements;
}

Result<> migrate(soci::session& sql, const std::vector<Migration>& migrations) {
    const auto version = openVersion(sql);
    if (!version) {
        return fail(version.error());
    }
    const int known = migrations.empty() ? 0 : migrations.back().number;
    if (*version > known) {
        return fail(ErrorCategory::Unsupported, "store.newer_schema",
                    "A newer version of Footlight has written this database (schema " +
                        std::to_string(*version) + "; this program knows " + std::to_string(known) +
                        "). Start the newer version, or use another data folder.");
    }
    for (const auto& migration : migrations) {
        if (migration.number <= *version) {
            continue;
        }
        if (const auto applied = apply(sql, migration); !applied) {
            return applied;
        }
    }
    return {};
}

}  // namespace footlight::store
