#pragma once

#include <boost/describe.hpp>
#include <string_view>

#include "core/wire/account.h"
#include "core/wire/bounds.h"
#include "core/wire/channel.h"
#include "core/wire/chat.h"
#include "core/wire/describe_chat.h"
#include "core/wire/describe_management.h"
#include "core/wire/describe_notification.h"
#include "core/wire/describe_state.h"
#include "core/wire/hooks.h"
#include "core/wire/problem.h"
#include "core/wire/relay_info.h"
#include "core/wire/socket.h"

// What json.cpp knows about the structures beyond their declarations: their members' names, how long a text
// or a list may be, and the `type` of a socket message. Included by the
// sources of toJson() and parse() alone.
namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(Problem, (), (type, title, status, code, detail, field, retryAfter))
BOOST_DESCRIBE_STRUCT(RelayInfo, (), (name, version, time, rtmp, media, api, socket, rtmps, srt))
BOOST_DESCRIBE_STRUCT(SignUpRequest, (), (name, password, invitation, device))
BOOST_DESCRIBE_STRUCT(SignInRequest, (), (name, password, ownerToken, code, device))
BOOST_DESCRIBE_STRUCT(Session, (), (token, expiresAt, user, channel))
BOOST_DESCRIBE_STRUCT(Me, (), (user, channel, ownsRelay, hasPassword, secondStep))
BOOST_DESCRIBE_STRUCT(Channel, (),
                      (id, name, title, live, viewers, startedAt, playback, visibility, followers, following,
                       avatar, banner))
BOOST_DESCRIBE_STRUCT(ChannelPage, (), (items, next))
BOOST_DESCRIBE_STRUCT(ChannelPatch, (), (title))
BOOST_DESCRIBE_STRUCT(StreamKey, (), (streamKey))
BOOST_DESCRIBE_STRUCT(PublishHook, (), (streamKey, address, encoder))
BOOST_DESCRIBE_STRUCT(PublishGrant, (), (channel, channelId, broadcastId, policy))
BOOST_DESCRIBE_ENUM(PublishEventType, Started, Health, Lost, Resumed, Ended, Input, Recording, Target)
BOOST_DESCRIBE_STRUCT(PublishEvent, (), (type, channel, broadcastId, at, health, input, recording, target))
BOOST_DESCRIBE_STRUCT(PublishEvents, (), (events))
BOOST_DESCRIBE_ENUM(CommandType, SwitchInput, ChangePolicy, EndBroadcast, AskReconnect, DeleteRecording)
BOOST_DESCRIBE_STRUCT(Command, (), (type, channel, slot, policy, broadcastId))
BOOST_DESCRIBE_STRUCT(Commands, (), (commands, next))
BOOST_DESCRIBE_STRUCT(StreamInput, (), (id, channel, url, slot, sources, passphrase, publishKey))
BOOST_DESCRIBE_STRUCT(StreamInputs, (), (version, inputs))
BOOST_DESCRIBE_ENUM(ClientKind, Viewer, Bot, Edge)
BOOST_DESCRIBE_STRUCT(Hello, (), (token, guest, kind))
BOOST_DESCRIBE_STRUCT(Leave, (), (channel))
BOOST_DESCRIBE_STRUCT(Ping, (), (clientTime))
BOOST_DESCRIBE_STRUCT(Welcome, (), (user, serverTime))
BOOST_DESCRIBE_ENUM(LeftBecause, Closed, Protected)
BOOST_DESCRIBE_STRUCT(Left, (), (channel, because))
BOOST_DESCRIBE_STRUCT(Presence, (), (channel, viewers, changed, left, partial))
BOOST_DESCRIBE_STRUCT(Live, (), (channel, title, startedAt, playback))
BOOST_DESCRIBE_STRUCT(Ended, (), (channel))
BOOST_DESCRIBE_STRUCT(Titled, (), (channel, title))
BOOST_DESCRIBE_STRUCT(Health, (), (channel, at, publishing, health, input, recording, targets))
BOOST_DESCRIBE_STRUCT(FriendWatching, (), (user, channel, since))
BOOST_DESCRIBE_STRUCT(Pong, (), (clientTime, serverTime))
BOOST_DESCRIBE_STRUCT(ErrorMessage, (), (code, field, message, nonce))

template <>
inline constexpr Bounds kBounds<&Leave::channel>{1, 64};
template <>
inline constexpr Bounds kBounds<&Hello::token>{1, 256};
template <>
inline constexpr Bounds kBounds<&SignUpRequest::name>{1, 64};
template <>
inline constexpr Bounds kBounds<&SignUpRequest::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&SignUpRequest::invitation>{1, 64};
template <>
inline constexpr Bounds kBounds<&SignUpRequest::device>{1, 80};
template <>
inline constexpr Bounds kBounds<&SignInRequest::code>{1, 32};
template <>
inline constexpr Bounds kBounds<&SignInRequest::device>{1, 80};
template <>
inline constexpr Bounds kBounds<&SignInRequest::name>{1, 64};
template <>
inline constexpr Bounds kBounds<&SignInRequest::password>{1, 256};
template <>
inline constexpr Bounds kBounds<&SignInRequest::ownerToken>{1, 256};
template <>
inline constexpr Bounds kBounds<&ChannelPatch::title>{0, 140};
template <>
inline constexpr Bounds kBounds<&PublishHook::streamKey>{1, 256};
template <>
inline constexpr Bounds kBounds<&PublishHook::address>{0, 128};
template <>
inline constexpr Bounds kBounds<&PublishHook::encoder>{0, 4096};
template <>
inline constexpr Bounds kBounds<&PublishEvents::events>{0, 100};
template <>
inline constexpr Bounds kBounds<&Commands::commands>{0, 2'000};
template <>
inline constexpr Bounds kBounds<&StreamInputs::inputs>{0, 1'000};
template <>
inline constexpr Bounds kBounds<&StreamInput::sources>{0, 16};
template <>
inline constexpr Bounds kBounds<&Health::targets>{0, 20};
template <>
inline constexpr Bounds kBounds<&ChannelPage::items>{0, 100};

template <>
inline constexpr std::string_view kType<Hello> = "hello";
template <>
inline constexpr std::string_view kType<Leave> = "leave";
template <>
inline constexpr std::string_view kType<Ping> = "ping";
template <>
inline constexpr std::string_view kType<Welcome> = "welcome";
template <>
inline constexpr std::string_view kType<Left> = "left";
template <>
inline constexpr std::string_view kType<Presence> = "presence";
template <>
inline constexpr std::string_view kType<Live> = "live";
template <>
inline constexpr std::string_view kType<Ended> = "ended";
template <>
inline constexpr std::string_view kType<Titled> = "titled";
template <>
inline constexpr std::string_view kType<Health> = "health";
template <>
inline constexpr std::string_view kType<Notification> = "notification";
template <>
inline constexpr std::string_view kType<FriendWatching> = "friendWatching";
template <>
inline constexpr std::string_view kType<Pong> = "pong";
template <>
inline constexpr std::string_view kType<ErrorMessage> = "error";

}  // namespace footlight::wire
