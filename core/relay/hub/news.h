#pragma once

#include <string>

#include "core/wire/notification.h"

namespace footlight::relay::hub {

/// The kind as choices are kept by it: "wentLive".
std::string kindName(wire::NotificationKind kind);

/// News as a person reads it in a mail.
struct NewsText {
    std::string subject;
    std::string text;
};
NewsText newsText(const wire::Notification& news);

}  // namespace footlight::relay::hub
