#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

struct KeyInfo {
    std::string fingerprint;  ///< the first 8 digits of the key's SHA-256
    UtcTime createdAt;
};

/// What an operator does from the command line, whether or not the relay runs. Blocks.
class Administration {
public:
    Administration(Stores stores, const Clock& clock) : stores_(stores), clock_(clock) {}

    /// Adopts the channel of that name where nobody owns it; the first user owns the relay. Conflict,
    /// Invalid.
    Result<> addUser(const std::string& name, const Secret& password);
    /// Returns the stream key of a channel that nobody owns until a user of that name is added. Conflict (a
    /// user has such a channel from the start), Invalid. Invalid.
    Result<Secret> addChannel(const std::string& name);
    /// NotFound where there is no such channel.
    Result<Secret> rotateKey(const std::string& channel);
    /// Keys are stored hashed: this is all that can be told. Nothing where the channel never had one.
    Result<std::optional<KeyInfo>> keyInfo(const std::string& channel);

private:
    Stores stores_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
