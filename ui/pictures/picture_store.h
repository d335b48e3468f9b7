#pragma once

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>
#include <QQueue>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QUrl>
#include <chrono>

#include "core/base/result.h"

namespace footlight::client {
class RelayApi;
}

namespace footlight::pictures {

/// What a PictureStore takes and keeps.
struct PictureLimits {
    int longestSide = 128;  ///< pixels; what is larger is scaled down
    qint64 bytes = 512 * 1024;
    qsizetype kept = 300;  ///< the longest unused go first
};

/// Pictures of the relay, fetched as they are met and kept; at most four are fetched at a time and 64 wait,
/// of which the oldest is given up for a new one: what was scrolled past is of no use any more.
/// One that is named by its hash never changes; any other, and that there is none, is asked for again after
/// five minutes. On the window's thread; decodes in one of its own.
class PictureStore : public QObject {
    Q_OBJECT
public:
    /// `api` outlives it.
    PictureStore(client::RelayApi& api, PictureLimits limits, QObject* parent = nullptr);

    /// `path` is below /api/v1. Null until it is there: it is then fetched, and loaded follows where that
    /// succeeds.
    QPixmap picture(const QString& path);
    /// For pictures that are known by other means.
    void insert(const QString& path, const QPixmap& picture);
    /// Asked for anew when it is next met.
    void forget(const QString& path);

Q_SIGNALS:
    void loaded(const QString& path);

private:
    using Moment = std::chrono::steady_clock::time_point;

    void want(const QString& path);
    void followRelay();
    void fetchNext();
    void decode(const QString& path, const QUrl& asked, const QByteArray& bytes);
    void settle(const QString& path, const QUrl& asked, const Result<QImage>& picture);
    void take(const QString& path, const Result<QImage>& found);

    client::RelayApi& api_;
    PictureLimits limits_;
    QUrl relay_;  ///< whose pictures these are
    QHash<QString, QPixmap> pictures_;
    QHash<QString, Moment> fresh_;  ///< until when an answer stands; of what is not named by its hash
    QStringList byUse_;             ///< the longest unused first
    QQueue<QString> waiting_;
    QSet<QString> wanted_;  ///< waiting, under way, or never to be had
    int underWay_ = 0;
    QThreadPool decoder_;  ///< waits for its work when it goes, and so is the last
};

/// What a window shows of people and channels: small round pictures of many, and wide ones of a few.
struct Pictures {
    explicit Pictures(client::RelayApi& api);

    PictureStore faces;
    PictureStore banners;
};

/// Where pictures lie, as a PictureStore knows them.
[[nodiscard]] QString pathOfPicture(const std::string& hash);
/// The picture of whoever has a channel of that name.
[[nodiscard]] QString pathOfAvatar(const QString& name);

}  // namespace footlight::pictures
