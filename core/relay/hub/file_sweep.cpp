#include "core/relay/hub/file_sweep.h"

#include <algorithm>

#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/room_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kAtATime = 200;
constexpr std::chrono::hours kLookAgain{24};

/// As files of ours are named: others are let alone.
bool isHash(const std::string& name) {
    constexpr std::size_t kDigits = 64;
    return name.size() == kDigits && name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::vector<std::string> filesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code failed;
    for (std::filesystem::directory_iterator file(folder, failed), end; !failed && file != end;
         file.increment(failed)) {
        if (auto name = file->path().filename().string(); isHash(name)) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

}  // namespace

void FileSweep::accountIsGone(const std::string& slate) {
    if (isHash(slate)) {
        slates_.push_back(slate);
    }
    gone_.notify();
}

Result<bool> FileSweep::isSlate(const std::string& hash) {
    return stores_.channels.usersOfSlate(hash).map([](std::size_t users) { return users > 0; });
}

net::Task<> FileSweep::begin() {
    IsUsed isUsed = [this](const std::string& hash) { return isSlate(hash); };
    co_await sweep(folders_.slates, std::move(isUsed));
}

net::Task<> FileSweep::removeSlates(std::vector<std::string> hashes) {
    if (hashes.empty()) {
        co_return;
    }
    auto work = [this, hashes]() -> Result<> {
        for (const auto& hash : hashes) {
            std::error_code failed;
            if (const auto used = isSlate(hash); used && !*used) {
                std::filesystem::remove(folders_.slates / hash, failed);
            }
        }
        return {};
    };
    // What is left is taken away at the next start.
    static_cast<void>(co_await database_.run(std::move(work)));
}

net::Task<> FileSweep::run() {
    for (;;) {
        IsUsed isPicture = [this](const std::string& hash) {
            return stores_.community.pages.pictureType(hash).map(
                [](const auto& type) { return type.has_value(); });
        };
        IsUsed isEmote = [this](const std::string& hash) {
            return stores_.rooms.emoteType(hash).map([](const auto& type) { return type.has_value(); });
        };
        co_await sweep(folders_.pictures, std::move(isPicture));
        co_await sweep(folders_.emotes, std::move(isEmote));
        co_await removeSlates(std::exchange(slates_, {}));
        co_await gone_.wait(kLookAgain);
    }
}

net::Task<> FileSweep::sweep(std::filesystem::path folder, IsUsed isUsed) {
    if (folder.empty()) {
        co_return;
    }
    auto list = [folder]() -> Result<std::vector<std::string>> { return filesIn(folder); };
    const auto names = co_await database_.run(std::move(list));
    std::size_t removed = 0;
    for (std::size_t at = 0; names && at < names->size(); at += kAtATime) {
        // Each file with its row in one turn of the database's worker, where uploads give files their rows
        // too.
        auto look = [&folder, &isUsed, &names, at]() -> Result<std::size_t> {
            std::size_t gone = 0;
            for (std::size_t i = at; i < std::min(at + kAtATime, names->size()); ++i) {
                const auto used = isUsed((*names)[i]);
                std::error_code failed;
                if (used && !*used && std::filesystem::remove(folder / (*names)[i], failed)) {
                    ++gone;
                }
            }
            return gone;
        };
        const auto count = co_await database_.run(std::move(look));
        removed += count.value_or(0);
    }
    if (removed > 0) {
        logger_.info("{} files of {} belonged to nobody any more", removed, folder.filename().string());
    }
}

}  // namespace footlight::relay::hub
