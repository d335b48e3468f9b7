#pragma once

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTest>

#include "ui/theme/theme.h"

namespace footlight::ui_tests {

/// Nothing that is written is narrower than it wants to be, or stands outside of its window.
inline void expectNothingIsCut(QWidget& window, const std::string& where) {
    for (auto* widget : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<QLabel*>(widget);
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const QString text = label != nullptr    ? label->text()
                             : button != nullptr ? button->text()
                                                 : QString();
        if (text.isEmpty() || !widget->isVisible() || widget->visibleRegion().isEmpty()) {
            continue;
        }
        EXPECT_GE(widget->width(), widget->minimumSizeHint().width()) << where << ": " << text.toStdString();
        EXPECT_LE(widget->mapTo(&window, QPoint(widget->width(), 0)).x(), window.width())
            << where << ": " << text.toStdString();
    }
}

/// Looks at a window dark and light, small and large; with FOOTLIGHT_SHOTS=FOLDER it leaves pictures there.
inline void look(QWidget& window, const QString& name) {
    static theme::Theme theme(*qApp);
    const QString folder = qEnvironmentVariable("FOOTLIGHT_SHOTS");
    for (const auto appearance : {theme::Appearance::Light, theme::Appearance::Dark}) {
        theme.setAppearance(appearance);
        for (const QSize size : {QSize(1840, 1000), QSize(1200, 640)}) {
            window.resize(size);
            QApplication::sendPostedEvents();
            QTest::qWait(30);
            const QString shot =
                QStringLiteral("%1-%2-%3").arg(name, theme::toString(appearance)).arg(size.width());
            EXPECT_EQ(window.size(), size) << shot.toStdString();
            expectNothingIsCut(window, shot.toStdString());
            if (!folder.isEmpty()) {
                QDir().mkpath(folder);
                window.grab().save(QDir(folder).filePath(shot + QStringLiteral(".png")));
            }
        }
    }
}

}  // namespace footlight::ui_tests
