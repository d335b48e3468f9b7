#pragma once

#include <filesystem>
#include <memory>

#include "core/base/result.h"
#include "core/relay/ports/stores.h"

namespace footlight::store {

/// The relay's SQLite database (WAL, every commit synced, foreign keys): one class per table behind the hub's
/// ports. One thread at a time uses stores(), and one, which may be another, reading(); several processes may
/// have it open.
class Database {
public:
    /// Makes the file (readable by its owner alone) where it is missing and brings it to this program's
    /// schema. Unsupported where a newer program has written it; Unavailable where the folder cannot be used.
    static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] relay::Stores stores();
    /// The same by a connection of its own, which sees what is committed and writes nothing.
    [[nodiscard]] relay::Stores reading();

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::store
