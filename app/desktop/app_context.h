#pragma once

#include "app/desktop/channel_destination.h"
#include "app/desktop/places.h"
#include "app/desktop/relay_account.h"
#include "app/desktop/relay_link.h"
#include "app/desktop/settings_file.h"
#include "core/base/clock.h"
#include "core/client/relay_client.h"
#include "core/client/secret_store.h"

namespace footlight::desktop {

/// What every verb is built on, in the order of who needs whom. Made by main; handed out by reference.
struct AppContext {
    explicit AppContext(Places where);

    /// Uses the relay that `address` names, or without one what Settings says: at first the one in the box.
    Result<> useRelay(const QString& address);
    void useBundledRelay();

    Places places;
    SystemClock clock;
    SettingsFile settings;
    client::SecretStore secrets;
    client::RelayClient client;
    RelayAccount account;
    RelayLink link;
    ChannelDestination destination;
};

/// "http://host:port/live/<channel>/index.m3u8".
QUrl playbackUrl(const wire::RelayInfo& relay, const QString& channel);

/// The hub that a person named. Invalid with a sentence where it is no address.
Result<QUrl> hubFromText(const QString& text);

}  // namespace footlight::desktop
