#include "ui/channel/picture_controller.h"

#include <utility>

#include "core/client/api_json.h"
#include "core/client/relay_client.h"

namespace footlight::channel {
namespace {

constexpr std::array kKinds{PictureKind::Avatar, PictureKind::Banner};

}  // namespace

PictureController::PictureController(client::RelayClient& relay, pictures::Pictures& pictures,
                                     QObject* parent)
    : QObject(parent), relay_(relay), pictures_(pictures), api_(relay.api()) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { follow(QString::fromStdString(session.channel)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { follow({}); });
    for (const Kind kind : kKinds) {
        connect(&storeOf(kind), &pictures::PictureStore::loaded, this, [this, kind](const QString& path) {
            if (path == pictures::pathOfPicture(stateOf(kind).hash)) {
                Q_EMIT changed(kind);
            }
        });
    }
    if (const auto& session = relay_.api().session()) {
        follow(QString::fromStdString(session->channel));
    }
}

pictures::PictureStore& PictureController::storeOf(Kind kind) {
    return kind == Kind::Avatar ? pictures_.faces : pictures_.banners;
}

void PictureController::follow(const QString& channel) {
    const bool isAnother = std::exchange(channel_, channel) != channel;
    if (isAnother) {
        removal_.reset();
        Q_EMIT channelChanged();
    }
    for (const Kind kind : kKinds) {
        ++stateOf(kind).run;  // what is answered from now on is about whoever was signed in before
        cancel(kind);
        take(kind, std::nullopt);
    }
    refresh();
}

void PictureController::refresh() {
    if (channel_.isEmpty()) {
        return;
    }
    const std::array runs{states_[0].run, states_[1].run};
    api_.fetchChannel(channel_, {this, [this, runs, asked = channel_](const Result<wire::Channel>& channel) {
                                     if (!channel || asked != channel_) {
                                         return;
                                     }
                                     for (const Kind kind : kKinds) {
                                         if (runs[static_cast<std::size_t>(kind)] == stateOf(kind).run) {
                                             take(kind,
                                                  kind == Kind::Avatar ? channel->avatar : channel->banner);
                                         }
                                     }
                                 }});
}

void PictureController::take(Kind kind, const std::optional<std::string>& hash) {
    stateOf(kind).hash = hash.value_or("");
    Q_EMIT changed(kind);
}

bool PictureController::hasPicture(Kind kind) const {
    return !stateOf(kind).hash.empty() && removal_ != kind;
}

QPixmap PictureController::picture(Kind kind) {
    return hasPicture(kind) ? storeOf(kind).picture(pictures::pathOfPicture(stateOf(kind).hash)) : QPixmap();
}

QString PictureController::pathOf(Kind kind) const {
    return QStringLiteral("/channels/%1/%2")
        .arg(client::segment(channel_),
             kind == Kind::Avatar ? QStringLiteral("avatar") : QStringLiteral("banner"));
}

void PictureController::send(Kind kind, const QImage& picture) {
    const auto& session = relay_.api().session();
    if (!session) {
        return;
    }
    cancel(kind);
    if (removal_ == kind) {
        removal_.reset();  // what was to be removed is replaced
    }
    State& state = stateOf(kind);
    ++state.run;
    state.sending = std::make_unique<client::Transfer>();
    connect(state.sending.get(), &client::Transfer::progressed, this,
            [this, kind](qint64 sent, qint64 total) {
                if (total > 0) {
                    Q_EMIT progressed(kind, static_cast<int>(sent * 100 / total));
                }
            });
    connect(state.sending.get(), &client::Transfer::finished, this,
            [this, kind, picture](const QString& problem) { sent(kind, problem, picture); });
    const QUrl url(relay_.api().address().toString(QUrl::StripTrailingSlash) + QStringLiteral("/api/v1") +
                   pathOf(kind));
    state.sending->put(url, encodedPicture(picture), session->token);
    Q_EMIT changed(kind);
}

void PictureController::sent(Kind kind, const QString& problem, const QImage& picture) {
    // It is in the middle of telling.
    stateOf(kind).sending.release()->deleteLater();
    Q_EMIT changed(kind);
    if (problem.isEmpty()) {
        learnHash(kind, picture);
    } else {
        Q_EMIT failed(kind, problem);
    }
}

void PictureController::learnHash(Kind kind, const QImage& picture) {
    forgetFace(kind, channel_);
    api_.fetchChannel(
        channel_,
        {this, [this, kind, picture, run = ++stateOf(kind).run](const Result<wire::Channel>& channel) {
             if (run != stateOf(kind).run) {
                 return;
             }
             if (!channel) {
                 Q_EMIT failed(kind, QString::fromStdString(channel.error().message()));
                 return;
             }
             const auto& hash = kind == Kind::Avatar ? channel->avatar : channel->banner;
             if (hash) {
                 storeOf(kind).insert(pictures::pathOfPicture(*hash), QPixmap::fromImage(picture));
             }
             take(kind, hash);
             Q_EMIT saved();
         }});
}

void PictureController::forgetFace(Kind kind, const QString& channel) {
    if (kind == Kind::Avatar) {
        pictures_.faces.forget(pictures::pathOfAvatar(channel));
    }
}

void PictureController::cancel(Kind kind) {
    if (const auto sending = std::exchange(stateOf(kind).sending, nullptr)) {
        ++stateOf(kind).run;
        sending->cancel();
        Q_EMIT changed(kind);
        // The relay may have had all of it by then.
        refresh();
    }
}

void PictureController::remove(Kind kind) {
    finishRemoval();
    if (hasPicture(kind)) {
        removal_ = kind;
        Q_EMIT changed(kind);
        Q_EMIT removed(kind);
    }
}

void PictureController::undoRemoval() {
    if (const auto removal = std::exchange(removal_, std::nullopt)) {
        Q_EMIT changed(*removal);
    }
}

void PictureController::finishRemoval() {
    const auto removal = std::exchange(removal_, std::nullopt);
    if (!removal) {
        return;
    }
    const int run = ++stateOf(*removal).run;
    take(*removal, std::nullopt);
    client::Reply<> done(this, [this, kind = *removal, run, channel = channel_](const Result<>& removed) {
        forgetFace(kind, channel);
        if (run != stateOf(kind).run) {
            return;
        }
        if (removed) {
            Q_EMIT saved();
        } else {
            Q_EMIT failed(kind, QString::fromStdString(removed.error().message()));
            refresh();
        }
    });
    relay_.api().request({"DELETE", pathOf(*removal)}, client::ignoring(this, std::move(done)));
}

}  // namespace footlight::channel
