#pragma once

#include "core/base/result.h"
#include "core/capture/broadcaster.h"

class QUrl;

namespace footlight::desktop {

/// The destination behind "rtmp://host:port/app" and a stream key. Invalid for any other URL.
Result<capture::Destination> destinationFrom(const QUrl& rtmp, const Secret& key);

}  // namespace footlight::desktop
