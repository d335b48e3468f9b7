#include "core/client/relay_api.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <chrono>

#include "core/client/relay_problem.h"
#include "core/wire/json.h"

namespace footlight::client {
namespace {

constexpr std::chrono::seconds kDeadline{10};
constexpr int kMostWaiting = 32;
constexpr std::size_t kMostChannels = 500;

QByteArray bytesOf(const std::string& text) { return QByteArray::fromStdString(text); }

QString segment(const QString& name) { return QString::fromLatin1(QUrl::toPercentEncoding(name)); }

template <typename T>
Result<T> read(const Result<QByteArray>& body) {
    if (!body) {
        return fail(body.error());
    }
    auto parsed = wire::parse<T>({body->constData(), static_cast<std::size_t>(body->size())});
    if (!parsed) {
        return fail(
            ErrorCategory::Unsupported, "relay.other_version",
            RelayApi::tr("The relay answers in a way that this version of Footlight does not know: %1")
                .arg(QString::fromStdString(parsed.error().message))
                .toStdString());
    }
    return std::move(*parsed);
}

/// A reply for the bytes of an answer that passes what they mean on to `reply`.
template <typename T>
Reply<QByteArray> parsing(QObject* context, Reply<T> reply) {
    return {context,
            [reply = std::move(reply)](const Result<QByteArray>& body) mutable { reply(read<T>(body)); }};
}

}  // namespace

RelayApi::RelayApi(QObject* parent) : QObject(parent), network_(new QNetworkAccessManager(this)) {
    network_->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

RelayApi::~RelayApi() = default;

void RelayApi::setAddress(const QUrl& address) {
    if (address != address_) {
        address_ = address;
        forgetSession();
    }
}

void RelayApi::fetchRelay(Reply<wire::RelayInfo> reply) {
    send("GET", QStringLiteral("/relay"), {}, parsing(this, std::move(reply)));
}

void RelayApi::signIn(const QString& name, const Secret& password, Reply<wire::Session> reply) {
    const wire::SignInRequest request{name.toStdString(), password, std::nullopt};
    openSession(QStringLiteral("/session"), bytesOf(wire::toJson(request)), std::move(reply));
}

void RelayApi::signInAsOwner(const Secret& ownerToken, Reply<wire::Session> reply) {
    const wire::SignInRequest request{std::nullopt, std::nullopt, ownerToken};
    openSession(QStringLiteral("/session"), bytesOf(wire::toJson(request)), std::move(reply));
}

void RelayApi::signUp(const QString& name, const Secret& password, Reply<wire::Session> reply) {
    const wire::SignUpRequest request{name.toStdString(), password};
    openSession(QStringLiteral("/users"), bytesOf(wire::toJson(request)), std::move(reply));
}

void RelayApi::openSession(const QString& path, const QByteArray& body, Reply<wire::Session> reply) {
    Reply<wire::Session> remember(this,
                                  [this, reply = std::move(reply)](Result<wire::Session> session) mutable {
                                      if (session) {
                                          session_ = *session;
                                          Q_EMIT signedIn(*session_);
                                      }
                                      reply(std::move(session));
                                  });
    send("POST", path, body, parsing(this, std::move(remember)));
}

void RelayApi::signOut() {
    if (session_) {
        send("DELETE", QStringLiteral("/session"), {}, {});
        forgetSession();
    }
}

void RelayApi::forgetSession() {
    if (session_) {
        session_.reset();
        Q_EMIT signedOut();
    }
}

void RelayApi::fetchChannels(bool liveOnly, Reply<std::vector<wire::Channel>> reply) {
    fetchChannelPage(liveOnly, {}, {}, std::move(reply));
}

void RelayApi::fetchChannelPage(bool liveOnly, const QString& page, std::vector<wire::Channel> soFar,
                                Reply<std::vector<wire::Channel>> reply) {
    QString path = QStringLiteral("/channels?limit=100");
    if (liveOnly) {
        path += QStringLiteral("&live=true");
    }
    if (!page.isEmpty()) {
        path += QStringLiteral("&page=") + segment(page);
    }
    Reply<wire::ChannelPage> collect(this, [this, liveOnly, all = std::move(soFar), reply = std::move(reply)](
                                               Result<wire::ChannelPage> next) mutable {
        if (!next) {
            reply(fail(std::move(next.error())));
            return;
        }
        std::move(next->items.begin(), next->items.end(), std::back_inserter(all));
        if (next->next && !next->items.empty() && all.size() < kMostChannels) {
            fetchChannelPage(liveOnly, QString::fromStdString(*next->next), std::move(all), std::move(reply));
        } else {
            reply(std::move(all));
        }
    });
    send("GET", path, {}, parsing(this, std::move(collect)));
}

void RelayApi::setTitle(const QString& channel, const QString& title, Reply<wire::Channel> reply) {
    const wire::ChannelPatch patch{title.toStdString()};
    send("PATCH", QStringLiteral("/channels/") + segment(channel), bytesOf(wire::toJson(patch)),
         parsing(this, std::move(reply)));
}

void RelayApi::rotateKey(const QString& channel, Reply<Secret> reply) {
    Reply<wire::StreamKey> unwrap(this, [reply = std::move(reply)](Result<wire::StreamKey> key) mutable {
        reply(std::move(key).map([](wire::StreamKey made) { return std::move(made.streamKey); }));
    });
    send("POST", QStringLiteral("/channels/%1/key").arg(segment(channel)), {},
         parsing(this, std::move(unwrap)));
}

void RelayApi::send(const QByteArray& method, const QString& path, const QByteArray& body,
                    Reply<QByteArray> reply) {
    if (waiting_ >= kMostWaiting) {
        reply(fail(ErrorCategory::Unavailable, "client.too_many_requests",
                   tr("Too many requests wait for the relay already. Try again in a moment.").toStdString()));
        return;
    }
    QNetworkRequest request(
        QUrl(address_.toString(QUrl::StripTrailingSlash) + QStringLiteral("/api/v1") + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    if (session_) {
        request.setRawHeader("Authorization", "Bearer " + bytesOf(session_->token.reveal()));
    }
    QNetworkReply* answer = network_->sendCustomRequest(request, method, body);
    ++waiting_;
    QTimer::singleShot(kDeadline, answer, &QNetworkReply::abort);
    connect(answer, &QNetworkReply::downloadProgress, answer, [answer](qint64 received) {
        if (received > static_cast<qint64>(wire::kMaxJsonBytes)) {
            answer->abort();
        }
    });
    connect(answer, &QNetworkReply::finished, this,
            [this, answer, withSession = session_.has_value(), reply = std::move(reply)]() mutable {
                finished(*answer, withSession, reply);
            });
}

void RelayApi::finished(QNetworkReply& answer, bool withSession, Reply<QByteArray>& reply) {
    --waiting_;
    answer.deleteLater();
    const QUrl asked = answer.request().url();
    auto outcome = outcomeOf(answer, QStringLiteral("%1:%2").arg(asked.host()).arg(asked.port(80)));
    const bool stillThere = asked.host() == address_.host() && asked.port() == address_.port();
    const bool signingIn = asked.path().endsWith(QStringLiteral("/session"));
    if (withSession && stillThere && !signingIn &&
        answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 401) {
        forgetSession();
    }
    reply(std::move(outcome));
}

}  // namespace footlight::client
