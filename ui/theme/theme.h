#pragma once

#include <QObject>

#include "ui/theme/system_appearance.h"

class QApplication;

namespace footlight::theme {

struct Tokens;

/// Gives the application its font, palette and style sheet, and changes them when the person or the desktop
/// asks for the other appearance. Made once by main, before any window; lives on the window's thread.
class Theme final : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application);

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return appearance_; }

Q_SIGNALS:
    void changed();

private:
    void apply();

    QApplication& application_;
    SystemAppearance system_;
    Appearance appearance_ = Appearance::System;
};

/// "system", "dark" and "light": how the choice is kept in the settings. Anything else reads as System.
QString toString(Appearance appearance);
Appearance appearanceFrom(const QString& text);

}  // namespace footlight::theme
