#include "app/desktop/relay_account.h"

#include <QRandomGenerator>
#include <utility>

#include "ui/models/settings_store.h"

namespace footlight::desktop {
namespace {

constexpr qsizetype kShortestName = 3;
constexpr qsizetype kLongestName = 25;
constexpr int kMostAttempts = 5;

// How somebody is at a relay, in the settings.
const QString kSignedOut = QStringLiteral("out");
const QString kTyped = QStringLiteral("typed");

bool isPlain(QChar c) {
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) ||
           (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
           (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') || c == QLatin1Char('-');
}

/// The system user's name; from the second attempt on with four digits, as somebody else has that name.
QString nameForAttempt(int attempt) {
    const QString name = accountNameFrom(qEnvironmentVariable("USER"));
    if (attempt == 0) {
        return name;
    }
    const int digits = QRandomGenerator::global()->bounded(1'000, 10'000);
    return QStringLiteral("%1-%2").arg(name.left(kLongestName - 5)).arg(digits);
}

}  // namespace

RelayAccount::RelayAccount(client::RelayClient& client, client::SecretStore& secrets,
                           models::SettingsStore& settings, QObject* parent)
    : QObject(parent), client_(client), secrets_(secrets), settings_(settings) {
    connect(&client_, &client::RelayClient::connectionChanged, this, [this](client::ConnectionState state) {
        if (state == client::ConnectionState::Online) {
            signInIfNeeded();
        }
    });
    connect(&client_.api(), &client::RelayApi::signedIn, this, [this] { wasTaken_ = false; });
    connect(&client_.live(), &client::LiveSocket::opened, this,
            [this](const std::optional<wire::User>& user) { wasTaken_ = user.has_value(); });
    connect(&client_.api(), &client::RelayApi::sessionLost, this, &RelayAccount::sessionLost);
}

void RelayAccount::beOwner(const Secret& ownerToken) {
    ownerToken_ = ownerToken;
    become(Role::Owner, QStringLiteral("this computer"));
}

void RelayAccount::beMember(const QString& place) { become(Role::Member, place); }

void RelayAccount::beGuest() { become(Role::Guest, {}); }

void RelayAccount::become(Role role, const QString& place) {
    ++run_;
    role_ = role;
    keys_ = {place};
    busy_ = false;
}

bool RelayAccount::staysOut() const {
    const bool isAsked = role_ == Role::Member || (role_ == Role::Owner && !isUnattended_);
    return isAsked && settings_.value(keys_.state(), QString()).toString() == kSignedOut;
}

void RelayAccount::signInIfNeeded() {
    if (busy_ || role_ == Role::Guest || client_.api().session() || staysOut()) {
        return;
    }
    busy_ = true;
    if (role_ == Role::Owner) {
        client_.api().signInAsOwner(ownerToken_, settling(thisAttempt()));
    } else {
        signInAsMember(thisAttempt());
    }
}

void RelayAccount::sessionLost(const QString& message) {
    if (role_ == Role::Member) {
        secrets_.remove(keys_.sessionOf(keptName()));
    }
    // A relay that never took the session would be asked for another for ever.
    if (std::exchange(wasTaken_, false)) {
        signInIfNeeded();
    } else {
        Q_EMIT failed(message);
    }
}

void RelayAccount::signInAsMember(const Attempt& attempt) {
    const QString name = keptName();
    if (name.isEmpty()) {
        signInByPassword(attempt, nameForAttempt(0), false);
        return;
    }
    secrets_.read(attempt.keys.sessionOf(name),
                  {this, [this, attempt, name](const Result<std::optional<Secret>>& token) {
                       if (isLate(attempt)) {
                           return;
                       }
                       if (token && *token) {
                           resume(attempt, name, **token);
                       } else {
                           signInByPassword(attempt, name, true);
                       }
                   }});
}

void RelayAccount::resume(const Attempt& attempt, const QString& name, const Secret& token) {
    client_.api().resume(token, {this, [this, attempt, name](const Result<wire::Session>& session) {
                                     if (session || session.error().category() != ErrorCategory::Denied) {
                                         settled(attempt, session);
                                         return;
                                     }
                                     secrets_.remove(attempt.keys.sessionOf(name));
                                     signInByPassword(attempt, name, true);
                                 }});
}

void RelayAccount::signInByPassword(const Attempt& attempt, const QString& name, bool isKnown) {
    if (isLate(attempt)) {
        return;
    }
    secrets_.read(attempt.keys.passwordOf(name),
                  {this, [this, attempt, name, isKnown](const Result<std::optional<Secret>>& password) {
                       if (isLate(attempt)) {
                           return;
                       }
                       if (password && *password) {
                           client_.api().signIn(name, **password, settling(attempt));
                       } else if (isKnown) {
                           busy_ = false;
                           sayWhyNoPassword(attempt, name);
                       } else {
                           makeAccount(attempt, 0);
                       }
                   }});
}

void RelayAccount::sayWhyNoPassword(const Attempt& attempt, const QString& name) {
    if (settings_.value(attempt.keys.state(), QString()).toString() == kTyped) {
        Q_EMIT failed(tr("%1 is not signed in at %2 any more. Sign in again from the menu at the "
                         "top right.")
                          .arg(name, attempt.keys.place));
    } else {
        Q_EMIT failed(tr("The keychain does not give out the password of %1 at %2. Unlock the "
                         "keychain and start Footlight again.")
                          .arg(name, attempt.keys.place));
    }
}

client::Reply<wire::Session> RelayAccount::typed(client::Reply<> reply) {
    return {this, [this, attempt = thisAttempt(),
                   reply = std::move(reply)](const Result<wire::Session>& session) mutable {
                if (session && attempt.role == Role::Member) {
                    settings_.setValue(attempt.keys.name(), QString::fromStdString(session->user.name));
                    settings_.setValue(attempt.keys.state(), kTyped);
                    keepSession(attempt.keys, *session);
                } else if (session && attempt.role == Role::Owner) {
                    settings_.setValue(attempt.keys.state(), QString());
                }
                if (session && isLate(attempt)) {
                    reply(fail(ErrorCategory::Closed, "desktop.relay_changed",
                               tr("Another relay was chosen before this one answered.").toStdString()));
                } else {
                    reply(session ? Result<>() : Result<>(fail(session.error())));
                }
            }};
}

void RelayAccount::signIn(const wire::SignInRequest& request, client::Reply<> reply) {
    client_.api().signIn(request, typed(std::move(reply)));
}

void RelayAccount::signUp(const wire::SignUpRequest& request, client::Reply<> reply) {
    client_.api().signUp(request, typed(std::move(reply)));
}

void RelayAccount::signInAsOwner(client::Reply<> reply) {
    client_.api().signInAsOwner(ownerToken_, typed(std::move(reply)));
}

void RelayAccount::signOut() {
    if (role_ != Role::Guest) {
        settings_.setValue(keys_.state(), kSignedOut);
    }
    if (role_ == Role::Member) {
        secrets_.remove(keys_.sessionOf(keptName()));
    }
    client_.api().signOut();
}

void RelayAccount::keepSession(const AccountKeys& keys, const wire::Session& session) {
    secrets_.write(keys.sessionOf(QString::fromStdString(session.user.name)), session.token);
}

void RelayAccount::readPassword(client::Reply<std::optional<Secret>> reply) {
    const auto& session = client_.api().session();
    if (role_ != Role::Member || !session) {
        reply(std::optional<Secret>());
        return;
    }
    secrets_.read(keys_.passwordOf(QString::fromStdString(session->user.name)), std::move(reply));
}

void RelayAccount::passwordChanged() {
    if (const auto& session = client_.api().session(); session && role_ == Role::Member) {
        secrets_.remove(keys_.passwordOf(QString::fromStdString(session->user.name)));
        settings_.setValue(keys_.state(), kTyped);
        keepSession(keys_, *session);
    }
}

void RelayAccount::accountDeleted() {
    const QString name = keptName();
    secrets_.remove(keys_.passwordOf(name));
    secrets_.remove(keys_.sessionOf(name));
    settings_.setValue(keys_.name(), QString());
    settings_.setValue(keys_.state(), kSignedOut);
    client_.api().forgetSession();
}

void RelayAccount::makeAccount(const Attempt& attempt, int tries) {
    const QString name = nameForAttempt(tries);
    const Secret password = Secret::random(192);
    // Kept before it is used: an account whose password is lost is of no use to anybody.
    secrets_.write(attempt.keys.passwordOf(name), password,
                   {this, [this, attempt, name, password, tries](const Result<>&) {
                        if (isLate(attempt)) {
                            secrets_.remove(attempt.keys.passwordOf(name));
                            return;
                        }
                        client_.api().signUp(
                            name, password,
                            {this, [this, attempt, name, tries](const Result<wire::Session>& session) {
                                 accountMade(attempt, name, tries, session);
                             }});
                    }});
}

void RelayAccount::accountMade(const Attempt& attempt, const QString& name, int tries,
                               const Result<wire::Session>& session) {
    if (!session) {
        secrets_.remove(attempt.keys.passwordOf(name));
        if (!isLate(attempt) && session.error().category() == ErrorCategory::Conflict &&
            tries + 1 < kMostAttempts) {
            makeAccount(attempt, tries + 1);
            return;
        }
    } else if (secrets_.available()) {
        settings_.setValue(attempt.keys.name(), name);
    }
    settled(attempt, session);
}

client::Reply<wire::Session> RelayAccount::settling(const Attempt& attempt) {
    return {this, [this, attempt](const Result<wire::Session>& session) { settled(attempt, session); }};
}

void RelayAccount::settled(const Attempt& attempt, const Result<wire::Session>& session) {
    if (session && attempt.role == Role::Member) {
        keepSession(attempt.keys, *session);
    }
    if (isLate(attempt)) {
        return;
    }
    busy_ = false;
    if (!session) {
        Q_EMIT failed(QString::fromStdString(session.error().message()));
    }
}

QString RelayAccount::keptName() const { return settings_.value(keys_.name(), QString()).toString(); }

QString accountNameFrom(const QString& name) {
    QString plain;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (isPlain(c)) {
            plain += c;
        }
    }
    plain = plain.left(kLongestName);
    return plain.size() >= kShortestName ? plain : QStringLiteral("guest-studio");
}

}  // namespace footlight::desktop
