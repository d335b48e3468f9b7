#include "app/desktop/people_side.h"

#include <QAction>
#include <QMenu>

#include "app/desktop/app_context.h"
#include "ui/audience/friends_watching.h"
#include "ui/people/account_page.h"
#include "ui/people/bell_button.h"
#include "ui/people/friends_page.h"
#include "ui/people/home_page.h"
#include "ui/people/inbox_panel.h"
#include "ui/people/notifications_page.h"
#include "ui/people/profile_page.h"
#include "ui/shell/main_window.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/account_dialog.h"

namespace footlight::desktop {

PeopleSide::PeopleSide(AppContext& context)
    : context_(context),
      pictures_(context.client.api()),
      account_(context.client, context.account),
      inbox_(context.client),
      follows_(context.client),
      friends_(context.client),
      directory_(context.client),
      upcoming_(context.client, follows_),
      profile_(context.client) {}

void PeopleSide::addHomeTo(shell::MainWindow& window, audience::FriendsWatching& friendsWatching) {
    window_ = &window;
    home_ = new people::HomePage(
        {directory_,
         follows_,
         upcoming_,
         friends_,
         {friendsWatching, audience::FriendsWatching::Name, audience::FriendsWatching::Channel},
         pictures_.faces});
    connect(home_, &people::HomePage::watchAsked, this, &PeopleSide::watchAsked);
    connect(home_, &people::HomePage::channelAsked, this, &PeopleSide::openChannel);
    connect(home_, &people::HomePage::studioAsked, this, &PeopleSide::studioAsked);
    connect(home_, &people::HomePage::friendsAsked, this,
            [this] { window_->showPage(QStringLiteral("friends")); });
    window_->addPage(
        {QStringLiteral("home"), tr("Home"), QStringLiteral("home"), home_, shell::Page::Place::Top});
}

void PeopleSide::addTo(shell::MainWindow& window) {
    window_ = &window;
    addFriends();
    addAccount();
    addNotifications();
    addProfile();
    fillMenu();
    connect(&follows_, &people::Follows::failed, window_,
            [this](const QString& message) { window_->setNotice(QStringLiteral("follows"), message); });
    connect(&context_.client.api(), &client::RelayApi::signedOut, window_,
            [this] { widgets::closeAccountDialogs(*window_); });
}

void PeopleSide::addFriends() {
    auto* page = new people::FriendsPage(friends_, pictures_.faces);
    connect(page, &people::FriendsPage::channelAsked, this, &PeopleSide::openChannel);
    connect(page, &people::FriendsPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("friends"), sentence); });
    window_->addPage({QStringLiteral("friends"), tr("Friends"), QStringLiteral("users"), page,
                      shell::Page::Place::Elsewhere});
}

void PeopleSide::addProfile() {
    auto* page = new people::ProfilePage(profile_, follows_, pictures_);
    connect(page, &people::ProfilePage::watchAsked, this, &PeopleSide::watchAsked);
    connect(page, &people::ProfilePage::playAsked, this, &PeopleSide::playAsked);
    connect(page, &people::ProfilePage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("profile"), sentence); });
    window_->addPage({QStringLiteral("profile"), tr("Channel"), QStringLiteral("channel"), page,
                      shell::Page::Place::Elsewhere});
}

void PeopleSide::openChannel(const QString& channel) {
    window_->setNotice(QStringLiteral("profile"), {});
    profile_.open(channel);
    window_->showPage(QStringLiteral("profile"));
}

void PeopleSide::addAccount() {
    accountPage_ = new people::AccountPage(account_, pictures_.faces);
    connect(accountPage_, &people::AccountPage::pictureAsked, this, &PeopleSide::pictureAsked);
    connect(accountPage_, &people::AccountPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("account"), sentence); });
    window_->addPage({QStringLiteral("account"), tr("Account"), QStringLiteral("user"), accountPage_,
                      shell::Page::Place::Elsewhere});
}

void PeopleSide::addNotifications() {
    window_->addPage({QStringLiteral("notifications"), tr("Notifications"), QStringLiteral("bell"),
                      new people::NotificationsPage(inbox_), shell::Page::Place::Elsewhere});
    auto* bell = new people::BellButton(window_);
    panel_ = new people::InboxPanel(inbox_, window_);
    window_->addTool(bell);
    connect(bell, &QToolButton::clicked, this, [this, bell] {
        panel_->openAt(bell->mapToGlobal(QPoint(bell->width(), bell->height() + theme::kGap4)));
    });
    connect(panel_, &people::InboxPanel::chosen, this, &PeopleSide::go);
    connect(panel_, &people::InboxPanel::choicesAsked, this,
            [this] { window_->showPage(QStringLiteral("notifications")); });
    connect(&inbox_, &people::Inbox::changed, bell, [this, bell] {
        bell->setUnread(inbox_.unread());
        bell->setVisible(inbox_.isSignedIn());
    });
    connect(&inbox_, &people::Inbox::failed, window_,
            [this](const QString& message) { window_->setNotice(QStringLiteral("notifications"), message); });
    bell->setVisible(inbox_.isSignedIn());
    tray_ = std::make_unique<Tray>(*window_, context_.settings);
    connect(&inbox_, &people::Inbox::arrived, tray_.get(), &Tray::tell);
    connect(tray_.get(), &Tray::chosen, this, &PeopleSide::go);
}

void PeopleSide::go(const wire::Notification& notification) {
    using Kind = wire::NotificationKind;
    const QString channel = QString::fromStdString(notification.channel);
    switch (notification.kind) {
        case Kind::WentLive:
        case Kind::Mention:
        case Kind::Reply:
            Q_EMIT watchAsked(channel);
            break;
        case Kind::NewRecording:
            if (const auto& relay = context_.client.relay(); relay && notification.broadcast) {
                const std::string address =
                    relay->media + "/vod/" + notification.broadcast->text() + "/index.m3u8";
                Q_EMIT playAsked(QString::fromStdString(address), QString::fromStdString(notification.title));
            }
            break;
        case Kind::StartsSoon:
            openChannel(channel);
            break;
        case Kind::Follower:
            openChannel(notification.from ? QString::fromStdString(notification.from->name) : channel);
            break;
        case Kind::FriendRequest:
        case Kind::FriendAccepted:
            window_->showPage(QStringLiteral("friends"));
            break;
        case Kind::WebhookSuspended:
            window_->showPage(QStringLiteral("notifications"));
            break;
    }
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
    auto* told = add(QStringLiteral("bell"), tr("Notifications"));
    connect(told, &QAction::triggered, this, [this] { window_->showPage(QStringLiteral("notifications")); });
    auto* friends = add(QStringLiteral("users"), tr("Friends"));
    connect(friends, &QAction::triggered, this, [this] { window_->showPage(QStringLiteral("friends")); });
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
