#pragma once

#include <QTimer>

#include "app/desktop/window_verb.h"

namespace footlight::desktop {

/// `footlight demo` with its window: first the Studio going live, then Watch showing that broadcast. The
/// context is one that keeps nothing.
class WindowDemo final : public WindowVerb {
    Q_OBJECT
public:
    WindowDemo(AppContext& context, Demo options, Logger logger);

    void start() override;

private:
    void onAir();
    void watch();
    void stateChanged(playback::Player::State state);
    void takePicture(const QString& name);
    void failed(const QString& message);
    void sumUp() override;

    Demo options_;
    Reporter reporter_;
    QTimer patience_;
    bool isOnAir_ = false;
};

}  // namespace footlight::desktop
