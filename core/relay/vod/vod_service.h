#pragma once

#include <set>

#include "core/accounts/media_token.h"
#include "core/net/http/server.h"
#include "core/relay/origin/media_response.h"
#include "core/relay/recording/recording_archive.h"
#include "core/relay/vod/download_cache.h"
#include "core/relay/vod/fill.h"
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
    explicit VodService(Parts parts);

    /// For what VodPath::isBelowVod() says yes to.
    [[nodiscard]] net::Task<net::http::Response> handle(net::http::Request request);
    /// Whether the head of a request announces what fills a hole, with a token that allows it.
    [[nodiscard]] bool isUpload(const net::http::Request& head) const;
    /// How large such a file may be: it lies on the disk beside what is made of it, and live recordings go
    /// on.
    [[nodiscard]] std::uint64_t uploadLimit() const;

private:
    static constexpr std::size_t kTexts = 64;

    net::Task<net::http::Response> multivariant(net::http::Request request,
                                                recording::RecordingPtr recording);
    net::Task<net::http::Response> playlist(net::http::Request request, VodPath path,
                                            recording::RecordingPtr recording);
    net::Task<net::http::Response> file(net::http::Request request, VodPath path,
                                        recording::RecordingPtr recording);
    net::Task<net::http::Response> download(net::http::Request request, recording::RecordingPtr recording);
    net::Task<net::http::Response> fill(net::http::Request request, VodPath path);
    [[nodiscard]] bool mayFill(const VodPath& path, const FillRange& range) const;
    Result<CachedTextPtr> textOf(recording::Recording& recording, const std::string& rendition);
    Result<DownloadPtr> downloadOf(recording::Recording& recording, const std::string& rendition,
                                   media::MediaTime from, media::MediaTime to);
    [[nodiscard]] net::http::Response text(const net::http::Request& request, const CachedText& text,
                                           origin::Audience audience) const;
    [[nodiscard]] net::http::Response notFound() const;
    [[nodiscard]] net::http::Response refusal(const Error& error) const;
    [[nodiscard]] bool mayPlay(const VodPath& path, recording::Recording& recording) const;

    Parts parts_;
    origin::MediaResponder responder_;
    TextCache texts_;
    DownloadCache downloads_;
    Guarded<std::set<BroadcastId>> filling_;  ///< one upload at a time each
};

}  // namespace footlight::relay::vod
