#include "ui/models/wording.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace footlight::models {
namespace {

const QString kUnknown = QStringLiteral("–");

}  // namespace

QString clockText(std::chrono::seconds duration) {
    const auto total = duration.count();
    const auto hours = total / 3600;
    const QString minutes = QString::number(total / 60 % 60);
    const QString seconds = QString::number(total % 60).rightJustified(2, QLatin1Char('0'));
    if (hours == 0) {
        return minutes + QLatin1Char(':') + seconds;
    }
    return QStringLiteral("%1:%2:%3").arg(hours).arg(minutes.rightJustified(2, QLatin1Char('0')), seconds);
}

QString bitrateText(std::optional<double> kbps) {
    if (!kbps) {
        return kUnknown;
    }
    if (*kbps >= 1000) {
        return QCoreApplication::translate("Wording", "%1 Mbit/s")
            .arg(QLocale().toString(*kbps / 1000, 'f', 1));
    }
    return QCoreApplication::translate("Wording", "%1 kbit/s").arg(QLocale().toString(qRound(*kbps)));
}

QString delayText(std::optional<double> milliseconds) {
    if (!milliseconds) {
        return kUnknown;
    }
    if (*milliseconds >= 100) {
        return QCoreApplication::translate("Wording", "%1 s")
            .arg(QLocale().toString(*milliseconds / 1000, 'f', 1));
    }
    return QCoreApplication::translate("Wording", "%1 ms")
        .arg(QLocale().toString(*milliseconds, 'f', *milliseconds < 10 ? 1 : 0));
}

QString countText(std::optional<qint64> count) { return count ? QLocale().toString(*count) : kUnknown; }

QString viewersText(qint64 viewers) {
    const QString number = countText(viewers);
    return viewers == 1 ? QCoreApplication::translate("Wording", "1 viewer")
                        : QCoreApplication::translate("Wording", "%1 viewers").arg(number);
}

QString bytesText(qint64 bytes) {
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString momentText(UtcTime moment) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count()),
                              QLocale::ShortFormat);
}

QString dayText(UtcTime moment) {
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count()).date(),
                              QLocale::ShortFormat);
}

}  // namespace footlight::models
