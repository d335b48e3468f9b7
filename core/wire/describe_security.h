#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/describe.h"
#include "core/wire/describe_community.h"
#include "core/wire/security.h"

// What json_security.cpp knows about sessions, passwords and second steps. Included by it alone.
namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(SessionInfo, (),
                      (id, device, address, createdAt, lastUsedAt, expiresAt, current, ownApp))
BOOST_DESCRIBE_STRUCT(SessionList, (), (items))
BOOST_DESCRIBE_STRUCT(PasswordChange, (), (password, newPassword))
BOOST_DESCRIBE_STRUCT(PasswordProof, (), (password))
BOOST_DESCRIBE_STRUCT(SecondStepKey, (), (key, url))
BOOST_DESCRIBE_STRUCT(SecondStepCode, (), (code))
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (codes))
BOOST_DESCRIBE_STRUCT(SecondStepOff, (), (password, code))
BOOST_DESCRIBE_STRUCT(OwnLine, (), (channel, text, at))
BOOST_DESCRIBE_STRUCT(OwnVote, (), (channel, question, option, at))
BOOST_DESCRIBE_STRUCT(OwnQuestion, (), (channel, text, at, answeredAt))
BOOST_DESCRIBE_STRUCT(OwnRole, (), (channel, role, since))
BOOST_DESCRIBE_STRUCT(OwnRestriction, (), (channel, reason, since, until))
BOOST_DESCRIBE_STRUCT(OwnRecording, (), (id, title, startedAt, durationMs))
BOOST_DESCRIBE_STRUCT(OwnAddress, (), (name, url))
BOOST_DESCRIBE_STRUCT(OwnChoice, (), (kind, inApp, email, webhook))
BOOST_DESCRIBE_STRUCT(AccountExport, (),
                      (user, at, email, channelTitle, channelDescription, sessions, follows, friends,
                       messages, showWatching, votes, questions, upvotes, roles, restrictions, avatar, banner,
                       emotes, links, category, tags, schedule, recordings, targets, inputs, secondStep,
                       webhooks, notificationChoices, notifications))
BOOST_DESCRIBE_STRUCT(AccountDeletion, (), (password, code))
BOOST_DESCRIBE_STRUCT(Invitation, (), (code, expiresAt))

template <>
inline constexpr Bounds kBounds<&SessionList::items>{0, 1'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::sessions>{0, 1'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::follows>{0, 1'000'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::messages>{0, 1'001'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::votes>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::questions>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::upvotes>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::roles>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::restrictions>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::recordings>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountExport::notifications>{0, 100'000};
template <>
inline constexpr Bounds kBounds<&AccountDeletion::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&AccountDeletion::code>{1, 32};
template <>
inline constexpr Bounds kBounds<&PasswordChange::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&PasswordChange::newPassword>{1, 256};
template <>
inline constexpr Bounds kBounds<&PasswordProof::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&SecondStepCode::code>{1, 32};
template <>
inline constexpr Bounds kBounds<&SecondStepOff::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&SecondStepOff::code>{1, 32};

}  // namespace footlight::wire
