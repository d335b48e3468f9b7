#pragma once

#include <QObject>
#include <QString>
#include <chrono>
#include <map>
#include <memory>
#include <optional>

#include "core/base/secret.h"
#include "core/client/keychain.h"

namespace footlight::client {

/// Passwords and stream keys of this user, in the system's keychain. Where no keychain answers within 3 s it
/// says so once and keeps secrets in memory for this run only; nothing is ever written as plain text. Owned
/// by the app, used on the window's thread.
class SecretStore : public QObject {
    Q_OBJECT
public:
    explicit SecretStore(std::unique_ptr<Keychain> keychain,
                         std::chrono::milliseconds patience = std::chrono::seconds{3},
                         QObject* parent = nullptr);
    ~SecretStore() override;

    /// False once the keychain has failed in this run: secrets are then gone when the app ends.
    [[nodiscard]] bool available() const { return available_; }

    /// Nothing where no such secret is kept. `name` says whose it is: "key studio.example:8080 anna".
    void read(const QString& name, Reply<std::optional<Secret>> reply);
    /// Succeeds without a keychain too; see available().
    void write(const QString& name, const Secret& secret, Reply<> reply = {});
    void remove(const QString& name, Reply<> reply = {});

Q_SIGNALS:
    /// Once a run; `message` is for people.
    void unavailable(const QString& message);

private:
    template <typename T>
    Reply<T> bounded(Reply<T> reply, std::function<Result<T>()> fromMemory);
    void giveUp(const QString& why);

    std::unique_ptr<Keychain> keychain_;
    std::chrono::milliseconds patience_;
    bool available_ = true;
    std::map<QString, Secret> memory_;
};

}  // namespace footlight::client
