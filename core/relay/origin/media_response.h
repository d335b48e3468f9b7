#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/net/http/message.h"
#include "core/relay/origin/window_snapshot.h"

namespace footlight::relay::origin {

/// How long an answer may be kept by caches.
enum class Caching : std::uint8_t {
    Never,    ///< errors that pass
    NotLong,  ///< what is asked for again and again: always revalidated
    Short,    ///< a blocking answer: the query names the version
    Forever,  ///< segments, parts and initialisation sections never change
};

/// Makes the answers of the media port (PROTOCOLS 6.5): CORS, caching and the relay's clock on each.
class MediaResponder {
public:
    explicit MediaResponder(const Clock& clock) : clock_(clock) {}

    /// True where the client takes gzip (RFC 9110 12.5.3).
    static bool takesGzip(const net::http::Request& request);

    [[nodiscard]] net::http::Response playlist(SharedBytes body, WindowSnapshot::Form form,
                                               Caching caching) const;
    /// The whole body, or the range that the request asks for.
    [[nodiscard]] net::http::Response media(const net::http::Request& request, Pieces body) const;
    [[nodiscard]] net::http::Response problem(unsigned status, std::string_view code, std::string_view title,
                                              std::string_view detail) const;
    /// To OPTIONS, and 405 to what the media port does not do.
    [[nodiscard]] net::http::Response options() const;
    [[nodiscard]] net::http::Response methodNotAllowed() const;

private:
    [[nodiscard]] net::http::Response finish(net::http::Response response, Caching caching) const;

    const Clock& clock_;
};

}  // namespace footlight::relay::origin
