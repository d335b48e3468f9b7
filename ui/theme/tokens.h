#pragma once

#include <QColor>
#include <QPalette>

namespace footlight::theme {

/// The colours of one appearance, named by what they mean. Surfaces are told apart by lightness: page, panel,
/// control. `onAir` means that a broadcast runs and nothing else.
struct Tokens {
    QColor page;
    QColor panel;
    QColor control;
    QColor controlHover;
    QColor text;
    QColor secondary;
    QColor faint;  ///< text of what is off, drawings
    QColor accent;
    QColor accentHover;
    QColor focus;     ///< the ring around the control that has the keyboard
    QColor onAccent;  ///< text on accent, onAir and care
    QColor onAir;
    QColor onAirHover;
    QColor care;
    QColor good;
    bool dark = true;
};

const Tokens& darkTokens();
const Tokens& lightTokens();
/// The tokens of the appearance that the application's palette was made from: how painted widgets find their
/// colours at the moment of painting.
const Tokens& tokens();
QPalette makePalette(const Tokens& from);

}  // namespace footlight::theme
