#include "app/desktop/relay_account.h"

#include <QRandomGenerator>

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
}

void RelayAccount::beOwner(const Secret& ownerToken) {
    ownerToken_ = ownerToken;
    become(Role::Owner, QStringLiteral("this computer"));
}

void RelayAccount::beMember(const QString& place) { become(Role::Member, place); }

void RelayAccount::beGuest() { become(Role::Guest, {}); }

void RelayAccount::become(Role role, const QString& place) {
    role_ = role;
    place_ = place;
    busy_ = false;
}

void RelayAccount::signInIfNeeded() {
    if (busy_ || role_ == Role::Guest || client_.api().session()) {
        return;
    }
    if (role_ == Role::Member && settings_.value(stateKey(), QString()).toString() == kSignedOut) {
        return;
    }
    busy_ = true;
    if (role_ == Role::Owner) {
        client_.api().signInAsOwner(ownerToken_, {this, [this](const auto& session) { settled(session); }});
    } else {
        signInAsMember();
    }
}

void RelayAccount::signInAsMember() {
    const QString known = settings_.value(nameKey(), QString()).toString();
    const QString name = known.isEmpty() ? nameForAttempt(0) : known;
    const auto byPassword = [this, name, isKnown = !known.isEmpty()] { signInByPassword(name, isKnown); };
    if (known.isEmpty()) {
        byPassword();
        return;
    }
    client::Reply<wire::Session> resumed(
        this, [this, name, byPassword](const Result<wire::Session>& session) {
            if (!session && session.error().category() == ErrorCategory::Denied) {
                secrets_.remove(sessionKey(name));
                byPassword();
            } else {
                settled(session);
            }
        });
    secrets_.read(sessionKey(name), {this, [this, byPassword, resumed = std::move(resumed)](
                                               const Result<std::optional<Secret>>& token) mutable {
                                         if (token && *token) {
                                             client_.api().resume(**token, std::move(resumed));
                                         } else {
                                             byPassword();
                                         }
                                     }});
}

void RelayAccount::signInByPassword(const QString& name, bool isKnown) {
    secrets_.read(
        passwordKey(name),
        {this, [this, name, isKnown](const Result<std::optional<Secret>>& password) {
             if (password && *password) {
                 client_.api().signIn(name, **password,
                                      {this, [this](const auto& session) { settled(session); }});
             } else if (settings_.value(stateKey(), QString()).toString() == kTyped) {
                 busy_ = false;
                 Q_EMIT failed(tr("%1 is not signed in at %2 any more. Sign in again from the menu at the "
                                  "top right.")
                                   .arg(name, place_));
             } else if (isKnown) {
                 busy_ = false;
                 Q_EMIT failed(tr("The keychain does not give out the password of %1 at %2. Unlock the "
                                  "keychain and start Footlight again.")
                                   .arg(name, place_));
             } else {
                 makeAccount(0);
             }
         }});
}

client::Reply<wire::Session> RelayAccount::typed(client::Reply<> reply) {
    return {this, [this, reply = std::move(reply)](const Result<wire::Session>& session) mutable {
                if (session && role_ == Role::Member) {
                    settings_.setValue(nameKey(), QString::fromStdString(session->user.name));
                    settings_.setValue(stateKey(), kTyped);
                    keepSession(*session);
                }
                reply(session ? Result<>() : Result<>(fail(session.error())));
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
    const QString name = settings_.value(nameKey(), QString()).toString();
    if (role_ == Role::Member) {
        settings_.setValue(stateKey(), kSignedOut);
        secrets_.remove(sessionKey(name));
    }
    client_.api().signOut();
}

void RelayAccount::keepSession(const wire::Session& session) {
    secrets_.write(sessionKey(QString::fromStdString(session.user.name)), session.token);
}

void RelayAccount::readPassword(client::Reply<std::optional<Secret>> reply) {
    const auto& session = client_.api().session();
    if (role_ != Role::Member || !session) {
        reply(std::optional<Secret>());
        return;
    }
    secrets_.read(passwordKey(QString::fromStdString(session->user.name)), std::move(reply));
}

void RelayAccount::passwordChanged() {
    if (const auto& session = client_.api().session(); session && role_ == Role::Member) {
        secrets_.remove(passwordKey(QString::fromStdString(session->user.name)));
        settings_.setValue(stateKey(), kTyped);
        keepSession(*session);
    }
}

void RelayAccount::accountDeleted() {
    const QString name = settings_.value(nameKey(), QString()).toString();
    secrets_.remove(passwordKey(name));
    secrets_.remove(sessionKey(name));
    settings_.setValue(nameKey(), QString());
    settings_.setValue(stateKey(), kSignedOut);
    client_.api().forgetSession();
}

void RelayAccount::makeAccount(int attempt) {
    const QString name = nameForAttempt(attempt);
    const Secret password = Secret::random(192);
    client::Reply<wire::Session> made(
        this, [this, name, attempt](Result<wire::Session> session) { accountMade(name, attempt, session); });
    // Kept before it is used: an account whose password is lost is of no use to anybody.
    secrets_.write(passwordKey(name), password,
                   {this, [this, name, password, made = std::move(made)](const Result<>&) mutable {
                        client_.api().signUp(name, password, std::move(made));
                    }});
}

void RelayAccount::accountMade(const QString& name, int attempt, const Result<wire::Session>& session) {
    if (!session) {
        secrets_.remove(passwordKey(name));
        if (session.error().category() == ErrorCategory::Conflict && attempt + 1 < kMostAttempts) {
            makeAccount(attempt + 1);
            return;
        }
    } else if (secrets_.available()) {
        settings_.setValue(nameKey(), name);
    }
    settled(session);
}

void RelayAccount::settled(const Result<wire::Session>& session) {
    busy_ = false;
    if (!session) {
        Q_EMIT failed(QString::fromStdString(session.error().message()));
    } else if (role_ == Role::Member) {
        keepSession(*session);
    }
}

QString RelayAccount::nameKey() const { return QStringLiteral("account/") + place_; }

QString RelayAccount::stateKey() const { return QStringLiteral("signedIn/") + place_; }

QString RelayAccount::sessionKey(const QString& name) const {
    return QStringLiteral("session of %1 at %2").arg(name, place_);
}

QString RelayAccount::passwordKey(const QString& name) const {
    return QStringLiteral("password of %1 at %2").arg(name, place_);
}

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
