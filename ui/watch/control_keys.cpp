#include "ui/watch/control_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

#include "ui/watch/seek_bar.h"

namespace footlight::watch {
namespace {

/// The seek bar goes by the player's own steps.
bool isOtherSlider(const QWidget* control) {
    return qobject_cast<const QAbstractSlider*>(control) != nullptr &&
           qobject_cast<const SeekBar*>(control) == nullptr;
}

bool isOwnKey(const QWidget* control, const QKeyEvent& key) {
    if ((key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) {
        return false;
    }
    const bool isList = qobject_cast<const QAbstractItemView*>(control) != nullptr;
    const bool isCombo = qobject_cast<const QComboBox*>(control) != nullptr;
    switch (key.key()) {
        case Qt::Key_Space:
            return isList || isCombo || qobject_cast<const QAbstractButton*>(control) != nullptr;
        case Qt::Key_Left:
        case Qt::Key_Right:
            return isList || isCombo || isOtherSlider(control) ||
                   qobject_cast<const QTabBar*>(control) != nullptr;
        default:
            return false;
    }
}

}  // namespace

bool ControlKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
        isOwnKey(static_cast<QWidget*>(watched)->focusWidget(), *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace footlight::watch
