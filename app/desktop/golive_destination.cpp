#include "app/desktop/golive_destination.h"

#include <QFile>
#include <QUrl>

#include "app/desktop/destination_url.h"

namespace footlight::desktop {

Result<std::unique_ptr<FixedDestination>> fixedDestination(const GoLive& options) {
    if (options.rtmp.empty()) {
        return nullptr;
    }
    auto key = readKeyFile(options.keyFile);
    if (!key) {
        return fail(std::move(key.error()));
    }
    auto destination = destinationFrom(QUrl(QString::fromStdString(options.rtmp)), *key);
    if (!destination) {
        return fail(std::move(destination.error()));
    }
    return std::make_unique<FixedDestination>(std::move(*destination));
}

Result<Secret> readKeyFile(const std::string& path) {
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCategory::NotFound, "desktop.key_file",
                    "The key file " + path + " cannot be read: " + file.errorString().toStdString() + ".");
    }
    constexpr qint64 kLongestLine = 4'096;
    const QByteArray line = file.readLine(kLongestLine).trimmed();
    if (line.isEmpty()) {
        return fail(ErrorCategory::Invalid, "desktop.key_file",
                    "The key file " + path + " is empty. Its first line is the stream key.");
    }
    return Secret(line.toStdString());
}

}  // namespace footlight::desktop
