#pragma once

#include <QString>

#include "core/wire/notification.h"

namespace footlight::people {

/// A notification as a person reads it.
struct NotificationSaying {
    QString icon;
    QString headline;  ///< "anna is live"
    QString detail;    ///< the title of the broadcast, or what was said; may be empty
};
NotificationSaying sayingOf(const wire::Notification& notification);

/// What somebody chooses to hear of: "A channel that I follow goes live".
QString textOf(wire::NotificationKind kind);

/// "just now", "5 min ago", "3 h ago", then the moment by the locale.
QString agoText(UtcTime at, UtcTime now);

}  // namespace footlight::people
