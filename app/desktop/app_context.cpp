#include "app/desktop/app_context.h"

#include "core/client/memory_keychain.h"
#include "core/client/qt_keychain.h"

namespace footlight::desktop {
namespace {

std::unique_ptr<client::Keychain> keychainFor(const Places& places) {
    if (places.keepsSecrets) {
        return std::make_unique<client::QtKeychain>(QStringLiteral("footlight"));
    }
    return std::make_unique<client::MemoryKeychain>();
}

}  // namespace

AppContext::AppContext(Places where)
    : places(std::move(where)),
      settings(places.settingsFile),
      secrets(keychainFor(places)),
      client(clock),
      account(client, secrets, settings),
      link(client, account),
      destination(client, secrets, account) {}

Result<> AppContext::useRelay(const QString& address) {
    QString chosen = address;
    if (chosen.isEmpty() &&
        settings.value(models::keys::kRelayKind, QString()) == QStringLiteral("address")) {
        chosen = settings.value(models::keys::kRelayAddress, QString()).toString();
    }
    if (chosen.isEmpty()) {
        useBundledRelay();
        return {};
    }
    auto hub = hubFromText(chosen);
    if (!hub) {
        return fail(std::move(hub.error()));
    }
    link.useAddress(*hub);
    return {};
}

void AppContext::useBundledRelay() {
    BundledRelay::Options options;
    options.dataFolder = places.relayFolder;
    options.reach = settings.value(models::keys::kRelayShared, false).toBool() ? RelayReach::Network
                                                                               : RelayReach::ThisComputer;
    link.useBundled(std::move(options));
}

QUrl playbackUrl(const wire::RelayInfo& relay, const QString& channel) {
    return QUrl(QStringLiteral("%1/live/%2/index.m3u8").arg(QString::fromStdString(relay.media), channel));
}

Result<QUrl> hubFromText(const QString& text) {
    const QUrl hub = client::hubUrlFromText(text);
    if (!hub.isValid()) {
        return fail(
            ErrorCategory::Invalid, "desktop.relay_address",
            "\"" + text.toStdString() +
                "\" is not the address of a relay. It looks like studio.example, studio.example:8080 or "
                "http://studio.example:8080.");
    }
    return hub;
}

}  // namespace footlight::desktop
