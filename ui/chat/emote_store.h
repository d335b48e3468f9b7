#pragma once

#include <QObject>

#include "ui/pictures/picture_store.h"

namespace footlight::chatui {

/// The pictures of emotes by their hashes, fetched from the relay as they are met. On the window's thread.
class EmoteStore final : public QObject {
    Q_OBJECT
public:
    /// `api` outlives it.
    explicit EmoteStore(client::RelayApi& api, QObject* parent = nullptr);

    /// Null until it is there: it is then fetched, and loaded follows where that succeeds.
    QPixmap picture(const QString& hash);
    /// For pictures that are known by other means.
    void insert(const QString& hash, const QPixmap& picture);

Q_SIGNALS:
    void loaded(const QString& hash);

private:
    pictures::PictureStore pictures_;
};

}  // namespace footlight::chatui
