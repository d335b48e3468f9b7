#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/client/reply.h"
#include "ui/studio/ports.h"

namespace footlight::client {
class RelayClient;
class SecretStore;
}  // namespace footlight::client

namespace footlight::desktop {

class RelayAccount;

/// Where our channel's broadcasts go: waits to be signed in, sets the title where one was given, and finds or
/// makes the channel's stream key. Owned by main, on the window's thread.
class ChannelDestination final : public QObject, public studio::DestinationProvider {
    Q_OBJECT
public:
    ChannelDestination(client::RelayClient& client, client::SecretStore& secrets, RelayAccount& account);

    /// Set on the channel by each fetch; an empty one leaves the channel's as it is.
    void setTitle(const QString& title) { title_ = title.trimmed(); }

    [[nodiscard]] std::vector<std::string> names() const override;
    /// Errors after 20 s without a sign-in, or with the relay's words. A second call takes the first one's
    /// place.
    void fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) override;
    /// A kept key that the relay does not know any more is forgotten, so that another fetch makes a new one.
    void refused(std::function<void(bool isWorthAnother)> callback) override;
    /// Makes a new stream key and keeps it; the former one is worth nothing from then on.
    void rotateKey(client::Reply<> reply);
    /// The key as it is kept, made where there is none. Denied while nobody is signed in.
    void fetchKey(client::Reply<Secret> reply);

private:
    [[nodiscard]] QString whyNotSignedIn() const;
    void signedIn();
    void findKey();
    void makeKey();
    void deliver(const Secret& key);
    void finish(Result<std::vector<capture::Destination>> outcome);
    void fail(const Error& error);
    [[nodiscard]] QString channel() const;
    [[nodiscard]] QString keyName() const;

    client::RelayClient& client_;
    client::SecretStore& secrets_;
    RelayAccount& account_;
    QTimer patience_;
    QString title_;
    std::function<void(Result<std::vector<capture::Destination>>)> callback_;
    bool waitsForSignIn_ = false;
    bool usedKeptKey_ = false;
    unsigned run_ = 0;
};

/// A destination that is known beforehand: `golive --rtmp`.
class FixedDestination final : public studio::DestinationProvider {
public:
    explicit FixedDestination(capture::Destination destination) : destination_(std::move(destination)) {}
    [[nodiscard]] std::vector<std::string> names() const override { return {destination_.name}; }
    void fetch(std::function<void(Result<std::vector<capture::Destination>>)> callback) override {
        callback({{destination_}});
    }

private:
    capture::Destination destination_;
};

}  // namespace footlight::desktop
