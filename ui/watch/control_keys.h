#pragma once

#include <QObject>

namespace footlight::watch {

/// Leaves a control that has the focus its own keys, which are the player's everywhere else in the window:
/// Space presses a button, arrows move a slider. An event filter for windows.
class ControlKeys final : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace footlight::watch
