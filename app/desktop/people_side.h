#pragma once

#include <QObject>
#include <memory>

#include "app/desktop/tray.h"
#include "ui/people/account_state.h"
#include "ui/people/directory.h"
#include "ui/people/follows.h"
#include "ui/people/friends.h"
#include "ui/people/inbox.h"
#include "ui/people/profile.h"
#include "ui/people/upcoming.h"
#include "ui/pictures/picture_store.h"

namespace footlight::audience {
class FriendsWatching;
}
namespace footlight::people {
class AccountPage;
class HomePage;
class InboxPanel;
}  // namespace footlight::people
namespace footlight::shell {
class MainWindow;
}

namespace footlight::desktop {

struct AppContext;

/// Oneself and other people in the window: home, account, notifications, friends, other's channels. Owned by
/// the window's app, and outlives the window.
class PeopleSide : public QObject {
    Q_OBJECT
public:
    explicit PeopleSide(AppContext& context);

    /// Once, before the window is shown: the first page. The list outlives the window.
    void addHomeTo(shell::MainWindow& window, audience::FriendsWatching& friendsWatching);
    /// The others, once.
    void addTo(shell::MainWindow& window);
    [[nodiscard]] people::HomePage& home() { return *home_; }
    [[nodiscard]] people::Follows& follows() { return follows_; }
    [[nodiscard]] pictures::Pictures& pictures() { return pictures_; }
    /// The page of somebody's channel.
    void openChannel(const QString& channel);

Q_SIGNALS:
    void studioAsked();
    /// The picture of one's own channel is to be chosen.
    void pictureAsked();
    /// That channel is to be watched.
    void watchAsked(const QString& channel);
    /// That recording is to be played: its playlist and its title.
    void playAsked(const QString& address, const QString& title);

private:
    void addAccount();
    void addNotifications();
    void addFriends();
    void addProfile();
    /// Where it happened.
    void go(const wire::Notification& notification);
    void fillMenu();

    AppContext& context_;
    pictures::Pictures pictures_;
    people::AccountState account_;
    people::Inbox inbox_;
    people::Follows follows_;
    people::Friends friends_;
    people::Directory directory_;
    people::Upcoming upcoming_;
    people::Profile profile_;
    shell::MainWindow* window_ = nullptr;
    std::unique_ptr<Tray> tray_;
    people::HomePage* home_ = nullptr;
    people::AccountPage* accountPage_ = nullptr;
    people::InboxPanel* panel_ = nullptr;
};

}  // namespace footlight::desktop
