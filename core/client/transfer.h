#pragma once

#include <QObject>
#include <QPointer>
#include <QString>
#include <QUrl>
#include <memory>

#include "core/base/secret.h"
#include "core/client/reply.h"

class QFile;
class QNetworkAccessManager;
class QNetworkReply;
class QSaveFile;

namespace footlight::client {

/// One file on its way from or to the relay, however long that takes. Made for one transfer; destruction or
/// cancel() gives it up and leaves nothing behind. On the window's thread.
class Transfer : public QObject {
    Q_OBJECT
public:
    explicit Transfer(QObject* parent = nullptr);
    ~Transfer() override;

    /// Fetches `url` into `path`, which appears when all of it is there, with the token of a session where
    /// the answer is for its owner alone. Redirects are not followed.
    void download(const QUrl& url, const QString& path, const Secret& token = {});
    /// Sends the file at `path` as the body of a POST.
    void upload(const QUrl& url, const QString& path);
    /// Sends `bytes` as the body of a PUT, with the token of a session.
    void put(const QUrl& url, const QByteArray& bytes, const Secret& token);
    /// finished() is not emitted any more.
    void cancel();

Q_SIGNALS:
    /// Bytes; `total` is -1 where the relay has not said how many there are.
    void progressed(qint64 done, qint64 total);
    /// An empty `problem` is success; for people.
    void finished(const QString& problem);

private:
    void take();
    void downloaded();
    void watchProgress();
    void uploaded();
    void end(const QString& problem);
    [[nodiscard]] QString problemOf(QNetworkReply& answer) const;

    QNetworkAccessManager* network_;
    QPointer<QNetworkReply> answer_;
    std::unique_ptr<QSaveFile> target_;
    std::unique_ptr<QFile> source_;
};

}  // namespace footlight::client
