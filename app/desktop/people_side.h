#pragma once

#include <QObject>

#include "ui/people/account_state.h"

namespace footlight::people {
class AccountPage;
}
namespace footlight::shell {
class MainWindow;
}

namespace footlight::desktop {

struct AppContext;

/// Oneself and other people in the window: account, notifications, friends. Owned by the window's app, and
/// outlives the window.
class PeopleSide : public QObject {
    Q_OBJECT
public:
    explicit PeopleSide(AppContext& context);

    /// Once, before the window is shown.
    void addTo(shell::MainWindow& window);

private:
    void addAccount();
    void fillMenu();

    AppContext& context_;
    people::AccountState account_;
    shell::MainWindow* window_ = nullptr;
    people::AccountPage* accountPage_ = nullptr;
};

}  // namespace footlight::desktop
