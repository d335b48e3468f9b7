#include "core/relay/hub/emote_service.h"

#include <algorithm>

#include "core/relay/hub/picture_size.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kShortestName = 2;
constexpr std::size_t kLongestName = 25;

bool isName(const std::string& name) {
    constexpr std::string_view kCharacters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    return name.size() >= kShortestName && name.size() <= kLongestName &&
           name.find_first_not_of(kCharacters) == std::string::npos;
}

bool isPictureType(const std::string& type) {
    return type == "image/png" || type == "image/gif" || type == "image/webp";
}

tl::unexpected<Error> notAPicture() {
    return fail(ErrorCategory::Invalid, "emote.kind", "An emote is a PNG, GIF or WebP picture.");
}

/// Before the file has a name: everybody in the room decodes it.
Result<> check(const FilePtr& upload, std::uint64_t size) {
    const auto bytes = contentsOf(upload->descriptor(), size);
    const auto gif = gifSizeOf(bytes);
    const auto pixels = gif ? gif : pictureSizeOf(bytes);
    if (!pixels) {
        return notAPicture();
    }
    const auto longest = std::max(pixels->width, pixels->height);
    if (std::min(pixels->width, pixels->height) == 0 || longest > EmoteService::kLongestSide) {
        return fail(ErrorCategory::Invalid, "emote.size",
                    "Each side has 1 to " + std::to_string(EmoteService::kLongestSide) +
                        " pixels; this one is " + std::to_string(pixels->width) + " by " +
                        std::to_string(pixels->height) + ".");
    }
    return {};
}

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "emote.unknown", "There is no such emote.");
}

}  // namespace

net::Task<Result<std::vector<chat::Emote>>> EmoteService::list(ChannelId channel) {
    auto read = [this, channel] { return stores_.rooms.emotes(channel); };
    co_return co_await database_.run(std::move(read));
}

void EmoteService::removeUnused(const std::string& hash) {
    const auto used = stores_.rooms.emoteType(hash);
    if (used && !*used) {
        files_.remove(hash);
    }
}

Result<std::vector<chat::Emote>> EmoteService::store(ChannelId channel, const std::string& name,
                                                     const FilePtr& upload, std::uint64_t size) {
    if (auto good = check(upload, size); !good) {
        return fail(std::move(good.error()));
    }
    auto before = stores_.rooms.emotes(channel);
    if (!before) {
        return before;
    }
    const auto same = std::ranges::find(*before, name, &chat::Emote::name);
    if (same == before->end() && before->size() >= kOfOneChannel) {
        return fail(ErrorCategory::Conflict, "emote.too_many",
                    "A channel has at most 100 emotes. Remove one of them first.");
    }
    const auto taken = files_.take(upload);
    if (!taken && taken.error().category() != ErrorCategory::Invalid) {
        return fail(taken.error());
    }
    if (!taken || !isPictureType(taken->type)) {
        if (taken) {
            removeUnused(taken->hash);
        }
        return notAPicture();
    }
    if (auto put = stores_.rooms.putEmote(channel, {name, taken->hash}, taken->type, clock_.utcNow()); !put) {
        return fail(std::move(put.error()));
    }
    if (same != before->end() && same->hash != taken->hash) {
        removeUnused(same->hash);
    }
    return stores_.rooms.emotes(channel);
}

net::Task<Result<std::vector<chat::Emote>>> EmoteService::put(accounts::Channel channel, std::string name,
                                                              FilePtr upload, std::uint64_t size) {
    if (!isName(name)) {
        co_return fail(ErrorCategory::Invalid, "emote.name",
                       "An emote's name has 2 to 25 characters of A-Z a-z 0-9 _ and -.");
    }
    if (size == 0 || size > kLargest) {
        co_return fail(ErrorCategory::Invalid, "emote.size", "An emote has at most 256 KiB.");
    }
    auto write = [this, id = channel.id, name, upload, size] { return store(id, name, upload, size); };
    auto emotes = co_await database_.run(std::move(write));
    if (emotes) {
        rooms_.setEmotes(channel.id, *emotes);
    }
    co_return emotes;
}

net::Task<Result<>> EmoteService::remove(accounts::Channel channel, std::string name) {
    auto write = [this, id = channel.id, name]() -> Result<std::vector<chat::Emote>> {
        const auto before = stores_.rooms.emotes(id);
        if (!before) {
            return fail(before.error());
        }
        const auto found = std::ranges::find(*before, name, &chat::Emote::name);
        if (found == before->end()) {
            return unknown();
        }
        if (auto removed = stores_.rooms.removeEmote(id, name); !removed) {
            return fail(std::move(removed.error()));
        }
        removeUnused(found->hash);
        return stores_.rooms.emotes(id);
    };
    auto emotes = co_await database_.run(std::move(write));
    if (!emotes) {
        co_return fail(std::move(emotes.error()));
    }
    rooms_.setEmotes(channel.id, std::move(*emotes));
    co_return Result<>{};
}

net::Task<Result<Slate>> EmoteService::open(std::string hash) {
    auto read = [this, hash]() -> Result<Slate> {
        const auto type = stores_.rooms.emoteType(hash);
        if (!type) {
            return fail(type.error());
        }
        auto file = *type ? files_.open(hash, **type) : unknown();
        return file ? std::move(file) : Result<Slate>(unknown());
    };
    co_return co_await database_.run(std::move(read));
}

}  // namespace footlight::relay::hub
