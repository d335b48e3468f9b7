#include "ui/chat/emote_store.h"

#include <QBuffer>
#include <QImageReader>

#include "core/client/relay_api.h"

namespace footlight::chatui {
namespace {

constexpr qsizetype kMostPictures = 300;
constexpr qsizetype kMostWaiting = 64;
constexpr qsizetype kMostMisses = 1000;
constexpr int kAtATime = 4;
constexpr int kLargest = 128;
constexpr qint64 kMostBytes = 512 * 1024;

bool isHash(const QString& text) {
    return !text.isEmpty() && text.size() <= 128 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x80 && c.isLetterOrNumber();
    });
}

/// Its first picture; null where it is none, or one of unreasonable size.
QPixmap decode(const QByteArray& bytes) {
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAllocationLimit(16);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > 4096 || size.height() > 4096) {
        return {};
    }
    if (size.width() > kLargest || size.height() > kLargest) {
        reader.setScaledSize(size.scaled(kLargest, kLargest, Qt::KeepAspectRatio));
    }
    return QPixmap::fromImage(reader.read());
}

}  // namespace

EmoteStore::EmoteStore(client::RelayApi& api, QObject* parent) : QObject(parent), api_(api) {}

QPixmap EmoteStore::picture(const QString& hash) {
    const auto found = pictures_.constFind(hash);
    if (found != pictures_.constEnd()) {
        byUse_.removeOne(hash);
        byUse_.append(hash);
        return *found;
    }
    if (isHash(hash) && !wanted_.contains(hash) && waiting_.size() < kMostWaiting) {
        if (wanted_.size() >= kMostMisses) {
            wanted_ = QSet<QString>(waiting_.begin(), waiting_.end());
        }
        wanted_.insert(hash);
        waiting_.enqueue(hash);
        fetchNext();
    }
    return {};
}

void EmoteStore::insert(const QString& hash, const QPixmap& picture) {
    if (!pictures_.contains(hash) && pictures_.size() >= kMostPictures) {
        pictures_.remove(byUse_.takeFirst());
    }
    byUse_.removeOne(hash);
    byUse_.append(hash);
    pictures_.insert(hash, picture);
    Q_EMIT loaded(hash);
}

void EmoteStore::fetchNext() {
    while (underWay_ < kAtATime && !waiting_.isEmpty()) {
        const QString hash = waiting_.dequeue();
        ++underWay_;
        client::ApiRequest request;
        request.method = QByteArrayLiteral("GET");
        request.path = QStringLiteral("/emotes/") + hash;
        request.answerAtMost = kMostBytes;
        api_.request(std::move(request),
                     {this, [this, hash](const Result<QByteArray>& bytes) { take(hash, bytes); }});
    }
}

void EmoteStore::take(const QString& hash, const Result<QByteArray>& bytes) {
    --underWay_;
    const QPixmap picture = bytes ? decode(*bytes) : QPixmap();
    if (!picture.isNull()) {
        wanted_.remove(hash);
        insert(hash, picture);
    } else if (!bytes && bytes.error().category() == ErrorCategory::Unavailable) {
        wanted_.remove(hash);  // asked for again when it is next met
    }
    fetchNext();
}

}  // namespace footlight::chatui
