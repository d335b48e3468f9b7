#pragma once

#include "core/relay/ports/page_store.h"

namespace soci {
class session;
}

namespace footlight::store {

/// The table channel_pages. One thread at a time; owned by Database.
class Pages final : public relay::PageStore {
public:
    explicit Pages(soci::session& sql) : sql_(sql) {}

    Result<relay::ChannelPage> find(ChannelId channel) override;
    Result<> put(ChannelId channel, const relay::ChannelPage& page) override;
    Result<std::vector<relay::DirectoryEntry>> search(const relay::DirectoryQuestion& question,
                                                      std::size_t limit) override;
    Result<std::optional<relay::StoredPicture>> picture(ChannelId channel, relay::PictureKind kind) override;
    Result<> putPicture(ChannelId channel, relay::PictureKind kind,
                        const relay::StoredPicture& picture) override;
    Result<> removePicture(ChannelId channel, relay::PictureKind kind) override;
    Result<std::optional<std::string>> pictureType(const std::string& hash) override;

private:
    /// `which` is of this source alone.
    std::vector<relay::DirectoryEntry> found(const relay::DirectoryQuestion& question,
                                             const std::string& which, std::size_t limit);

    soci::session& sql_;
};

}  // namespace footlight::store
