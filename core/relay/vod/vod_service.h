#pragma once

#include <list>
#include <set>

#include "core/accounts/media_token.h"
#include "core/net/http/server.h"
#include "core/relay/origin/media_response.h"
#include "core/relay/recording/recording_archive.h"
#include "core/relay/vod/text_cache.h"
#include "core/relay/vod/vod_list.h"
#include "core/relay/vod/vod_path.h"

namespace footlight::relay::vod {

/// Answers the requests for recordings: playlists, segments, and one MP4 of all or of a stretch. On air they
/// answer with what there is so far. Any loop.
class VodService {
public:
    struct Parts {
        recording::RecordingArchive& archive;
        const accounts::MediaTokens& tokens;
        const Clock& clock;
    };
    explicit VodService(Parts parts) : parts_(parts), responder_(parts.clock), texts_(kTexts) {}

    /// For what VodPath::isBelowVod() says yes to.
    [[nodiscard]] net::Task<net::http::Response> handle(net::http::Request request);
    /// Whether the head of a request announces what fills a hole, with a token that allows it.
    [[nodiscard]] bool isUpload(const net::http::Request& head) const;

private:
    static constexpr std::size_t kTexts = 64;

    /// A download that was begun: players and browsers ask for it range by range.
    struct Download {
        std::string key;
        std::uint64_t version = 0;
        Pieces pieces;
    };

    net::Task<net::http::Response> multivariant(net::http::Request request,
                                                recording::RecordingPtr recording);
    net::Task<net::http::Response> playlist(net::http::Request request, VodPath path,
                                            recording::RecordingPtr recording);
    net::Task<net::http::Response> file(net::http::Request request, VodPath path,
                                        recording::RecordingPtr recording);
    net::Task<net::http::Response> download(net::http::Request request, recording::RecordingPtr recording);
    net::Task<net::http::Response> fill(net::http::Request request, VodPath path);
    [[nodiscard]] bool mayFill(const VodPath& path) const;
    Result<CachedTextPtr> textOf(recording::Recording& recording, const std::string& rendition);
    Result<Download> downloadOf(recording::Recording& recording, const std::string& rendition,
                                media::MediaTime from, media::MediaTime to);
    [[nodiscard]] net::http::Response text(const net::http::Request& request, const CachedText& text,
                                           origin::Audience audience) const;
    [[nodiscard]] net::http::Response notFound() const;
    [[nodiscard]] net::http::Response refusal(const Error& error) const;
    [[nodiscard]] bool mayPlay(const VodPath& path, recording::Recording& recording) const;

    Parts parts_;
    origin::MediaResponder responder_;
    TextCache texts_;
    Guarded<std::list<Download>> downloads_;  ///< the newest first
    Guarded<std::set<BroadcastId>> filling_;  ///< one upload at a time each
};

}  // namespace footlight::relay::vod
