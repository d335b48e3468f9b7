#include "ui/chat/emote_store.h"

#include <algorithm>

namespace footlight::chatui {
namespace {

const QString kFolder = QStringLiteral("/emotes/");

bool isHash(const QString& text) {
    return !text.isEmpty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x80 && c.isLetterOrNumber();
    });
}

}  // namespace

EmoteStore::EmoteStore(client::RelayApi& api, QObject* parent)
    : QObject(parent), pictures_(api, pictures::PictureLimits{}) {
    connect(&pictures_, &pictures::PictureStore::loaded, this,
            [this](const QString& path) { Q_EMIT loaded(path.mid(kFolder.size())); });
}

QPixmap EmoteStore::picture(const QString& hash) {
    return isHash(hash) ? pictures_.picture(kFolder + hash) : QPixmap();
}

void EmoteStore::insert(const QString& hash, const QPixmap& picture) {
    pictures_.insert(kFolder + hash, picture);
}

}  // namespace footlight::chatui
