#include "core/store/pages.h"
#include "core/store/row.h"

namespace footlight::store {
namespace {

std::string columnFrom(relay::PictureKind kind) {
    return kind == relay::PictureKind::Avatar ? "avatar" : "banner";
}

}  // namespace

Result<std::optional<relay::StoredPicture>> Pages::picture(ChannelId channel, relay::PictureKind kind) {
    const auto id = channel.text();
    const auto what = columnFrom(kind);
    return attempt("looking a channel's picture up", [&]() -> Result<std::optional<relay::StoredPicture>> {
        relay::StoredPicture picture;
        sql_ << "SELECT hash, type FROM channel_pictures WHERE channel_id = :id AND kind = :kind",
            soci::use(id), soci::use(what), soci::into(picture.hash), soci::into(picture.type);
        return sql_.got_data() ? std::optional(picture) : std::nullopt;
    });
}

Result<> Pages::putPicture(ChannelId channel, relay::PictureKind kind, const relay::StoredPicture& picture) {
    const auto id = channel.text();
    const auto what = columnFrom(kind);
    return attempt("storing a channel's picture", [&]() -> Result<> {
        sql_ << "INSERT INTO channel_pictures (channel_id, kind, hash, type) "
                "VALUES (:id, :kind, :hash, :type) ON CONFLICT (channel_id, kind) DO UPDATE SET "
                "hash = excluded.hash, type = excluded.type",
            soci::use(id), soci::use(what), soci::use(picture.hash), soci::use(picture.type);
        return {};
    });
}

Result<> Pages::removePicture(ChannelId channel, relay::PictureKind kind) {
    const auto id = channel.text();
    const auto what = columnFrom(kind);
    return attempt("removing a channel's picture", [&]() -> Result<> {
        sql_ << "DELETE FROM channel_pictures WHERE channel_id = :id AND kind = :kind", soci::use(id),
            soci::use(what);
        return {};
    });
}

Result<std::optional<std::string>> Pages::pictureType(const std::string& hash) {
    return attempt("looking a picture up", [&]() -> Result<std::optional<std::string>> {
        std::string type;
        sql_ << "SELECT type FROM channel_pictures WHERE hash = :hash LIMIT 1", soci::use(hash),
            soci::into(type);
        return sql_.got_data() ? std::optional(type) : std::nullopt;
    });
}

}  // namespace footlight::store
