#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/account.h"

namespace footlight::wire {

/// One place where the asker is signed in.
struct SessionInfo {
    SessionId id;
    std::string device;   ///< as it calls itself; may be empty
    std::string address;  ///< the same digits for the same network address; nobody can read it from them
    UtcTime createdAt{};
    UtcTime lastUsedAt{};  ///< to five minutes
    UtcTime expiresAt{};
    bool current = false;  ///< the one that asks

    bool operator==(const SessionInfo&) const = default;
};

/// GET /api/v1/me/sessions: the last used first.
struct SessionList {
    std::vector<SessionInfo> items;

    bool operator==(const SessionList&) const = default;
};

/// PUT /api/v1/me/password.
struct PasswordChange {
    std::optional<Secret> password;  ///< the present one; absent where the account has none
    Secret newPassword;
};

/// POST /api/v1/me/second-step, and what else wants the password anew.
struct PasswordProof {
    std::optional<Secret> password;
};

/// The key for an authenticator app: as text and as otpauth URL.
struct SecondStepKey {
    Secret key;
    Secret url;
};

/// POST /api/v1/me/second-step/confirm.
struct SecondStepCode {
    std::string code;
};

/// Shown this once: the relay keeps their hashes alone.
struct RecoveryCodes {
    std::vector<Secret> codes;
};

/// POST /api/v1/me/second-step/off.
struct SecondStepOff {
    std::optional<Secret> password;
    std::string code;
};

/// POST /api/v1/invitations: lets one person sign up, once.
struct Invitation {
    Secret code;
    UtcTime expiresAt{};
};

/// One's own message, in an AccountExport.
struct OwnLine {
    std::string channel;
    std::string text;
    UtcTime at{};

    bool operator==(const OwnLine&) const = default;
};

/// GET /api/v1/me/data: all that the relay has of the asker, but for keys, tokens and hashes.
struct AccountExport {
    User user;
    UtcTime at{};
    std::optional<std::string> email{};
    std::string channelTitle;
    std::string channelDescription;
    std::vector<SessionInfo> sessions;
    std::vector<std::string> follows;
    std::vector<std::string> friends;
    std::vector<OwnLine> messages;

    bool operator==(const AccountExport&) const = default;
};

/// POST /api/v1/me/delete.
struct AccountDeletion {
    std::optional<Secret> password;   ///< where the account has one
    std::optional<std::string> code;  ///< where it has a second step
};

}  // namespace footlight::wire
