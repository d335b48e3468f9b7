#pragma once

#include <QFrame>

#include "core/playback/player.h"

class QPushButton;

namespace footlight::widgets {
class BusyMark;
class IconView;
class TextLabel;
}  // namespace footlight::widgets

namespace footlight::watch {

/// Over the picture while there is none to see: connecting, buffering, offline, ended, failed, and what to
/// do.
class PlayerMessage final : public QFrame {
    Q_OBJECT
public:
    explicit PlayerMessage(QWidget* parent = nullptr);

    void showState(playback::Player::State state);
    /// The player's own sentence, plain text.
    void showMessage(const QString& message);

    /// In the middle of its parent, as high as its words.
    void place();

Q_SIGNALS:
    void retryAsked();
    void leaveAsked();

private:
    void present(const QString& icon, const QString& title, const QString& sentence);

    playback::Player::State state_ = playback::Player::State::Idle;
    QString message_;
    widgets::BusyMark* busy_;
    widgets::IconView* icon_;
    widgets::TextLabel* title_;
    widgets::TextLabel* sentence_;
    QPushButton* retry_;
    QPushButton* leave_;
};

}  // namespace footlight::watch
