#pragma once

#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/slate_files.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// Channels' avatars and banners. On the hub's loop.
class PictureService {
public:
    static constexpr std::uint64_t kLargestAvatar = std::uint64_t{2} << 20U;
    static constexpr std::uint64_t kLargestBanner = std::uint64_t{4} << 20U;
    /// Of either side, in pixels.
    static constexpr std::uint32_t kShortest = 16;
    static constexpr std::uint32_t kLongestOfAvatar = 2'048;
    static constexpr std::uint32_t kLongestOfBanner = 4'096;

    /// `files` is the folder in which they lie.
    PictureService(Stores stores, net::WorkPool& database, SlateFiles files)
        : stores_(stores), database_(database), files_(std::move(files)) {}

    /// Takes the place of the former one; returns the hash by which it is found. Invalid (`picture.kind`,
    /// `picture.size`).
    [[nodiscard]] net::Task<Result<std::string>> put(accounts::Channel channel, PictureKind kind,
                                                     FilePtr upload, std::uint64_t size);
    /// Done as well where there was none.
    [[nodiscard]] net::Task<Result<>> remove(accounts::Channel channel, PictureKind kind);
    /// The hashes of both; empty where a channel has none.
    struct Hashes {
        std::string avatar;
        std::string banner;
    };
    [[nodiscard]] net::Task<Result<Hashes>> of(ChannelId channel);
    /// NotFound (`picture.unknown`) where no channel shows it.
    [[nodiscard]] net::Task<Result<Slate>> open(std::string hash);

private:
    [[nodiscard]] Result<std::string> store(ChannelId channel, PictureKind kind, const FilePtr& upload,
                                            std::uint64_t size);
    void removeUnused(const std::string& hash);

    Stores stores_;
    net::WorkPool& database_;
    SlateFiles files_;
};

}  // namespace footlight::relay::hub
