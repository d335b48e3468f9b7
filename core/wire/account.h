#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"

namespace footlight::wire {

/// Somebody with an account, as everybody may see them.
struct User {
    UserId id;
    std::string name;

    bool operator==(const User&) const = default;
};

/// POST /api/v1/users: makes an account and the channel of the same name, and signs in.
struct SignUpRequest {
    std::string name;
    Secret password;
    std::optional<Secret> invitation{};   ///< where the relay takes accounts by invitation only
    std::optional<std::string> device{};  ///< how the session is listed; else by its User-Agent
};

/// POST /api/v1/session: either a name with its password, or the token by which an app that has started the
/// relay itself comes in as its owner.
struct SignInRequest {
    std::optional<std::string> name;
    std::optional<Secret> password;
    std::optional<Secret> ownerToken;
    std::optional<std::string>
        code{};  ///< of the authenticator app, or a recovery code, where it is asked for
    std::optional<std::string> device{};
};

/// The answer to both: `token` goes into `Authorization: Bearer` and into Hello.
struct Session {
    Secret token;
    UtcTime expiresAt;
    User user;
    std::string channel;  ///< the name of the user's own channel
};

/// GET /api/v1/me.
struct Me {
    User user;
    std::string channel;
    std::optional<bool> ownsRelay{};
    std::optional<bool> hasPassword{};
    std::optional<bool> secondStep{};

    bool operator==(const Me&) const = default;
};

}  // namespace footlight::wire
