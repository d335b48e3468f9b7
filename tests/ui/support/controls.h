#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QSpinBox>
#include <QTest>
#include <vector>

namespace footlight::ui_tests {

/// Everything that a person can press, pull or type into now.
inline std::vector<QWidget*> controlsOf(const QWidget& window) {
    std::vector<QWidget*> controls;
    for (QWidget* widget : window.findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                               qobject_cast<QAbstractSlider*>(widget) || qobject_cast<QComboBox*>(widget) ||
                               qobject_cast<QAbstractSpinBox*>(widget);
        const bool isPart = qobject_cast<QScrollBar*>(widget) ||
                            qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
                            qobject_cast<QComboBox*>(widget->parentWidget()) ||
                            qobject_cast<QLineEdit*>(widget->parentWidget());
        if (isControl && !isPart && widget->isVisible() && widget->isEnabled()) {
            controls.push_back(widget);
        }
    }
    return controls;
}

/// What Tab leads to, from wherever the focus is, around at least once.
inline QSet<QWidget*> reachedByTab(QWidget& window) {
    QSet<QWidget*> reached;
    for (int step = 0; step < 200; ++step) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    return reached;
}

/// Presses what a person finds in the window by that name.
inline void press(QWidget& window, const char* name) {
    for (auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && button->accessibleName() == QLatin1String(name)) {
            button->click();
            return;
        }
    }
    ADD_FAILURE() << "no button " << name;
}

inline std::string nameOf(const QWidget& widget) {
    return (QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') +
            widget.accessibleName())
        .toStdString();
}

}  // namespace footlight::ui_tests
