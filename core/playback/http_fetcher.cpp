#include "core/playback/http_fetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

#include "core/playback/relay_clock.h"

namespace footlight::playback {
namespace {

constexpr int kRedirects = 3;
constexpr int kOk = 200;
constexpr int kPartial = 206;

QNetworkRequest requestFor(const QUrl& url, const FetchRequest& wanted) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Footlight"));
    if (wanted.range) {
        const auto first = wanted.range->offset.value_or(0);
        request.setRawHeader("Range",
                             "bytes=" + QByteArray::number(static_cast<quint64>(first)) + "-" +
                                 QByteArray::number(static_cast<quint64>(first + wanted.range->length - 1)));
    }
    return request;
}

tl::unexpected<Error> refusedStatus(int status, const QUrl& url) {
    const auto host = url.host().toStdString();
    switch (status) {
        case 404:
        case 410:
            return fail(ErrorCategory::NotFound, "playback.not_found", "This channel is not live.");
        case 401:
        case 403:
            return fail(ErrorCategory::Denied, "playback.denied",
                        host + " does not let you watch this stream.");
        default:
            return fail(ErrorCategory::Unavailable, "playback.status",
                        host + " cannot serve the stream now (HTTP " + std::to_string(status) + ").");
    }
}

}  // namespace

Fetch::Fetch(QNetworkAccessManager& network, const AddressPolicy& policy, RelayClock& clock,
             FetchRequest request, Done done)
    : network_(network),
      policy_(policy),
      clock_(clock),
      request_(std::move(request)),
      done_(std::move(done)) {
    QTimer::singleShot(request_.timeout, this, [this] {
        complete(fail(ErrorCategory::Timeout, "playback.timeout",
                      request_.url.host().toStdString() + " does not answer."));
    });
    // Never before the caller has its handle.
    QMetaObject::invokeMethod(
        this, [this] { start(request_.url); }, Qt::QueuedConnection);
}

Fetch::~Fetch() {
    if (reply_) {
        reply_->disconnect(this);
        reply_->abort();
        reply_->deleteLater();
    }
}

void Fetch::start(const QUrl& url) {
    if (const auto allowed = policy_.allow(url); !allowed) {
        complete(fail(allowed.error()));
        return;
    }
    sentAt_ = std::chrono::steady_clock::now();
    reply_ = network_.get(requestFor(url, request_));
    connect(reply_, &QNetworkReply::readyRead, this, &Fetch::readSome);
    connect(reply_, &QNetworkReply::finished, this, &Fetch::answered);
}

void Fetch::readSome() {
    if (body_.isEmpty()) {
        const auto length = reply_->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        body_.reserve(std::min<qsizetype>(length, request_.bytesAtMost));
    }
    body_ += reply_->readAll();
    if (body_.size() > request_.bytesAtMost) {
        complete(fail(ErrorCategory::Invalid, "playback.size",
                      "The stream sends more at once than Footlight takes."));
    }
}

void Fetch::answered() {
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 301 && status <= 308 && status != 304) {
        redirect();
        return;
    }
    learnClock();
    complete(outcome());
}

void Fetch::redirect() {
    const auto target =
        reply_->url().resolved(reply_->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
    reply_->disconnect(this);
    reply_->deleteLater();
    body_.clear();
    if (++redirects_ > kRedirects) {
        complete(fail(ErrorCategory::Denied, "playback.redirects", "The stream's address leads on and on."));
        return;
    }
    start(target);
}

void Fetch::learnClock() const {
    bool isNumber = false;
    const auto milliseconds = reply_->rawHeader("Footlight-Time").toLongLong(&isNumber);
    if (isNumber) {
        const auto now = std::chrono::steady_clock::now();
        clock_.learn(utcFromMilliseconds(milliseconds), SystemClock().utcNow(), now,
                     std::chrono::duration_cast<std::chrono::milliseconds>(now - sentAt_));
    }
}

Result<Fetched> Fetch::outcome() {
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0) {
        return fail(ErrorCategory::Unavailable, "playback.no_answer",
                    "The relay at " + request_.url.host().toStdString() + " does not answer.");
    }
    if (status != kOk && status != kPartial) {
        return refusedStatus(status, request_.url);
    }
    if (reply_->error() != QNetworkReply::NoError) {
        return fail(ErrorCategory::Unavailable, "playback.cut",
                    "The connection to " + request_.url.host().toStdString() + " broke off.");
    }
    body_ += reply_->readAll();
    if (request_.range && status == kOk) {
        body_ = body_.mid(static_cast<qsizetype>(request_.range->offset.value_or(0)),
                          static_cast<qsizetype>(request_.range->length));
    }
    return Fetched{std::move(body_), reply_->url()};
}

void Fetch::complete(Result<Fetched> result) {
    if (!done_) {
        return;
    }
    const auto done = std::exchange(done_, nullptr);
    deleteLater();
    done(std::move(result));
}

HttpFetcher::HttpFetcher(RelayClock& clock, QObject* parent)
    : QObject(parent), clock_(clock), network_(new QNetworkAccessManager(this)) {
    network_->setTransferTimeout(0);
}

Fetch* HttpFetcher::fetch(QObject* owner, FetchRequest request, Fetch::Done done) {
    auto* fetch = new Fetch(*network_, policy_, clock_, std::move(request), std::move(done));
    fetch->setParent(owner);
    return fetch;
}

}  // namespace footlight::playback
