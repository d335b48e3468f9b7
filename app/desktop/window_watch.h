#pragma once

#include "app/desktop/window_verb.h"

namespace footlight::desktop {

/// `footlight watch` with its window.
class WindowWatch final : public WindowVerb {
    Q_OBJECT
public:
    WindowWatch(AppContext& context, Watch options, Logger logger);

    void start() override;

private:
    void stateChanged(playback::Player::State state);
    void sumUp() override;

    Watch options_;
    Reporter reporter_;
    bool played_ = false;
};

}  // namespace footlight::desktop
