#include "app/desktop/destination_url.h"

#include <QUrl>

namespace footlight::desktop {
namespace {

constexpr int kRtmpPort = 1935;
constexpr int kRtmpsPort = 443;

}  // namespace

Result<capture::Destination> destinationFrom(const QUrl& rtmp, const Secret& key) {
    const QString app = rtmp.path().section(QLatin1Char('/'), 1, 1);
    const bool isSecure = rtmp.scheme() == QStringLiteral("rtmps");
    const bool isRtmp = isSecure || rtmp.scheme() == QStringLiteral("rtmp");
    if (!rtmp.isValid() || !isRtmp || rtmp.host().isEmpty() || app.isEmpty()) {
        return fail(ErrorCategory::Invalid, "desktop.rtmp_url",
                    "An RTMP address looks like rtmp://host:1935/live, with the stream key apart from it.");
    }
    capture::Destination destination;
    destination.name = rtmp.authority().toStdString();
    destination.host = rtmp.host().toStdString();
    destination.port = static_cast<std::uint16_t>(rtmp.port(isSecure ? kRtmpsPort : kRtmpPort));
    destination.isSecure = isSecure;
    destination.app = app.toStdString();
    destination.key = key;
    return destination;
}

}  // namespace footlight::desktop
