#pragma once

#include <QFrame>

#include "core/playback/player.h"

class QPushButton;
class QSlider;
class QToolButton;

namespace footlight::widgets {
class FigureLabel;
}

namespace footlight::watch {

class SeekBar;

/// The row of controls over the picture. Shows and reports; the pane acts.
class PlayerControls final : public QFrame {
    Q_OBJECT
public:
    explicit PlayerControls(QWidget* parent = nullptr);

    void showState(playback::Player::State state);
    void showStatistics(const playback::Statistics& statistics);
    void showVolume(int percent, bool muted);
    void showFullScreen(bool on);
    /// Seconds; a length of 0 hides the bar. True where the controls want another height now.
    bool showSpan(double length, double at);

Q_SIGNALS:
    void playPauseAsked();
    void liveAsked();
    void seekAsked(double seconds);
    void muteAsked();
    void volumeAsked(int percent);
    void fullScreenAsked();

private:
    QToolButton* addTool(const QString& icon, const QString& name);
    void showAtEdge(bool atEdge);

    SeekBar* seek_;
    QToolButton* play_;
    QPushButton* live_;
    QToolButton* mute_;
    QSlider* volume_;
    widgets::FigureLabel* place_;
    widgets::FigureLabel* latency_;
    QToolButton* fullScreen_;
};

}  // namespace footlight::watch
