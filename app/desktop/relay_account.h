#pragma once

#include <QObject>
#include <QString>
#include <optional>

#include "app/desktop/account_keys.h"
#include "core/base/secret.h"
#include "core/client/relay_client.h"
#include "core/client/secret_store.h"
#include "ui/people/account_keeper.h"

namespace footlight::models {
class SettingsStore;
}

namespace footlight::desktop {

/// Who we are on the relay: signs in whenever the client is online and nobody is signed in, so that no person
/// types anything. On another's relay the first time makes an account with the system user's name and a
/// random password, which goes to the keychain; or is whom a person signed in as, whose session is kept there
/// in place of the password. Owned by main.
class RelayAccount : public QObject, public people::AccountKeeper {
    Q_OBJECT
public:
    RelayAccount(client::RelayClient& client, client::SecretStore& secrets, models::SettingsStore& settings,
                 QObject* parent = nullptr);

    /// The relay in the box, which knows `ownerToken`.
    void beOwner(const Secret& ownerToken);
    /// A member of the relay at `place` ("studio.example:8080").
    void beMember(const QString& place);
    /// A sign-out in the window does not hold for a program that nobody sees: as owner it signs in all the
    /// same.
    void setUnattended() { isUnattended_ = true; }
    [[nodiscard]] bool isUnattended() const { return isUnattended_; }
    /// Watches only; never signs in.
    void beGuest();

    /// Whose secrets these are in the SecretStore: "this computer" or the place.
    [[nodiscard]] const QString& place() const { return keys_.place; }

    void signIn(const wire::SignInRequest& request, client::Reply<> reply) override;
    void signUp(const wire::SignUpRequest& request, client::Reply<> reply) override;
    void signInAsOwner(client::Reply<> reply) override;
    /// Somebody signed out here: nobody is signed in before a person does that.
    [[nodiscard]] bool staysOut() const;
    [[nodiscard]] bool isOwnRelay() const override { return role_ == Role::Owner; }
    /// And stays out, also after a restart.
    void signOut() override;
    void readPassword(client::Reply<std::optional<Secret>> reply) override;
    void passwordChanged() override;
    void accountDeleted() override;

Q_SIGNALS:
    /// Could not sign in, and will not try again before the next connection; for people.
    void failed(const QString& message);

private:
    enum class Role { Guest, Owner, Member };

    /// What an answer is for: what comes after another relay was chosen is kept for the one that was asked,
    /// and nothing more is asked for it.
    struct Attempt {
        int run = 0;
        Role role = Role::Guest;
        AccountKeys keys{};
    };

    void become(Role role, const QString& place);
    [[nodiscard]] Attempt thisAttempt() const { return {run_, role_, keys_}; }
    [[nodiscard]] bool isLate(const Attempt& attempt) const { return attempt.run != run_; }
    void signInIfNeeded();
    /// The relay ended our session.
    void sessionLost(const QString& message);
    void signInAsMember(const Attempt& attempt);
    void resume(const Attempt& attempt, const QString& name, const Secret& token);
    void signInByPassword(const Attempt& attempt, const QString& name, bool isKnown);
    void sayWhyNoPassword(const Attempt& attempt, const QString& name);
    /// A reply for what a person typed.
    client::Reply<wire::Session> typed(client::Reply<> reply);
    void keepSession(const AccountKeys& keys, const wire::Session& session);
    void makeAccount(const Attempt& attempt, int tries);
    void accountMade(const Attempt& attempt, const QString& name, int tries,
                     const Result<wire::Session>& session);
    /// A reply that settles `attempt`.
    client::Reply<wire::Session> settling(const Attempt& attempt);
    void settled(const Attempt& attempt, const Result<wire::Session>& session);
    [[nodiscard]] QString keptName() const;

    client::RelayClient& client_;
    client::SecretStore& secrets_;
    models::SettingsStore& settings_;
    Role role_ = Role::Guest;
    AccountKeys keys_;
    Secret ownerToken_;
    bool busy_ = false;
    bool isUnattended_ = false;
    int run_ = 0;
    bool wasTaken_ = false;  ///< the relay has welcomed us with this session
};

/// `name` as a relay takes it (3 to 25 of A-Z a-z 0-9 _ -), or "guest-studio" where nothing of it is left.
QString accountNameFrom(const QString& name);

}  // namespace footlight::desktop
