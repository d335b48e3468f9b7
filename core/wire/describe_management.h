#pragma once

#include <boost/describe.hpp>

#include "core/wire/bounds.h"
#include "core/wire/channel_input.h"
#include "core/wire/channel_settings.h"
#include "core/wire/recording.h"
#include "core/wire/target.h"

// What json.cpp knows about what a channel's owner sees and sets. Included by describe.h alone.
namespace footlight::wire {

BOOST_DESCRIBE_STRUCT(ChannelSettings, (),
                      (graceSeconds, recorded, retentionDays, visibility, rtmpPlay, hasSlate))
BOOST_DESCRIBE_STRUCT(ChannelSettingsPatch, (), (graceSeconds, recorded, retentionDays, visibility, rtmpPlay))
BOOST_DESCRIBE_STRUCT(IngestAddresses, (),
                      (rtmp, rtmpBackup, rtmps, rtmpsBackup, srt, srtBackup, srtHasPassphrase))
BOOST_DESCRIBE_STRUCT(InputChoice, (), (slot))
BOOST_DESCRIBE_STRUCT(LinkRequest, (), (hours))
BOOST_DESCRIBE_STRUCT(PlaybackLink, (), (url, expiresAt))
BOOST_DESCRIBE_STRUCT(Target, (), (id, name, url, audioTrack, enabled, status))
BOOST_DESCRIBE_STRUCT(TargetList, (), (items))
BOOST_DESCRIBE_STRUCT(NewTarget, (), (name, url, streamKey, audioTrack, enabled))
BOOST_DESCRIBE_STRUCT(TargetPatch, (), (name, url, streamKey, audioTrack, enabled))
BOOST_DESCRIBE_STRUCT(ChannelInput, (), (id, url, slot, sources, hasPassphrase, enabled))
BOOST_DESCRIBE_STRUCT(ChannelInputList, (), (items))
BOOST_DESCRIBE_STRUCT(NewChannelInput, (), (url, slot, sources, passphrase, enabled))
BOOST_DESCRIBE_STRUCT(ChannelInputPatch, (), (url, slot, sources, passphrase, enabled))
BOOST_DESCRIBE_STRUCT(Recording, (),
                      (id, channel, title, startedAt, endedAt, phase, durationMs, bytes, keep, expiresAt,
                       holes, playback, download))
BOOST_DESCRIBE_STRUCT(RecordingPage, (), (items, next))
BOOST_DESCRIBE_STRUCT(RecordingPatch, (), (title, keep))
BOOST_DESCRIBE_STRUCT(HoleList, (), (items))
BOOST_DESCRIBE_STRUCT(FillTicket, (), (url, expiresAt))

template <>
inline constexpr Bounds kBounds<&TargetList::items>{0, 20};
template <>
inline constexpr Bounds kBounds<&NewTarget::name>{1, 40};
template <>
inline constexpr Bounds kBounds<&NewTarget::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&NewTarget::streamKey>{1, 500};
template <>
inline constexpr Bounds kBounds<&TargetPatch::name>{1, 40};
template <>
inline constexpr Bounds kBounds<&TargetPatch::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&TargetPatch::streamKey>{1, 500};
template <>
inline constexpr Bounds kBounds<&ChannelInputList::items>{0, 20};
template <>
inline constexpr Bounds kBounds<&ChannelInput::sources>{0, 16};
template <>
inline constexpr Bounds kBounds<&NewChannelInput::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&NewChannelInput::sources>{0, 16};
template <>
inline constexpr Bounds kBounds<&NewChannelInput::passphrase>{10, 79};
template <>
inline constexpr Bounds kBounds<&ChannelInputPatch::url>{1, 500};
template <>
inline constexpr Bounds kBounds<&ChannelInputPatch::sources>{0, 16};
template <>
inline constexpr Bounds kBounds<&ChannelInputPatch::passphrase>{0, 79};
template <>
inline constexpr Bounds kBounds<&RecordingPage::items>{0, 100};
template <>
inline constexpr Bounds kBounds<&RecordingPatch::title>{0, 140};
template <>
inline constexpr Bounds kBounds<&HoleList::items>{0, 100};

}  // namespace footlight::wire
