#include "app/desktop/people_side.h"

#include <QAction>
#include <QMenu>

#include "app/desktop/app_context.h"
#include "ui/people/account_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icon.h"

namespace footlight::desktop {

PeopleSide::PeopleSide(AppContext& context) : context_(context), account_(context.client, context.account) {}

void PeopleSide::addTo(shell::MainWindow& window) {
    window_ = &window;
    addAccount();
    fillMenu();
}

void PeopleSide::addAccount() {
    accountPage_ = new people::AccountPage(account_);
    connect(accountPage_, &people::AccountPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("account"), sentence); });
    window_->addPage({QStringLiteral("account"), tr("Account"), QStringLiteral("user"), accountPage_,
                      shell::Page::Place::Elsewhere});
}

void PeopleSide::fillMenu() {
    const auto add = [this](const QString& icon, const QString& text) {
        auto* action = new QAction(theme::icon(icon), text, window_);
        window_->identityMenu().addAction(action);
        // Ctrl+K finds it too.
        window_->addAction(action);
        return action;
    };
    auto* account = add(QStringLiteral("user"), tr("Account"));
    connect(account, &QAction::triggered, this, [this] { window_->showPage(QStringLiteral("account")); });
    auto* in = add(QStringLiteral("key"), tr("Sign in"));
    connect(in, &QAction::triggered, accountPage_, &people::AccountPage::signIn);
    auto* out = add(QStringLiteral("close"), tr("Sign out"));
    connect(out, &QAction::triggered, accountPage_, &people::AccountPage::signOut);
    const auto show = [this, in, out] {
        const bool isSignedIn = context_.client.api().session().has_value();
        in->setVisible(!isSignedIn);
        out->setVisible(isSignedIn);
    };
    connect(&account_, &people::AccountState::changed, this, show);
    show();
}

}  // namespace footlight::desktop
