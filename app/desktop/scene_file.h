#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/base/result.h"

namespace footlight::capture {
class Scene;
}

namespace footlight::desktop {

/// The scene on disk: read at the start, written a second after a change, whole or not at all. Owned by the
/// Studio's side of the window.
class SceneFile : public QObject {
    Q_OBJECT
public:
    SceneFile(capture::Scene& scene, QString path);
    /// Writes what is not written yet.
    ~SceneFile() override;

    /// False where there is no saved scene. Corrupt where it cannot be read; the file is then kept aside as
    /// "scene.json.broken".
    Result<bool> load();
    void saveSoon() { delay_.start(); }

Q_SIGNALS:
    /// Could not be written; for people.
    void failed(const QString& message);

private:
    void save();

    capture::Scene& scene_;
    QString path_;
    QTimer delay_;
};

}  // namespace footlight::desktop
