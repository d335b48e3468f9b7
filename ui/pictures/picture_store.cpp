#include "ui/pictures/picture_store.h"

#include <QBuffer>
#include <QImageReader>
#include <algorithm>

#include "core/client/api_json.h"
#include "core/client/relay_api.h"

namespace footlight::pictures {
namespace {

constexpr qsizetype kMostWaiting = 64;
constexpr qsizetype kMostMisses = 1000;
constexpr int kAtATime = 4;
constexpr int kLargestSource = 4096;  // pixels of a side
constexpr int kMostDecoded = 64;      // MiB: a banner of the largest size
constexpr qsizetype kLongestPath = 200;
constexpr std::chrono::minutes kFresh{5};

/// As much as the relay takes, and kept no larger than is shown.
constexpr PictureLimits kFaces{256, qint64{2} << 20, 300};
constexpr PictureLimits kBanners{1640, qint64{4} << 20, 8};

bool isNamedByHash(const QString& path) {
    return path.startsWith(QStringLiteral("/pictures/")) || path.startsWith(QStringLiteral("/emotes/"));
}

/// What a relay takes; whatever else this system can decode is not asked to.
bool isTaken(const QByteArray& format) {
    return format == "png" || format == "jpeg" || format == "gif" || format == "webp";
}

/// Its first picture; null where it is none, or one of unreasonable size. Any thread.
QImage decoded(const QByteArray& bytes, int longestSide) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAllocationLimit(kMostDecoded);
    const QSize size = isTaken(reader.format()) ? reader.size() : QSize();
    if (!size.isValid() || size.width() > kLargestSource || size.height() > kLargestSource) {
        return {};
    }
    if (std::max(size.width(), size.height()) > longestSide) {
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    }
    return reader.read();
}

}  // namespace

PictureStore::PictureStore(client::RelayApi& api, PictureLimits limits, QObject* parent)
    : QObject(parent), api_(api), limits_(limits), relay_(api.address()) {
    decoder_.setMaxThreadCount(1);
}

/// What another relay has under the same path is another picture.
void PictureStore::followRelay() {
    if (relay_ != api_.address()) {
        relay_ = api_.address();
        pictures_.clear();
        fresh_.clear();
        byUse_.clear();
        waiting_.clear();
        wanted_.clear();
    }
}

QPixmap PictureStore::picture(const QString& path) {
    followRelay();
    const auto answered = fresh_.constFind(path);
    const bool isStale = answered != fresh_.constEnd() && *answered < std::chrono::steady_clock::now();
    if (isStale) {
        fresh_.erase(answered);
    }
    const auto found = pictures_.constFind(path);
    if (found == pictures_.constEnd()) {
        if (!fresh_.contains(path)) {
            want(path);
        }
        return {};
    }
    if (isStale) {
        want(path);
    }
    byUse_.removeOne(path);
    byUse_.append(path);
    return *found;
}

void PictureStore::want(const QString& path) {
    if (path.size() > kLongestPath || wanted_.contains(path) || relay_.isEmpty()) {
        return;
    }
    if (waiting_.size() >= kMostWaiting) {
        wanted_.remove(waiting_.dequeue());
    }
    if (wanted_.size() >= kMostMisses) {
        wanted_ = QSet<QString>(waiting_.begin(), waiting_.end());
    }
    wanted_.insert(path);
    waiting_.enqueue(path);
    fetchNext();
}

void PictureStore::insert(const QString& path, const QPixmap& picture) {
    followRelay();
    if (!pictures_.contains(path) && pictures_.size() >= limits_.kept) {
        pictures_.remove(byUse_.takeFirst());
    }
    byUse_.removeOne(path);
    byUse_.append(path);
    pictures_.insert(path, picture);
    Q_EMIT loaded(path);
}

void PictureStore::forget(const QString& path) {
    pictures_.remove(path);
    byUse_.removeOne(path);
    fresh_.remove(path);
    wanted_.remove(path);
    Q_EMIT loaded(path);
}

void PictureStore::fetchNext() {
    while (underWay_ < kAtATime && !waiting_.isEmpty()) {
        const QString path = waiting_.dequeue();
        ++underWay_;
        client::ApiRequest request;
        request.method = QByteArrayLiteral("GET");
        request.path = path;
        request.answerAtMost = limits_.bytes;
        api_.request(std::move(request),
                     {this, [this, path, asked = relay_](const Result<QByteArray>& bytes) {
                          if (bytes && bytes->size() <= limits_.bytes && asked == relay_) {
                              decode(path, asked, *bytes);
                          } else {
                              settle(path, asked,
                                     bytes ? Result<QImage>() : Result<QImage>(fail(bytes.error())));
                          }
                      }});
    }
}

void PictureStore::decode(const QString& path, const QUrl& asked, const QByteArray& bytes) {
    decoder_.start([this, path, asked, bytes, longest = limits_.longestSide] {
        const QImage picture = decoded(bytes, longest);
        QMetaObject::invokeMethod(
            this, [this, path, asked, picture] { settle(path, asked, picture); }, Qt::QueuedConnection);
    });
}

void PictureStore::settle(const QString& path, const QUrl& asked, const Result<QImage>& picture) {
    --underWay_;
    if (asked == relay_) {
        take(path, picture);
    }
    fetchNext();
}

void PictureStore::take(const QString& path, const Result<QImage>& found) {
    const QPixmap picture = found ? QPixmap::fromImage(*found) : QPixmap();
    const bool isAway = !found && found.error().category() != ErrorCategory::NotFound;
    if (isAway || !isNamedByHash(path) || !picture.isNull()) {
        wanted_.remove(path);  // may be asked for again when it is next met
    }
    if (!isAway && !isNamedByHash(path)) {
        if (fresh_.size() >= kMostMisses) {
            fresh_.clear();
        }
        fresh_.insert(path, std::chrono::steady_clock::now() + kFresh);
    }
    if (!picture.isNull()) {
        insert(path, picture);
    } else if (!isAway && pictures_.remove(path) > 0) {
        byUse_.removeOne(path);
        Q_EMIT loaded(path);
    }
}

Pictures::Pictures(client::RelayApi& api) : faces(api, kFaces), banners(api, kBanners) {}

QString pathOfPicture(const std::string& hash) {
    return QStringLiteral("/pictures/") + client::segment(QString::fromStdString(hash));
}

QString pathOfAvatar(const QString& name) {
    return QStringLiteral("/channels/%1/avatar").arg(client::segment(name));
}

}  // namespace footlight::pictures
