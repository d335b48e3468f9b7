#include "app/desktop/relay_notices.h"

#include "app/desktop/app_context.h"
#include "ui/shell/main_window.h"

namespace footlight::desktop {

RelayNotices::RelayNotices(AppContext& context, shell::MainWindow& window) : QObject(&window) {
    auto* shown = &window;
    connect(&context.client, &client::RelayClient::connectionChanged, shown,
            [shown](client::ConnectionState, const QString& message) {
                shown->setNotice(QStringLiteral("relay"), message);
            });
    connect(&context.link, &RelayLink::troubleChanged, shown,
            [shown](const QString& message) { shown->setNotice(QStringLiteral("bundled relay"), message); });
    connect(&context.account, &RelayAccount::failed, shown,
            [shown](const QString& message) { shown->setNotice(QStringLiteral("account"), message); });
    connect(&context.secrets, &client::SecretStore::unavailable, shown,
            [shown](const QString& message) { shown->setNotice(QStringLiteral("keychain"), message); });
    connect(&context.client.api(), &client::RelayApi::signedIn, shown, [shown](const wire::Session& session) {
        shown->setIdentity(QString::fromStdString(session.user.name));
        shown->setNotice(QStringLiteral("account"), {});
    });
    connect(&context.client.api(), &client::RelayApi::signedOut, shown, [shown] { shown->setIdentity({}); });
}

}  // namespace footlight::desktop
