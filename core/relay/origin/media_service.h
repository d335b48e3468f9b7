#pragma once

#include <memory>

#include "core/net/async/task.h"
#include "core/relay/origin/media_path.h"
#include "core/relay/origin/media_response.h"
#include "core/relay/origin/media_table.h"
#include "core/relay/origin/settings.h"

namespace footlight::relay::origin {

/// Answers the requests for media of one HTTP loop from that loop's table: playlists, with blocking reloads
/// and delta updates, and what they name (RFC 8216bis 6.2). Lives as long as its server.
class MediaService {
public:
    MediaService(std::shared_ptr<MediaTable> table, const Clock& clock, const StreamSettings& settings)
        : table_(std::move(table)), responder_(clock), clock_(clock), settings_(settings) {}

    [[nodiscard]] net::Task<net::http::Response> handle(net::http::Request request);

private:
    net::Task<net::http::Response> multivariant(net::http::Request request, MediaPath path);
    net::Task<net::http::Response> mediaPlaylist(net::http::Request request, MediaPath path);
    net::Task<net::http::Response> part(net::http::Request request, MediaPath path);
    [[nodiscard]] net::http::Response segment(const net::http::Request& request, const MediaPath& path) const;

    net::Task<StreamSnapshotPtr> playable(std::string channel);
    [[nodiscard]] SnapshotPtr current(const MediaPath& path) const;
    [[nodiscard]] SteadyTime longestWait(const WindowSnapshot& snapshot) const;
    [[nodiscard]] net::http::Response notOnAir(const std::string& channel) const;
    [[nodiscard]] net::http::Response noSuchFile(const MediaPath& path) const;

    std::shared_ptr<MediaTable> table_;
    MediaResponder responder_;
    const Clock& clock_;
    const StreamSettings& settings_;
};

}  // namespace footlight::relay::origin
