#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/net/http/message.h"
#include "core/relay/origin/playlist_text.h"
#include "core/relay/origin/window_snapshot.h"

namespace footlight::relay::origin {

/// How long an answer may be kept by caches.
enum class Caching : std::uint8_t {
    Never,     ///< errors that pass
    NotAtAll,  ///< live playlists: what is asked for again and again
    Short,     ///< a blocking answer: the query names the version
    Forever,   ///< segments, parts and initialisation sections never change
};

/// Who may keep it: what a token opened is for its holder alone.
enum class Audience : std::uint8_t { Anyone, TokenHolder };

/// Makes the answers of the media port (PROTOCOLS 6.5): CORS, caching, ETags and the relay's clock on each.
class MediaResponder {
public:
    explicit MediaResponder(const Clock& clock) : clock_(clock) {}

    /// True where the client takes gzip (RFC 9110 12.5.3).
    static bool takesGzip(const net::http::Request& request);

    struct Keeping {
        Caching caching = Caching::Never;
        Audience audience = Audience::Anyone;
    };
    /// 304 where the client has it already.
    [[nodiscard]] net::http::Response playlist(const net::http::Request& request, const PrintedText& text,
                                               WindowSnapshot::Form form, Keeping keeping) const;
    /// One that was put together of pieces; it has no ETag.
    [[nodiscard]] net::http::Response playlist(Pieces body, WindowSnapshot::Form form, Keeping keeping) const;
    /// The whole body, the range that the request asks for, or 304. `tag` is an ETag.
    [[nodiscard]] net::http::Response media(const net::http::Request& request, Pieces body, std::string tag,
                                            Audience audience) const;
    [[nodiscard]] net::http::Response problem(unsigned status, std::string_view code, std::string_view title,
                                              std::string_view detail) const;
    /// To OPTIONS, and 405 to what the media port does not do.
    [[nodiscard]] net::http::Response options() const;
    [[nodiscard]] net::http::Response methodNotAllowed() const;

private:
    [[nodiscard]] net::http::Response finish(net::http::Response response, std::string_view kind,
                                             Keeping keeping) const;
    [[nodiscard]] net::http::Response finish(net::http::Response response) const;

    const Clock& clock_;
};

}  // namespace footlight::relay::origin
