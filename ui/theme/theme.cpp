#include "ui/theme/theme.h"

#include <QApplication>

#include "ui/theme/fonts.h"
#include "ui/theme/footlight_style.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/tokens.h"

namespace footlight::theme {

Theme::Theme(QApplication& application) : application_(application) {
    QApplication::setStyle(new FootlightStyle);
    QApplication::setFont(applicationFont());
    connect(&system_, &SystemAppearance::changed, this, [this] {
        if (appearance_ == Appearance::System) {
            apply();
        }
    });
    apply();
}

void Theme::setAppearance(Appearance appearance) {
    if (appearance != appearance_) {
        appearance_ = appearance;
        apply();
    }
}

void Theme::apply() {
    const Appearance shown = appearance_ == Appearance::System ? system_.preferred() : appearance_;
    const Tokens& colours = shown == Appearance::Light ? lightTokens() : darkTokens();
    QApplication::setPalette(makePalette(colours));
    application_.setStyleSheet(styleSheet(colours));
    Q_EMIT changed();
}

QString toString(Appearance appearance) {
    switch (appearance) {
        case Appearance::Dark:
            return QStringLiteral("dark");
        case Appearance::Light:
            return QStringLiteral("light");
        case Appearance::System:
            break;
    }
    return QStringLiteral("system");
}

Appearance appearanceFrom(const QString& text) {
    if (text == QStringLiteral("dark")) {
        return Appearance::Dark;
    }
    return text == QStringLiteral("light") ? Appearance::Light : Appearance::System;
}

}  // namespace footlight::theme
