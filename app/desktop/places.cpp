#include "app/desktop/places.h"

#include <QDir>
#include <QStandardPaths>

namespace footlight::desktop {
namespace {

Places placesIn(const QDir& config, const QDir& data) {
    Places places;
    places.settingsFile = config.filePath(QStringLiteral("footlight.ini"));
    places.relayFolder = data.filePath(QStringLiteral("relay"));
    places.sceneFile = data.filePath(QStringLiteral("scene.json"));
    return places;
}

}  // namespace

Places Places::ofUser() {
    return placesIn(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
                    QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
}

Places Places::forThisRun() {
    auto temporary = std::make_unique<QTemporaryDir>();
    Places places = placesIn(temporary->path(), temporary->path());
    places.keepsSecrets = false;
    places.temporary = std::move(temporary);
    return places;
}

}  // namespace footlight::desktop
