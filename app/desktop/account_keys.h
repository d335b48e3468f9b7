#pragma once

#include <QString>

namespace footlight::desktop {

/// Under which names the settings and the keychain keep who we are at one relay. A late answer is kept under
/// those of the relay that was asked.
struct AccountKeys {
    QString place;  ///< "this computer", or the relay's address without its scheme

    [[nodiscard]] QString name() const { return QStringLiteral("account/") + place; }
    [[nodiscard]] QString state() const { return QStringLiteral("signedIn/") + place; }
    [[nodiscard]] QString sessionOf(const QString& who) const {
        return QStringLiteral("session of %1 at %2").arg(who, place);
    }
    [[nodiscard]] QString passwordOf(const QString& who) const {
        return QStringLiteral("password of %1 at %2").arg(who, place);
    }
};

}  // namespace footlight::desktop
