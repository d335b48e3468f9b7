#pragma once

#include <QString>
#include <chrono>
#include <optional>

#include "core/base/clock.h"

/// Numbers as people read them: rounded for the eye, "–" where nobody knows.
namespace footlight::models {

/// "1:02", "12:34:56".
QString clockText(std::chrono::seconds duration);
/// "2.5 Mbit/s", "320 kbit/s".
QString bitrateText(std::optional<double> kbps);
/// "0.9 s", "38 ms".
QString delayText(std::optional<double> milliseconds);
/// "1,204" by the locale.
QString countText(std::optional<qint64> count);
QString viewersText(qint64 viewers);
/// "1.4 GB", "380 MB".
QString bytesText(qint64 bytes);
/// "21 Nov 2026, 20:15" by the locale, in local time.
QString momentText(UtcTime moment);
/// "11/21/26" by the locale, in local time.
QString dayText(UtcTime moment);

}  // namespace footlight::models
