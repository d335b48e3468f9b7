#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/account.h"
#include "core/wire/notification.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"

namespace footlight::wire {

/// One place where the asker is signed in.
struct SessionInfo {
    SessionId id;
    std::string device;   ///< as it calls itself; may be empty
    std::string address;  ///< the same digits for the same network address; nobody can read it from them
    UtcTime createdAt{};
    UtcTime lastUsedAt{};  ///< to five minutes
    UtcTime expiresAt{};
    bool current = false;          ///< the one that asks
    std::optional<bool> ownApp{};  ///< true: of the app that started the relay

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

/// One's own vote, in an AccountExport.
struct OwnVote {
    std::string channel;
    std::string question;
    std::string option;
    UtcTime at{};

    bool operator==(const OwnVote&) const = default;
};

/// What one asked, in an AccountExport.
struct OwnQuestion {
    std::string channel;
    std::string text;
    UtcTime at{};
    std::optional<UtcTime> answeredAt{};

    bool operator==(const OwnQuestion&) const = default;
};

/// What one is in another's channel, in an AccountExport.
struct OwnRole {
    std::string channel;
    std::string role;  ///< "moderator", "vip"
    UtcTime since{};

    bool operator==(const OwnRole&) const = default;
};

/// Where one may not write, in an AccountExport.
struct OwnRestriction {
    std::string channel;
    std::string reason;
    UtcTime since{};
    std::optional<UtcTime> until{};  ///< absent: banned

    bool operator==(const OwnRestriction&) const = default;
};

/// What was kept of one broadcast of one's channel, in an AccountExport; its video is downloaded by itself.
struct OwnRecording {
    BroadcastId id;
    std::string title;
    UtcTime startedAt{};
    std::int64_t durationMs = 0;

    bool operator==(const OwnRecording&) const = default;
};

/// Where one's broadcasts go, or come from, in an AccountExport.
struct OwnAddress {
    std::string name;
    std::string url;

    bool operator==(const OwnAddress&) const = default;
};

/// By which ways one chose to hear of a kind of news, in an AccountExport.
struct OwnChoice {
    std::string kind;
    bool inApp = true;
    bool email = false;
    bool webhook = true;

    bool operator==(const OwnChoice&) const = default;
};

/// GET /api/v1/me/data: what the relay has of the asker; what is not in it is told in README.md.
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
    bool showWatching = true;  ///< the choice of PUT /me/privacy
    std::vector<OwnVote> votes{};
    std::vector<OwnQuestion> questions{};
    std::vector<OwnLine>
        upvotes{};  ///< others' questions that one wants answered too, and when they were asked
    std::vector<OwnRole> roles{};
    std::vector<OwnRestriction> restrictions{};
    std::optional<std::string> avatar{};  ///< shown from GET /pictures/{hash}
    std::optional<std::string> banner{};
    std::vector<std::string> emotes{};  ///< the names of one's channel's own
    std::vector<PageLink> links{};
    std::string category{};
    std::vector<std::string> tags{};
    std::vector<ScheduleEntry> schedule{};  ///< what has not ended
    std::vector<OwnRecording> recordings{};
    std::vector<OwnAddress> targets{};  ///< without their keys
    std::vector<OwnAddress> inputs{};   ///< without their passphrases
    bool secondStep = false;            ///< whether signing in asks for one
    std::vector<Webhook> webhooks{};
    std::vector<OwnChoice> notificationChoices{};  ///< where they are not as for everybody
    std::vector<Notification> notifications{};

    bool operator==(const AccountExport&) const = default;
};

/// POST /api/v1/me/delete.
struct AccountDeletion {
    std::optional<Secret> password;   ///< where the account has one
    std::optional<std::string> code;  ///< where it has a second step
};

}  // namespace footlight::wire
