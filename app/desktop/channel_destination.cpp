#include "app/desktop/channel_destination.h"

#include <QUrl>
#include <algorithm>
#include <chrono>

#include "app/desktop/destination_url.h"
#include "app/desktop/relay_account.h"
#include "core/client/relay_client.h"
#include "core/client/secret_store.h"

namespace footlight::desktop {
namespace {

constexpr std::chrono::seconds kSignInWithin{20};

}  // namespace

ChannelDestination::ChannelDestination(client::RelayClient& client, client::SecretStore& secrets,
                                       RelayAccount& account)
    : client_(client), secrets_(secrets), account_(account) {
    patience_.setSingleShot(true);
    connect(&patience_, &QTimer::timeout, this, [this] {
        fail({ErrorCategory::Timeout, "desktop.sign_in", whyNotSignedIn().toStdString()});
    });
    connect(&client_.api(), &client::RelayApi::signedIn, this, [this] {
        if (waitsForSignIn_) {
            signedIn();
        }
    });
    connect(&account_, &RelayAccount::failed, this, [this](const QString& message) {
        if (waitsForSignIn_) {
            fail({ErrorCategory::Denied, "desktop.sign_in", message.toStdString()});
        }
    });
}

std::vector<std::string> ChannelDestination::names() const {
    const auto& relay = client_.relay();
    return relay ? std::vector<std::string>{relay->name} : std::vector<std::string>{};
}

void ChannelDestination::fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) {
    ++run_;
    callback_ = std::move(callback);
    if (client_.api().session()) {
        signedIn();
    } else {
        waitsForSignIn_ = true;
        // Nobody will sign in by themselves after a sign-out.
        patience_.start(account_.staysOut() ? std::chrono::seconds{0} : kSignInWithin);
    }
}

QString ChannelDestination::whyNotSignedIn() const {
    if (account_.staysOut() && account_.isUnattended()) {
        return tr("Nobody is signed in at %1 any more. Open Footlight's window and sign in from the menu at "
                  "the "
                  "top right, then start this again.")
            .arg(account_.place());
    }
    if (account_.staysOut()) {
        return tr("Nobody is signed in. Sign in from the menu at the top right.");
    }
    return client_.message().isEmpty() ? tr("The relay did not let us in within 20 s.") : client_.message();
}

void ChannelDestination::signedIn() {
    waitsForSignIn_ = false;
    patience_.stop();
    if (title_.isEmpty()) {
        findKey();
        return;
    }
    client_.api().setTitle(channel(), title_, {this, [this, run = run_](const Result<wire::Channel>& titled) {
                                                   if (run == run_) {
                                                       titled ? findKey() : fail(titled.error());
                                                   }
                                               }});
}

void ChannelDestination::findKey() {
    secrets_.read(keyName(), {this, [this, run = run_](const Result<std::optional<Secret>>& kept) {
                                  if (run == run_) {
                                      usedKeptKey_ = kept && *kept;
                                      usedKeptKey_ ? deliver(**kept) : makeKey();
                                  }
                              }});
}

void ChannelDestination::makeKey() {
    client_.api().rotateKey(channel(), {this, [this, run = run_](const Result<Secret>& key) {
                                            if (run != run_) {
                                                return;
                                            }
                                            if (!key) {
                                                fail(key.error());
                                                return;
                                            }
                                            secrets_.write(keyName(), *key);
                                            deliver(*key);
                                        }});
}

void ChannelDestination::rotateKey(client::Reply<> reply) {
    client_.api().rotateKey(channel(),
                            {this, [this, reply = std::move(reply)](const Result<Secret>& key) mutable {
                                 if (key) {
                                     secrets_.write(keyName(), *key);
                                 }
                                 reply(key ? Result<>() : Result<>(tl::unexpected<Error>(key.error())));
                             }});
}

void ChannelDestination::fetchKey(client::Reply<Secret> reply) {
    if (!client_.api().session()) {
        reply(footlight::fail(ErrorCategory::Denied, "desktop.sign_in",
                              tr("The relay has not let us in yet.").toStdString()));
        return;
    }
    secrets_.read(keyName(),
                  {this, [this, reply = std::move(reply)](const Result<std::optional<Secret>>& kept) mutable {
                       if (kept && *kept) {
                           reply(**kept);
                           return;
                       }
                       client_.api().rotateKey(
                           channel(), {this, [this, reply = std::move(reply)](Result<Secret> key) mutable {
                                           if (key) {
                                               secrets_.write(keyName(), *key);
                                           }
                                           reply(std::move(key));
                                       }});
                   }});
}

void ChannelDestination::deliver(const Secret& key) {
    if (!client_.relay()) {
        fail({ErrorCategory::Unavailable, "desktop.no_relay", client_.message().toStdString()});
        return;
    }
    const auto& relay = *client_.relay();
    auto destination = destinationFrom(QUrl(QString::fromStdString(relay.rtmps.value_or(relay.rtmp))), key);
    if (!destination) {
        fail(destination.error());
        return;
    }
    destination->name = relay.name;
    finish({{std::move(*destination)}});
}

void ChannelDestination::refused(std::function<void(bool)> callback) {
    if (!usedKeptKey_ || !client_.api().session()) {
        callback(false);
        return;
    }
    client_.api().fetchChannels(
        true, {this, [this, ours = channel().toStdString(),
                      callback = std::move(callback)](const Result<std::vector<wire::Channel>>& live) {
                   // While somebody is on air there it was refused as busy: the key is good.
                   const bool isBusy = live && std::any_of(live->begin(), live->end(), [&](const auto& each) {
                                           return each.name == ours;
                                       });
                   if (!live || isBusy) {
                       callback(false);
                       return;
                   }
                   secrets_.remove(keyName());
                   callback(true);
               }});
}

void ChannelDestination::fail(const Error& error) { finish(tl::unexpected<Error>(error)); }

void ChannelDestination::finish(Result<std::vector<capture::Destination>> outcome) {
    waitsForSignIn_ = false;
    patience_.stop();
    if (const auto callback = std::exchange(callback_, nullptr)) {
        callback(std::move(outcome));
    }
}

QString ChannelDestination::channel() const {
    const auto& session = client_.api().session();
    return session ? QString::fromStdString(session->channel) : QString();
}

QString ChannelDestination::keyName() const {
    return QStringLiteral("stream key of %1 at %2").arg(channel(), account_.place());
}

}  // namespace footlight::desktop
