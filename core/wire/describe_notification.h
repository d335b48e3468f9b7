#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/notification.h"

// What json_notification.cpp knows about notifications and the ways that they take. Included by describe.h
// alone.
namespace footlight::wire {

BOOST_DESCRIBE_ENUM(NotificationKind, WentLive, StartsSoon, NewRecording, Mention, Reply, Follower,
                    FriendRequest, FriendAccepted, WebhookSuspended)
BOOST_DESCRIBE_STRUCT(Notification, (), (id, kind, channel, from, title, text, message, broadcast, at, read))
BOOST_DESCRIBE_STRUCT(NotificationPage, (), (items, unread, next))
BOOST_DESCRIBE_STRUCT(NotificationsRead, (), (upTo))
BOOST_DESCRIBE_STRUCT(NotificationChoice, (), (kind, inApp, email, webhook))
BOOST_DESCRIBE_STRUCT(NotificationChoices, (), (items))
BOOST_DESCRIBE_STRUCT(Webhook, (), (id, url, ofChannel, suspended))
BOOST_DESCRIBE_STRUCT(WebhookList, (), (items))
BOOST_DESCRIBE_STRUCT(NewWebhook, (), (url, ofChannel))
BOOST_DESCRIBE_STRUCT(MadeWebhook, (), (webhook, secret))
BOOST_DESCRIBE_STRUCT(DeadDelivery, (), (id, kind, attempts, error, madeAt, diedAt))
BOOST_DESCRIBE_STRUCT(DeadDeliveryList, (), (items))
BOOST_DESCRIBE_STRUCT(EmailRequest, (), (email, password))
BOOST_DESCRIBE_STRUCT(EmailAddress, (), (email))
BOOST_DESCRIBE_STRUCT(EmailCode, (), (code))
BOOST_DESCRIBE_STRUCT(ForgottenPassword, (), (email))
BOOST_DESCRIBE_STRUCT(PasswordReset, (), (code, newPassword))

template <>
inline constexpr Bounds kBounds<&NotificationPage::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&NotificationChoices::items>{0, 20};
template <>
inline constexpr Bounds kBounds<&WebhookList::items>{0, 20};
template <>
inline constexpr Bounds kBounds<&NewWebhook::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&DeadDeliveryList::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&EmailRequest::email>{3, 254};
template <>
inline constexpr Bounds kBounds<&EmailRequest::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&EmailCode::code>{1, 64};
template <>
inline constexpr Bounds kBounds<&ForgottenPassword::email>{3, 254};
template <>
inline constexpr Bounds kBounds<&PasswordReset::code>{1, 64};
template <>
inline constexpr Bounds kBounds<&PasswordReset::newPassword>{1, 256};

}  // namespace footlight::wire
