#pragma once

#include <soci/soci.h>

#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/result.h"

namespace footlight::store {

/// What the exception that is being handled means: Conflict for a broken UNIQUE or FOREIGN KEY, Unavailable
/// (full disk, locked, unreadable) otherwise. To be called inside a catch block.
Error currentFailure(std::string_view doing);

/// The outcome of `work`, a Result; what SOCI throws becomes one. `doing` completes "the database failed
/// while".
template <typename Work>
std::invoke_result_t<Work> attempt(std::string_view doing, Work work) {
    try {
        return work();
    } catch (const std::exception&) {
        return fail(currentFailure(doing));
    }
}

/// The same inside a transaction, which is committed where `work` succeeds and rolled back otherwise.
template <typename Work>
std::invoke_result_t<Work> transact(soci::session& sql, std::string_view doing, Work work) {
    return attempt(doing, [&]() -> std::invoke_result_t<Work> {
        soci::transaction transaction(sql);
        auto result = work();
        if (result) {
            transaction.commit();
        }
        return result;
    });
}

}  // namespace footlight::store
