#pragma once

#include <QObject>

#include "core/client/keychain.h"

namespace footlight::client {

/// The keychain of the desktop (Secret Service, KWallet) through QtKeychain, with its plain-text fallback
/// off. Owned by the SecretStore.
class QtKeychain final : public QObject, public Keychain {
    Q_OBJECT
public:
    /// Entries are kept under `service`.
    explicit QtKeychain(QString service);

    void read(const QString& name, Reply<std::optional<Secret>> reply) override;
    void write(const QString& name, const Secret& secret, Reply<> reply) override;
    void remove(const QString& name, Reply<> reply) override;

private:
    QString service_;
};

}  // namespace footlight::client
