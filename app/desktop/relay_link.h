#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "app/desktop/bundled_relay.h"
#include "app/desktop/relay_account.h"

namespace footlight::desktop {

/// Which relay the app uses: the one in the box, which it then starts and stops, or another. Connects the
/// client to it and signs in. Owned by main.
class RelayLink : public QObject {
    Q_OBJECT
public:
    RelayLink(client::RelayClient& client, RelayAccount& account, QObject* parent = nullptr);
    ~RelayLink() override;

    void useBundled(BundledRelay::Options options);
    /// Stops a bundled relay that runs.
    void useAddress(const QUrl& hub);
    /// For watching alone: no account is made.
    void useAddressAsGuest(const QUrl& hub);
    /// Ends a bundled relay and waits for that, at most 5 s.
    void stop();

    [[nodiscard]] bool isBundled() const { return bundled_ != nullptr; }

Q_SIGNALS:
    /// What is wrong with the relay in the box and what to do, for people; empty once it runs again.
    void troubleChanged(const QString& message);
    /// The relay in the box does not run and will not by itself.
    void failed(const QString& message);

private:
    client::RelayClient& client_;
    RelayAccount& account_;
    std::unique_ptr<BundledRelay> bundled_;
};

}  // namespace footlight::desktop
