#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/result.h"

namespace footlight::relay {

struct PageLink {
    std::string name;
    std::string url;

    bool operator==(const PageLink&) const = default;
};

/// What a channel tells of itself.
struct ChannelPage {
    std::string description;
    std::vector<PageLink> links;
    std::string category;           ///< may be empty
    std::vector<std::string> tags;  ///< in lower case

    bool operator==(const ChannelPage&) const = default;
};

/// What a channel of the directory must be. Empty texts ask for nothing.
struct DirectoryQuestion {
    std::string category;
    std::string tag;
    std::string search;             ///< stands in its name, title, description or a tag
    std::vector<ChannelId> live{};  ///< those that are on air
    bool isLiveOnly = false;        ///< it is one of those
};

enum class PictureKind : std::uint8_t { Avatar, Banner };

/// A file, named by its hash.
struct StoredPicture {
    std::string hash;
    std::string type;  ///< its content type
};

struct DirectoryEntry {
    accounts::Channel channel;
    std::string category;
    std::vector<std::string> tags;
    std::int64_t followers = 0;
    std::string avatar{};  ///< its hash; may be empty
};

/// Channels' pages, and the channels that are found by them. Every call blocks: made on the hub's database
/// worker.
class PageStore {
public:
    virtual ~PageStore() = default;
    /// An empty one where nothing was told.
    virtual Result<ChannelPage> find(ChannelId channel) = 0;
    virtual Result<> put(ChannelId channel, const ChannelPage& page) = 0;
    /// Of the public ones, those with most followers first: all that are on air, and up to `limit` of all.
    virtual Result<std::vector<DirectoryEntry>> search(const DirectoryQuestion& question,
                                                       std::size_t limit) = 0;

    virtual Result<std::optional<StoredPicture>> picture(ChannelId channel, PictureKind kind) = 0;
    virtual Result<> putPicture(ChannelId channel, PictureKind kind, const StoredPicture& picture) = 0;
    virtual Result<> removePicture(ChannelId channel, PictureKind kind) = 0;
    /// The content type of a file that some channel shows; nothing where none does.
    virtual Result<std::optional<std::string>> pictureType(const std::string& hash) = 0;
};

}  // namespace footlight::relay
