#include "app/desktop/screenshots.h"

#include <QDir>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>

namespace footlight::desktop {

Result<> saveScreen(const QString& folder, const QString& name) {
    QScreen* screen = QGuiApplication::primaryScreen();
    const QPixmap picture = screen == nullptr ? QPixmap() : screen->grabWindow(0);
    if (picture.isNull()) {
        return fail(ErrorCategory::Unavailable, "desktop.screenshot",
                    "The screen cannot be read for a screenshot.");
    }
    const QString file = QDir(folder).filePath(name + QStringLiteral(".png"));
    if (!QDir().mkpath(folder) || !picture.save(file)) {
        return fail(
            ErrorCategory::Unavailable, "desktop.screenshot",
            "The screenshot " + file.toStdString() + " cannot be written. Check the folder and its space.");
    }
    return {};
}

}  // namespace footlight::desktop
