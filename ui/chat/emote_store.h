#pragma once

#include <QHash>
#include <QObject>
#include <QPixmap>
#include <QQueue>
#include <QSet>
#include <QStringList>

#include "core/base/result.h"

namespace footlight::client {
class RelayApi;
}

namespace footlight::chatui {

/// The pictures of emotes, fetched from the relay as they are met and kept: at most 300 of at most 512 KiB
/// and 128 px, the longest unused go first; at most four are fetched at a time and 64 wait. On the window's
/// thread.
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
    void fetchNext();
    void take(const QString& hash, const Result<QByteArray>& bytes);

    client::RelayApi& api_;
    QHash<QString, QPixmap> pictures_;
    QStringList byUse_;  ///< the longest unused first
    QQueue<QString> waiting_;
    QSet<QString> wanted_;  ///< waiting, under way, or not to be had
    int underWay_ = 0;
};

}  // namespace footlight::chatui
