#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace footlight::wire {

struct PageLink {
    std::string name;
    std::string url;

    bool operator==(const PageLink&) const = default;
};

/// GET and PUT /api/v1/channels/{name}/page: what a channel tells of itself.
struct ChannelAbout {
    std::string description;
    std::vector<PageLink> links;
    std::string category;           ///< may be empty
    std::vector<std::string> tags;  ///< in lower case

    bool operator==(const ChannelAbout&) const = default;
};

/// PUT /api/v1/channels/{name}/avatar or banner: shown from GET /api/v1/pictures/{hash}.
struct ChannelPicture {
    std::string hash;

    bool operator==(const ChannelPicture&) const = default;
};

/// One channel of the directory.
struct DirectoryItem {
    std::string channel;
    std::string title;
    std::string category;
    std::vector<std::string> tags;
    std::int64_t followers = 0;
    bool live = false;
    std::int64_t viewers = 0;
    std::optional<std::string> avatar{};  ///< the hash of its picture

    bool operator==(const DirectoryItem&) const = default;
};

/// GET /api/v1/directory: those on air first, those with most viewers before others, then those with most
/// followers, then by name.
struct Directory {
    std::vector<DirectoryItem> items;
    std::optional<std::string> next{};  ///< the `page` of the following request

    bool operator==(const Directory&) const = default;
};

}  // namespace footlight::wire
