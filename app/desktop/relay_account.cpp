#include "app/desktop/relay_account.h"

#include <QRandomGenerator>

#include "ui/models/settings_store.h"

namespace footlight::desktop {
namespace {

constexpr qsizetype kShortestName = 3;
constexpr qsizetype kLongestName = 25;
constexpr int kMostAttempts = 5;

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
    secrets_.read(
        passwordKey(name),
        {this, [this, name, isKnown = !known.isEmpty()](const Result<std::optional<Secret>>& password) {
             if (password && *password) {
                 client_.api().signIn(name, **password,
                                      {this, [this](const auto& session) { settled(session); }});
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
    }
}

QString RelayAccount::nameKey() const { return QStringLiteral("account/") + place_; }

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
