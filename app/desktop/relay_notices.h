#pragma once

#include <QObject>

namespace footlight::shell {
class MainWindow;
}

namespace footlight::desktop {

struct AppContext;

/// Puts what is wrong with relay, account and keychain on the window's one status line, and who is signed in
/// on its header. Owned by the window's app.
class RelayNotices : public QObject {
    Q_OBJECT
public:
    RelayNotices(AppContext& context, shell::MainWindow& window);
};

}  // namespace footlight::desktop
