#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/secret.h"
#include "core/wire/account.h"

namespace footlight {

using NotificationId = Id<struct NotificationTag>;
using WebhookId = Id<struct WebhookTag>;

namespace wire {

/// What people are told of.
enum class NotificationKind : std::uint8_t {
    WentLive,      ///< a channel that one follows
    StartsSoon,    ///< in 15 minutes, by the channel's schedule
    NewRecording,  ///< of a channel that one follows
    Mention,
    Reply,
    Follower,  ///< somebody follows one's channel
    FriendRequest,
    FriendAccepted,
    WebhookSuspended,  ///< a webhook of one's own, whose address is `text`: it took nothing for a day
};

/// One line of somebody's inbox; on the socket with the type `notification`; the body of a webhook.
struct Notification {
    NotificationId id;
    NotificationKind kind = NotificationKind::WentLive;
    std::string channel;         ///< where it happened; empty with friends and webhooks
    std::optional<User> from{};  ///< who did it, where it was a person
    std::string title;           ///< of the broadcast or entry
    std::string text;            ///< what was said
    std::optional<MessageId> message{};
    std::optional<BroadcastId> broadcast{};
    UtcTime at{};
    bool read = false;

    bool operator==(const Notification&) const = default;
};

/// GET /api/v1/me/notifications: the newest first. `next` is the `before` of the following request.
struct NotificationPage {
    std::vector<Notification> items;
    std::int64_t unread = 0;  ///< of all
    std::optional<NotificationId> next{};

    bool operator==(const NotificationPage&) const = default;
};

/// POST /api/v1/me/notifications/read.
struct NotificationsRead {
    std::optional<NotificationId> upTo{};  ///< this one and all older; absent: all

    bool operator==(const NotificationsRead&) const = default;
};

/// By which ways somebody hears of a kind.
struct NotificationChoice {
    NotificationKind kind = NotificationKind::WentLive;
    bool inApp = true;
    bool email = false;
    bool webhook = true;

    bool operator==(const NotificationChoice&) const = default;
};

/// GET and PUT /api/v1/me/notification-choices. With PUT, kinds that are absent stay as they are.
struct NotificationChoices {
    std::vector<NotificationChoice> items;

    bool operator==(const NotificationChoices&) const = default;
};

/// Where notifications are sent by HTTP: the asker's own, or what happens on their channel.
struct Webhook {
    WebhookId id;
    std::string url;
    bool ofChannel = false;
    std::optional<bool> suspended{};  ///< true: it has taken nothing for a day, and nothing is sent any more

    bool operator==(const Webhook&) const = default;
};

/// GET /api/v1/me/webhooks.
struct WebhookList {
    std::vector<Webhook> items;

    bool operator==(const WebhookList&) const = default;
};

/// POST /api/v1/me/webhooks.
struct NewWebhook {
    std::string url;
    bool ofChannel = false;

    bool operator==(const NewWebhook&) const = default;
};

/// The answer: the secret that signs its deliveries, shown this once.
struct MadeWebhook {
    Webhook webhook;
    Secret secret;
};

/// A delivery that was given up, for the relay's owner.
struct DeadDelivery {
    std::string id;
    std::string kind;
    std::int64_t attempts = 0;
    std::string error;
    UtcTime madeAt{};
    UtcTime diedAt{};

    bool operator==(const DeadDelivery&) const = default;
};

/// GET /api/v1/relay/dead-deliveries: the last to die first, at most 100.
struct DeadDeliveryList {
    std::vector<DeadDelivery> items;

    bool operator==(const DeadDeliveryList&) const = default;
};

/// PUT /api/v1/me/email: a code goes to it; it counts once the code came back.
struct EmailRequest {
    std::string email;
    std::optional<Secret> password;  ///< where the account has one
};

/// GET /api/v1/me/email.
struct EmailAddress {
    std::optional<std::string> email;  ///< that was verified

    bool operator==(const EmailAddress&) const = default;
};

/// POST /api/v1/email/verify.
struct EmailCode {
    Secret code;
};

/// POST /api/v1/password/forgotten.
struct ForgottenPassword {
    std::string email;
};

/// POST /api/v1/password/reset.
struct PasswordReset {
    Secret code;
    Secret newPassword;
};

}  // namespace wire
}  // namespace footlight
