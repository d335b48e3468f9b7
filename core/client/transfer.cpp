#include "core/client/transfer.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSaveFile>
#include <chrono>

#include "core/client/relay_problem.h"

namespace footlight::client {
namespace {

/// Nothing at all for so long means that the way is broken.
constexpr std::chrono::seconds kSilence{60};

QNetworkRequest requestFor(const QUrl& url) {
    QNetworkRequest request(url);
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(kSilence).count()));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // A packed body would hide how much there is of it.
    request.setRawHeader("Accept-Encoding", "identity");
    return request;
}

}  // namespace

Transfer::Transfer(QObject* parent) : QObject(parent), network_(new QNetworkAccessManager(this)) {}

Transfer::~Transfer() { cancel(); }

void Transfer::download(const QUrl& url, const QString& path, const Secret& token) {
    target_ = std::make_unique<QSaveFile>(path);
    if (!target_->open(QIODevice::WriteOnly)) {
        end(tr("%1 cannot be written: %2.").arg(path, target_->errorString()));
        return;
    }
    auto request = requestFor(url);
    if (!token.isEmpty()) {
        request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(token.reveal()));
    }
    answer_ = network_->get(request);
    connect(answer_, &QNetworkReply::readyRead, this, &Transfer::take);
    connect(answer_, &QNetworkReply::downloadProgress, this, &Transfer::progressed);
    connect(answer_, &QNetworkReply::finished, this, &Transfer::downloaded);
}

void Transfer::take() {
    const int status = answer_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200) {
        return;  // the body is a sentence about what is wrong: downloaded() reads it
    }
    const QByteArray some = answer_->readAll();
    if (target_->write(some) != some.size()) {
        end(tr("%1 cannot be written: %2. Make room on the disk and try again.")
                .arg(target_->fileName(), target_->errorString()));
    }
}

void Transfer::downloaded() {
    const int status = answer_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (answer_->error() != QNetworkReply::NoError || status != 200) {
        end(problemOf(*answer_));
        return;
    }
    take();
    if (answer_ && !target_->commit()) {
        end(tr("%1 cannot be written: %2.").arg(target_->fileName(), target_->errorString()));
    } else if (answer_) {
        end({});
    }
}

void Transfer::upload(const QUrl& url, const QString& path) {
    source_ = std::make_unique<QFile>(path);
    if (!source_->open(QIODevice::ReadOnly)) {
        end(tr("%1 cannot be read: %2.").arg(path, source_->errorString()));
        return;
    }
    auto request = requestFor(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("video/x-flv"));
    answer_ = network_->post(request, source_.get());
    watchProgress();
    connect(answer_, &QNetworkReply::finished, this, &Transfer::uploaded);
}

void Transfer::put(const QUrl& url, const QByteArray& bytes, const Secret& token) {
    auto request = requestFor(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/octet-stream"));
    request.setRawHeader("Authorization", "Bearer " + QByteArray::fromStdString(token.reveal()));
    answer_ = network_->put(request, bytes);
    watchProgress();
    connect(answer_, &QNetworkReply::finished, this, &Transfer::uploaded);
}

/// Qt ends with a progress of 0 of 0.
void Transfer::watchProgress() {
    connect(answer_, &QNetworkReply::uploadProgress, this, [this](qint64 sent, qint64 total) {
        if (total > 0) {
            Q_EMIT progressed(sent, total);
        }
    });
}

void Transfer::uploaded() {
    const int status = answer_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isDone = answer_->error() == QNetworkReply::NoError && status >= 200 && status < 300;
    end(isDone ? QString() : problemOf(*answer_));
}

QString Transfer::problemOf(QNetworkReply& answer) const {
    const QUrl asked = answer.request().url();
    const auto outcome = outcomeOf(answer, QStringLiteral("%1:%2").arg(asked.host()).arg(asked.port(80)));
    return outcome ? tr("The connection ended before all of it was there. Try again.")
                   : QString::fromStdString(outcome.error().message());
}

void Transfer::end(const QString& problem) {
    cancel();
    Q_EMIT finished(problem);
}

void Transfer::cancel() {
    if (answer_) {
        answer_->disconnect(this);
        answer_->abort();
        answer_->deleteLater();
        answer_.clear();
    }
    // What was not committed goes with it.
    target_.reset();
    source_.reset();
}

}  // namespace footlight::client
