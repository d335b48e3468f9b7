#pragma once

#include "core/net/http/message.h"
#include "core/relay/api/credentials.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/hub/channel_service.h"
#include "core/relay/hub/recording_service.h"
#include "core/relay/hub/rooms.h"

namespace footlight::relay::api {

/// The one gate before everything that is a channel owner's alone, or whose it is to be played. On the hub's
/// loop.
class OwnerAccess {
public:
    OwnerAccess(hub::AccountService& accounts, hub::ChannelService& channels,
                hub::RecordingService& recordings, hub::Rooms& rooms, const PlaybackUrls& urls)
        : accounts_(accounts), channels_(channels), recordings_(recordings), rooms_(rooms), urls_(urls) {}

    /// The channel of the path's `{name}`. Denied (account.sign_in_needed, channel.not_yours), NotFound.
    [[nodiscard]] net::Task<Result<accounts::Channel>> channel(Secret token, std::string name) const;
    /// The recording of the path's `{id}`. Denied (account.sign_in_needed), NotFound for others' as well.
    [[nodiscard]] net::Task<Result<RecordingRecord>> recording(Secret token, std::string id) const;
    /// The recording of the path's `{id}`, where whoever sends this request may play it: its channel's owner,
    /// everybody unless that is protected, and who has the token of a link to it (`access` of the query).
    /// NotFound.
    [[nodiscard]] net::Task<Result<RecordingRecord>> playable(net::http::Request request) const;
    /// The channel of the path's `{name}`, whose recordings whoever sends this request may play, as above.
    /// NotFound, Denied (channel.protected).
    struct Shown {
        accounts::Channel channel;
        bool isOwn = false;
    };
    [[nodiscard]] net::Task<Result<Shown>> shown(net::http::Request request) const;
    /// The channel of the path's `{name}`, where whoever sends this request may read its chat (`playback` of
    /// the query is the token of a link to it). NotFound, Denied (channel.protected).
    [[nodiscard]] net::Task<Result<accounts::Channel>> readable(net::http::Request request) const;

private:
    hub::AccountService& accounts_;
    hub::ChannelService& channels_;
    hub::RecordingService& recordings_;
    hub::Rooms& rooms_;
    const PlaybackUrls& urls_;
};

}  // namespace footlight::relay::api
