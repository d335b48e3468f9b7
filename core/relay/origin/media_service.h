#pragma once

#include <memory>
#include <optional>
#include <tl/expected.hpp>

#include "core/accounts/media_token.h"
#include "core/net/async/task.h"
#include "core/net/http/address_limit.h"
#include "core/relay/origin/media_path.h"
#include "core/relay/origin/media_response.h"
#include "core/relay/origin/media_table.h"
#include "core/relay/origin/settings.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// Answers the requests for media of one HTTP loop from that loop's table: playlists, with blocking reloads
/// and delta updates, and what they name (RFC 8216bis 6.2). What has left the window comes from the archive.
/// Lives as long as its server.
class MediaService {
public:
    struct Parts {
        std::shared_ptr<MediaTable> table;
        const Clock& clock;
        const StreamSettings& settings;
        Archive* archive = nullptr;                     ///< without one only the window can be fetched
        const accounts::MediaTokens* tokens = nullptr;  ///< without it nobody gets at protected channels
    };
    explicit MediaService(Parts parts);

    [[nodiscard]] net::Task<net::http::Response> handle(net::http::Request request);

private:
    /// What is asked for, and what the asker may have.
    struct Asked {
        net::http::Request request;
        MediaPath path;
        std::optional<accounts::MediaClaim> claim;
    };

    /// The answer at once where it cannot be asked for.
    tl::expected<Asked, net::http::Response> read(net::http::Request request);
    static net::Task<net::http::Response> refuse(net::http::Response response);
    net::Task<net::http::Response> answer(Asked asked);
    net::Task<net::http::Response> multivariant(Asked asked);
    net::Task<net::http::Response> mediaPlaylist(Asked asked);
    net::Task<net::http::Response> part(Asked asked);
    net::Task<net::http::Response> segment(Asked asked);
    net::Task<net::http::Response> archived(Asked asked, StreamSnapshotPtr stream);
    [[nodiscard]] net::http::Response playlist(const Asked& asked, const StreamSnapshot& stream,
                                               const WindowSnapshot& snapshot,
                                               const hls::ReloadRequest& reload) const;

    [[nodiscard]] bool isOverRate(const net::http::Request& request);
    [[nodiscard]] static bool isOpenTo(const Asked& asked, const StreamSnapshot& stream);
    net::Task<StreamSnapshotPtr> playable(std::string channel);
    [[nodiscard]] StreamSnapshotPtr current(const std::string& channel) const;
    [[nodiscard]] SteadyTime longestWait(const WindowSnapshot& snapshot) const;
    [[nodiscard]] net::http::Response denied(std::string_view detail) const;
    [[nodiscard]] net::http::Response notOnAir(const std::string& channel) const;
    [[nodiscard]] net::http::Response notKept() const;
    [[nodiscard]] net::http::Response noSuchFile(const MediaPath& path) const;

    Parts parts_;
    MediaResponder responder_;
    net::http::AddressLimit rate_;
};

}  // namespace footlight::relay::origin
