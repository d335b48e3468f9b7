#include "core/client/relay_api.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSysInfo>
#include <QTimer>
#include <chrono>

#include "core/client/api_json.h"
#include "core/client/relay_problem.h"
#include "core/wire/json.h"

namespace footlight::client {
namespace {

constexpr int kMostWaiting = 32;
constexpr std::size_t kMostChannels = 500;
constexpr qsizetype kLongestDevice = 80;

/// How this program is listed among the places where an account is signed in.
std::string deviceHere() {
    const QString device =
        RelayApi::tr("Footlight on %1 (%2)").arg(QSysInfo::machineHostName(), QSysInfo::prettyProductName());
    return device.left(kLongestDevice).toStdString();
}

}  // namespace

PendingRequest::PendingRequest(QNetworkReply* answer) : answer_(answer) {}

void PendingRequest::cancel() {
    if (answer_ && answer_->isRunning()) {
        answer_->abort();
    }
}

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
    request({"GET", QStringLiteral("/relay")}, parsing(this, std::move(reply)));
}

void RelayApi::signIn(wire::SignInRequest request, Reply<wire::Session> reply) {
    request.device = deviceHere();
    openSession(QStringLiteral("/session"), bytesOf(wire::toJson(request)), std::move(reply));
}

void RelayApi::signIn(const QString& name, const Secret& password, Reply<wire::Session> reply) {
    signIn(wire::SignInRequest{name.toStdString(), password, std::nullopt}, std::move(reply));
}

void RelayApi::signInAsOwner(const Secret& ownerToken, Reply<wire::Session> reply) {
    signIn(wire::SignInRequest{std::nullopt, std::nullopt, ownerToken}, std::move(reply));
}

void RelayApi::signUp(wire::SignUpRequest request, Reply<wire::Session> reply) {
    request.device = deviceHere();
    openSession(QStringLiteral("/users"), bytesOf(wire::toJson(request)), std::move(reply));
}

void RelayApi::signUp(const QString& name, const Secret& password, Reply<wire::Session> reply) {
    signUp(wire::SignUpRequest{name.toStdString(), password}, std::move(reply));
}

Reply<wire::Session> RelayApi::remembering(Reply<wire::Session> reply) {
    return {this, [this, asked = address_, reply = std::move(reply)](Result<wire::Session> session) mutable {
                if (session && asked == address_) {
                    session_ = *session;
                    Q_EMIT signedIn(*session_);
                }
                reply(std::move(session));
            }};
}

void RelayApi::openSession(const QString& path, const QByteArray& body, Reply<wire::Session> reply) {
    request({"POST", path, body}, parsing(this, remembering(std::move(reply))));
}

void RelayApi::resume(const Secret& token, Reply<wire::Session> reply) {
    ApiRequest asked{"GET", QStringLiteral("/me")};
    asked.token = token;
    Reply<wire::Me> known(this,
                          [token, reply = remembering(std::move(reply))](const Result<wire::Me>& me) mutable {
                              reply(me.map([&token](const wire::Me& one) {
                                  return wire::Session{token, {}, one.user, one.channel};
                              }));
                          });
    request(std::move(asked), parsing(this, std::move(known)));
}

void RelayApi::signOut() {
    if (session_) {
        request({"DELETE", QStringLiteral("/session")}, {});
        forgetSession();
    }
}

void RelayApi::forgetSession() {
    if (session_) {
        session_.reset();
        Q_EMIT signedOut();
    }
}

void RelayApi::loseSession(const QString& message) {
    forgetSession();
    Q_EMIT sessionLost(message);
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
    request({"GET", path}, parsing(this, std::move(collect)));
}

void RelayApi::setTitle(const QString& channel, const QString& title, Reply<wire::Channel> reply) {
    const wire::ChannelPatch patch{title.toStdString()};
    request({"PATCH", QStringLiteral("/channels/") + segment(channel), bytesOf(wire::toJson(patch))},
            parsing(this, std::move(reply)));
}

void RelayApi::rotateKey(const QString& channel, Reply<Secret> reply) {
    Reply<wire::StreamKey> unwrap(this, [reply = std::move(reply)](Result<wire::StreamKey> key) mutable {
        reply(std::move(key).map([](wire::StreamKey made) { return std::move(made.streamKey); }));
    });
    request({"POST", QStringLiteral("/channels/%1/key").arg(segment(channel))},
            parsing(this, std::move(unwrap)));
}

PendingRequest RelayApi::request(ApiRequest asked, Reply<QByteArray> reply) {
    if (waiting_ >= kMostWaiting) {
        reply(fail(ErrorCategory::Unavailable, "client.too_many_requests",
                   tr("Too many requests wait for the relay already. Try again in a moment.").toStdString()));
        return {};
    }
    QNetworkRequest request(
        QUrl(address_.toString(QUrl::StripTrailingSlash) + QStringLiteral("/api/v1") + asked.path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, asked.contentType);
    const auto token = asked.token || !session_ ? asked.token : std::optional(session_->token);
    if (token) {
        request.setRawHeader("Authorization", "Bearer " + bytesOf(token->reveal()));
    }
    QNetworkReply* answer = network_->sendCustomRequest(request, asked.method, asked.body);
    ++waiting_;
    QTimer::singleShot(asked.deadline, answer, &QNetworkReply::abort);
    connect(answer, &QNetworkReply::downloadProgress, answer,
            [answer, most = asked.answerAtMost](qint64 received) {
                if (received > most) {
                    answer->abort();
                }
            });
    connect(answer, &QNetworkReply::finished, this,
            [this, answer, token, reply = std::move(reply)]() mutable { finished(*answer, token, reply); });
    return PendingRequest(answer);
}

void RelayApi::finished(QNetworkReply& answer, const std::optional<Secret>& token, Reply<QByteArray>& reply) {
    --waiting_;
    answer.deleteLater();
    const QUrl asked = answer.request().url();
    auto outcome = outcomeOf(answer, QStringLiteral("%1:%2").arg(asked.host()).arg(asked.port(80)));
    const bool stillThere = asked.host() == address_.host() && asked.port() == address_.port();
    const bool ofThisSession = session_ && token && session_->token.matches(token->reveal());
    // Other refusals of this kind are about a password or code that was typed.
    if (ofThisSession && stillThere && !outcome && outcome.error().code() == "account.sign_in_needed") {
        loseSession(QString::fromStdString(outcome.error().message()));
    }
    reply(std::move(outcome));
}

}  // namespace footlight::client
