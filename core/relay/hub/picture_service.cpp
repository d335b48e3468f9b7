#include "core/relay/hub/picture_service.h"

#include "core/relay/hub/picture_size.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "picture.unknown", "There is no such picture.");
}

/// Before the file has a name.
Result<> check(const FilePtr& upload, std::uint64_t size, PictureKind kind) {
    const auto bytes = contentsOf(upload->descriptor(), size);
    const auto pixels = pictureSizeOf(bytes);
    if (!pixels) {
        return fail(ErrorCategory::Invalid, "picture.kind", "A picture is a PNG, JPEG or WebP.");
    }
    const auto longest =
        kind == PictureKind::Avatar ? PictureService::kLongestOfAvatar : PictureService::kLongestOfBanner;
    const auto isGood = [longest](std::uint32_t side) {
        return side >= PictureService::kShortest && side <= longest;
    };
    if (!isGood(pixels->width) || !isGood(pixels->height)) {
        return fail(ErrorCategory::Invalid, "picture.size",
                    "Each side has " + std::to_string(PictureService::kShortest) + " to " +
                        std::to_string(longest) + " pixels; this one is " + std::to_string(pixels->width) +
                        " by " + std::to_string(pixels->height) + ".");
    }
    return {};
}

}  // namespace

void PictureService::removeUnused(const std::string& hash) {
    const auto used = stores_.community.pages.pictureType(hash);
    if (used && !*used) {
        files_.remove(hash);
    }
}

Result<std::string> PictureService::store(ChannelId channel, PictureKind kind, const FilePtr& upload,
                                          std::uint64_t size) {
    if (auto good = check(upload, size, kind); !good) {
        return fail(std::move(good.error()));
    }
    const auto former = stores_.community.pages.picture(channel, kind);
    if (!former) {
        return fail(former.error());
    }
    auto taken = files_.take(upload);
    if (!taken) {
        return fail(std::move(taken.error()));
    }
    const StoredPicture picture{taken->hash, taken->type};
    if (auto put = stores_.community.pages.putPicture(channel, kind, picture); !put) {
        return fail(std::move(put.error()));
    }
    if (*former && (*former)->hash != picture.hash) {
        removeUnused((*former)->hash);
    }
    return picture.hash;
}

net::Task<Result<std::string>> PictureService::put(accounts::Channel channel, PictureKind kind,
                                                   FilePtr upload, std::uint64_t size) {
    const auto largest = kind == PictureKind::Avatar ? kLargestAvatar : kLargestBanner;
    if (size > largest) {
        co_return fail(ErrorCategory::Invalid, "picture.size", "The picture is too large.");
    }
    auto write = [this, id = channel.id, kind, upload, size] { return store(id, kind, upload, size); };
    co_return co_await database_.run(std::move(write));
}

net::Task<Result<>> PictureService::remove(accounts::Channel channel, PictureKind kind) {
    auto work = [this, id = channel.id, kind]() -> Result<> {
        const auto former = stores_.community.pages.picture(id, kind);
        if (!former) {
            return fail(former.error());
        }
        auto removed = stores_.community.pages.removePicture(id, kind);
        if (removed && *former) {
            removeUnused((*former)->hash);
        }
        return removed;
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<PictureService::Hashes>> PictureService::of(ChannelId channel) {
    auto work = [this, channel]() -> Result<Hashes> {
        const auto avatar = stores_.community.pages.picture(channel, PictureKind::Avatar);
        const auto banner = stores_.community.pages.picture(channel, PictureKind::Banner);
        if (!avatar || !banner) {
            return fail((avatar ? banner : avatar).error());
        }
        return Hashes{*avatar ? (*avatar)->hash : "", *banner ? (*banner)->hash : ""};
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<Slate>> PictureService::open(std::string hash) {
    auto read = [this, hash]() -> Result<Slate> {
        const auto type = stores_.community.pages.pictureType(hash);
        if (!type) {
            return fail(type.error());
        }
        auto file = *type ? files_.open(hash, **type) : unknown();
        return file ? std::move(file) : Result<Slate>(unknown());
    };
    co_return co_await database_.run(std::move(read));
}

}  // namespace footlight::relay::hub
