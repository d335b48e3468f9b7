#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/signal.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Takes pictures, emotes and slates off the disk that no row speaks of any more: those of deleted accounts,
/// and what a kill left between a row and its file. Lives on the hub's loop.
class FileSweep {
public:
    struct Folders {
        std::filesystem::path pictures;
        std::filesystem::path emotes;
        std::filesystem::path slates;
    };

    FileSweep(Stores stores, net::WorkPool& database, Folders folders, Logger logger)
        : stores_(stores), database_(database), folders_(std::move(folders)), logger_(std::move(logger)) {}

    /// Slates, whose files are there before their rows: to be awaited before anybody can send one.
    [[nodiscard]] net::Task<> begin();
    /// The rows of an account have gone, and that of its slate (empty: it had none).
    void accountIsGone(const std::string& slate);
    /// Pictures and emotes, at the start and with each account that goes; a task of the hub.
    [[nodiscard]] net::Task<> run();

private:
    using IsUsed = std::function<Result<bool>(const std::string& hash)>;

    [[nodiscard]] Result<bool> isSlate(const std::string& hash);
    [[nodiscard]] net::Task<> removeSlates(std::vector<std::string> hashes);
    [[nodiscard]] net::Task<> sweep(std::filesystem::path folder, IsUsed isUsed);

    Stores stores_;
    net::WorkPool& database_;
    Folders folders_;
    Logger logger_;
    std::vector<std::string> slates_;  ///< of accounts that have gone
    Signal gone_;
};

}  // namespace footlight::relay::hub
