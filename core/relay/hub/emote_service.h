#pragma once

#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/slate_files.h"
#include "core/relay/ports/room_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

class Rooms;

/// Channels' own pictures, which are written `:name:`. On the hub's loop.
class EmoteService {
public:
    static constexpr std::uint64_t kLargest = 256 * 1024;
    static constexpr std::size_t kOfOneChannel = 100;
    static constexpr std::uint32_t kLongestSide = 512;  ///< pixels

    /// `files` is the folder in which they lie.
    EmoteService(Stores stores, net::WorkPool& database, Rooms& rooms, SlateFiles files, const Clock& clock)
        : stores_(stores), database_(database), rooms_(rooms), files_(std::move(files)), clock_(clock) {}

    [[nodiscard]] net::Task<Result<std::vector<chat::Emote>>> list(ChannelId channel);
    /// Adds it, or replaces the one of that name; who is in the room is told. Invalid (`emote.name`,
    /// `emote.kind`, `emote.size`), Conflict (`emote.too_many`).
    [[nodiscard]] net::Task<Result<std::vector<chat::Emote>>> put(accounts::Channel channel, std::string name,
                                                                  FilePtr upload, std::uint64_t size);
    /// NotFound (`emote.unknown`).
    [[nodiscard]] net::Task<Result<>> remove(accounts::Channel channel, std::string name);
    /// NotFound (`emote.unknown`) where no channel shows it.
    [[nodiscard]] net::Task<Result<Slate>> open(std::string hash);

private:
    [[nodiscard]] Result<std::vector<chat::Emote>> store(ChannelId channel, const std::string& name,
                                                         const FilePtr& upload, std::uint64_t size);
    void removeUnused(const std::string& hash);

    Stores stores_;
    net::WorkPool& database_;
    Rooms& rooms_;
    SlateFiles files_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
