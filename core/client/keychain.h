#pragma once

#include <QString>
#include <optional>

#include "core/base/secret.h"
#include "core/client/reply.h"

namespace footlight::client {

/// What the SecretStore needs of the system's keychain. Replies come later, on the same thread, or never.
class Keychain {
public:
    virtual ~Keychain() = default;
    /// Nothing where there is no such entry; Unavailable where no keychain answers.
    virtual void read(const QString& name, Reply<std::optional<Secret>> reply) = 0;
    virtual void write(const QString& name, const Secret& secret, Reply<> reply) = 0;
    /// Success where there was none.
    virtual void remove(const QString& name, Reply<> reply) = 0;
};

}  // namespace footlight::client
