#include "app/desktop/scene_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include "core/capture/scene.h"

namespace footlight::desktop {
namespace {

constexpr qint64 kMostBytes = 4 << 20;

}  // namespace

SceneFile::SceneFile(capture::Scene& scene, QString path) : scene_(scene), path_(std::move(path)) {
    delay_.setSingleShot(true);
    delay_.setInterval(std::chrono::seconds{1});
    connect(&delay_, &QTimer::timeout, this, &SceneFile::save);
}

SceneFile::~SceneFile() {
    if (delay_.isActive()) {
        save();
    }
}

Result<bool> SceneFile::load() {
    QFile file(path_);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    auto loaded = scene_.load(file.read(kMostBytes).toStdString());
    file.close();
    if (!loaded) {
        const QString aside = path_ + QStringLiteral(".broken");
        QFile::remove(aside);
        QFile::rename(path_, aside);
        return fail(ErrorCategory::Corrupt, "desktop.scene",
                    "The saved scene could not be read and was put aside as " + aside.toStdString() +
                        ". The Studio starts with the default scene.");
    }
    return !scene_.list().empty();
}

void SceneFile::save() {
    delay_.stop();
    QDir().mkpath(QFileInfo(path_).absolutePath());
    QSaveFile file(path_);
    const auto json = QByteArray::fromStdString(scene_.save());
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        Q_EMIT failed(tr("The scene could not be saved to %1: %2.").arg(path_, file.errorString()));
    }
}

}  // namespace footlight::desktop
