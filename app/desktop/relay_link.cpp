#include "app/desktop/relay_link.h"

namespace footlight::desktop {

RelayLink::RelayLink(client::RelayClient& client, RelayAccount& account, QObject* parent)
    : QObject(parent), client_(client), account_(account) {}

RelayLink::~RelayLink() {
    // The client lets go first: a relay waits for its connections to end.
    if (bundled_) {
        client_.disconnectFromRelay();
    }
}

void RelayLink::useBundled(BundledRelay::Options options) {
    stop();
    bundled_ = std::make_unique<BundledRelay>(std::move(options));
    connect(bundled_.get(), &BundledRelay::ready, this, [this](const QUrl& hub) {
        account_.beOwner(bundled_->ownerToken());
        client_.connectTo(hub);
        Q_EMIT troubleChanged({});
    });
    connect(bundled_.get(), &BundledRelay::restarting, this, &RelayLink::troubleChanged);
    connect(bundled_.get(), &BundledRelay::failed, this, [this](const QString& message) {
        Q_EMIT troubleChanged(message);
        Q_EMIT failed(message);
    });
    bundled_->start();
}

void RelayLink::useAddress(const QUrl& hub) {
    stop();
    account_.beMember(hub.authority());
    client_.connectTo(hub);
}

void RelayLink::useAddressAsGuest(const QUrl& hub) {
    stop();
    account_.beGuest();
    client_.connectTo(hub);
}

void RelayLink::stop() {
    client_.disconnectFromRelay();
    bundled_.reset();
    Q_EMIT troubleChanged({});
}

}  // namespace footlight::desktop
