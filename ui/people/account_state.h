#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "core/client/account_api.h"
#include "core/client/security_api.h"
#include "core/wire/account.h"
#include "ui/people/account_keeper.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// Who is signed in, as the account page shows it: fetched when somebody signs in and when the page is looked
/// at. What wants the password anew asks for it here. Made by the app, on the window's thread.
class AccountState final : public QObject {
    Q_OBJECT
public:
    AccountState(client::RelayClient& relay, AccountKeeper& keeper, QObject* parent = nullptr);

    /// Nothing while nobody is signed in, or before the relay has answered.
    [[nodiscard]] const std::optional<wire::Me>& me() const { return me_; }
    [[nodiscard]] QString name() const;
    /// A person chose a password, and types it for what is serious.
    [[nodiscard]] bool asksForPassword() const;
    /// What proves who asks: what was typed, or the password that the app keeps; nothing where there is none.
    [[nodiscard]] std::optional<Secret> proof(const QString& typed) const;
    void refresh();
    /// Changes whenever somebody signs in or out (see forSameUser).
    [[nodiscard]] int userRun() const { return userRun_; }

    [[nodiscard]] client::RelayClient& relay() { return relay_; }
    [[nodiscard]] client::AccountApi& account() { return account_; }
    [[nodiscard]] client::SecurityApi& security() { return security_; }
    [[nodiscard]] AccountKeeper& keeper() { return keeper_; }

Q_SIGNALS:
    void changed();
    /// Somebody signed in or out: what was typed and shown is not for who is here now.
    void userChanged();

private:
    void forget();

    client::RelayClient& relay_;
    AccountKeeper& keeper_;
    client::AccountApi account_;
    client::SecurityApi security_;
    std::optional<wire::Me> me_;
    std::optional<Secret> kept_;
    int userRun_ = 0;
};

/// What went wrong, for people; empty where nothing did.
template <typename T>
QString problemOf(const Result<T>& result) {
    return result ? QString() : QString::fromStdString(result.error().message());
}

}  // namespace footlight::people
