#pragma once

#include <QTimer>
#include <QWidget>

class QAction;
class QGraphicsOpacityEffect;
class QPropertyAnimation;

namespace footlight::models {
class SettingsStore;
}
namespace footlight::playback {
class Player;
}
namespace footlight::widgets {
class VideoView;
}

namespace footlight::watch {

class ControlKeys;
class PlayerControls;
class PlayerMessage;

/// The picture with its controls, which fade two seconds after the last movement, and its full screen.
class PlayerPane final : public QWidget {
    Q_OBJECT
public:
    PlayerPane(playback::Player& player, models::SettingsStore& settings, QWidget* parent = nullptr);
    ~PlayerPane() override;

    /// For the palette and the key sheet.
    [[nodiscard]] QList<QAction*> commands() const { return commands_; }
    /// How long what is watched is and where in it we are, in seconds; a length of 0: nobody can tell.
    void showSpan(double length, double at);
    /// Lies over the picture and under the controls, as large as the pane; taken.
    void setOverlay(QWidget* overlay);
    [[nodiscard]] bool isFullScreen() const { return home_ != nullptr; }

Q_SIGNALS:
    void retryAsked();
    void leaveAsked();
    void liveAsked();
    /// To a place, in seconds from the start.
    void seekAsked(double seconds);
    /// By so many seconds, backwards where negative.
    void skipAsked(double seconds);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeCommands();
    void placeControls();
    void wire();
    void togglePlay();
    void setVolume(int percent);
    void toggleMute();
    void toggleFullScreen();
    void wakeControls();
    void fadeControls();
    void fadeTo(qreal opacity);

    playback::Player& player_;
    models::SettingsStore& settings_;
    widgets::VideoView* view_;
    PlayerControls* controls_;
    PlayerMessage* message_;
    ControlKeys* keys_;
    QWidget* overlay_ = nullptr;
    QGraphicsOpacityEffect* opacity_;
    QPropertyAnimation* fade_;
    QTimer idle_;
    QList<QAction*> commands_;
    QWidget* home_ = nullptr;  ///< where the pane goes back to after full screen
    int volume_ = 100;
    bool muted_ = false;
};

}  // namespace footlight::watch
