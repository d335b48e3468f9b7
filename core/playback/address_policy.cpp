#include "core/playback/address_policy.h"

namespace footlight::playback {

Result<> AddressPolicy::allow(const QUrl& url) const {
    const bool isHttps = url.scheme() == QStringLiteral("https");
    const bool isHttp = url.scheme() == QStringLiteral("http");
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && !isHttps)) {
        return fail(ErrorCategory::Denied, "playback.scheme",
                    "Only http and https addresses can be played, and the stream leads to another kind.");
    }
    if (url.host() != opened_.host()) {
        return fail(ErrorCategory::Denied, "playback.host",
                    "The stream leads to another host, " + url.host().toStdString() +
                        ", which Footlight does not follow.");
    }
    if (isHttp && opened_.scheme() != QStringLiteral("http")) {
        return fail(ErrorCategory::Denied, "playback.downgrade",
                    "The stream leads from https to http, which Footlight does not follow.");
    }
    return {};
}

}  // namespace footlight::playback
