#include "core/client/secret_store.h"

#include <QTimer>

namespace footlight::client {

SecretStore::SecretStore(std::unique_ptr<Keychain> keychain, std::chrono::milliseconds patience,
                         QObject* parent)
    : QObject(parent), keychain_(std::move(keychain)), patience_(patience) {}

SecretStore::~SecretStore() = default;

/// A reply for the keychain that passes its answer on, and what memory has where no answer comes.
template <typename T>
Reply<T> SecretStore::bounded(Reply<T> reply, std::function<Result<T>()> fromMemory) {
    struct Waiting {
        Reply<T> reply;
        bool settled = false;
    };
    auto waiting = std::make_shared<Waiting>(Waiting{std::move(reply)});
    QTimer::singleShot(patience_, this, [this, waiting, fromMemory] {
        if (!waiting->settled) {
            waiting->settled = true;
            giveUp(tr("none answers"));
            waiting->reply(fromMemory());
        }
    });
    return Reply<T>(this, [this, waiting, fromMemory](Result<T> answer) {
        if (waiting->settled) {
            return;
        }
        waiting->settled = true;
        if (!answer) {
            giveUp(QString::fromStdString(answer.error().message()));
            answer = fromMemory();
        }
        waiting->reply(std::move(answer));
    });
}

void SecretStore::read(const QString& name, Reply<std::optional<Secret>> reply) {
    std::function<Result<std::optional<Secret>>()> fromMemory = [this, name] {
        const auto kept = memory_.find(name);
        return kept == memory_.end() ? std::nullopt : std::optional(kept->second);
    };
    if (available_ && !memory_.contains(name)) {
        keychain_->read(name, bounded(std::move(reply), std::move(fromMemory)));
    } else {
        QTimer::singleShot(0, this,
                           [reply = std::move(reply), fromMemory]() mutable { reply(fromMemory()); });
    }
}

void SecretStore::write(const QString& name, const Secret& secret, Reply<> reply) {
    memory_[name] = secret;
    if (available_) {
        keychain_->write(name, secret, bounded<void>(std::move(reply), [] { return Result<>(); }));
    } else {
        QTimer::singleShot(0, this, [reply = std::move(reply)]() mutable { reply({}); });
    }
}

void SecretStore::remove(const QString& name, Reply<> reply) {
    memory_.erase(name);
    if (available_) {
        keychain_->remove(name, bounded<void>(std::move(reply), [] { return Result<>(); }));
    } else {
        QTimer::singleShot(0, this, [reply = std::move(reply)]() mutable { reply({}); });
    }
}

void SecretStore::giveUp(const QString& why) {
    if (available_) {
        available_ = false;
        Q_EMIT unavailable(tr("Passwords and keys cannot be kept on this computer (keychain: %1). Footlight "
                              "keeps them until it is closed. Install and unlock a keychain, such as "
                              "gnome-keyring or KWallet, to keep them.")
                               .arg(why));
    }
}

}  // namespace footlight::client
