#pragma once

#include <QFrame>
#include <atomic>
#include <map>
#include <vector>

#include "core/base/guarded.h"
#include "ui/studio/ports.h"

class QStackedWidget;
class QVBoxLayout;

namespace footlight::studio {

class MixerStrip;

/// A strip for every source that has sound. Levels come on the engine's thread and are handed over at most
/// once per turn of the window's loop.
class MixerPanel final : public QFrame {
    Q_OBJECT
public:
    MixerPanel(SceneDesk& scene, SoundDesk& sound, QWidget* parent = nullptr);
    ~MixerPanel() override;

    /// Makes the strips anew from the scene.
    void refresh();

Q_SIGNALS:
    void refused(const QString& message);

private:
    void addStrip(const capture::Source& source);
    void showLevels();

    SceneDesk& scene_;
    SoundDesk& sound_;
    QStackedWidget* stack_;
    QVBoxLayout* strips_;
    std::map<capture::SourceId, MixerStrip*> bySource_;
    Guarded<std::vector<capture::MeterLevel>> levels_;
    std::atomic<bool> posted_ = false;
};

}  // namespace footlight::studio
