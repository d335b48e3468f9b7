#include "core/store/attempt.h"

#include <soci/sqlite3/soci-sqlite3.h>

#include <string>

namespace footlight::store {
namespace {

// The low byte of an SQLite result is its primary code.
constexpr int kPrimaryCode = 0xFF;

Error describe(std::string_view doing, int code, const std::string& text) {
    const std::string prefix = "The database failed while " + std::string(doing) + ": ";
    switch (code & kPrimaryCode) {
        case SQLITE_CONSTRAINT:
            return {ErrorCategory::Conflict, "store.conflict", prefix + text};
        case SQLITE_FULL:
            return {ErrorCategory::Unavailable, "store.disk_full",
                    prefix + "the disk is full; make room on it and try again"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCategory::Unavailable, "store.locked",
                    prefix + "another program holds the database; try again"};
        case SQLITE_IOERR:
            return {ErrorCategory::Unavailable, "store.disk",
                    prefix + "the disk cannot be read or written (" + text +
                        "); check that it has room and works"};
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
            return {ErrorCategory::Unavailable, "store.not_writable",
                    prefix + "the data folder is not writable; make it so, or choose another one"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCategory::Corrupt, "store.corrupt",
                    prefix + "the file is damaged or no database of Footlight; restore it from a backup"};
        default:
            return {ErrorCategory::Unavailable, "store.failed", prefix + text};
    }
}

}  // namespace

Error currentFailure(std::string_view doing) {
    try {
        throw;
    } catch (const soci::sqlite3_soci_error& error) {
        return describe(doing, error.result(), error.what());
    } catch (const std::exception& error) {
        return describe(doing, SQLITE_ERROR, error.what());
    }
}

}  // namespace footlight::store
