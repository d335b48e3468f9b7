#include "ui/theme/tokens.h"

#include <QGuiApplication>

namespace footlight::theme {

const Tokens& darkTokens() {
    static const Tokens kTokens{
        .page = QColor(0x0F, 0x11, 0x15),
        .panel = QColor(0x16, 0x1A, 0x20),
        .control = QColor(0x1E, 0x23, 0x2B),
        .controlHover = QColor(0x28, 0x2F, 0x39),
        .text = QColor(0xE8, 0xEA, 0xED),
        .secondary = QColor(0x9A, 0xA3, 0xAF),
        .faint = QColor(0x5A, 0x63, 0x70),
        .accent = QColor(0x6C, 0x8C, 0xFF),
        .accentHover = QColor(0x86, 0xA1, 0xFF),
        .focus = QColor(0x6C, 0x8C, 0xFF),
        .onAccent = QColor(0x0F, 0x11, 0x15),
        .onAir = QColor(0xFF, 0x4D, 0x4F),
        .onAirHover = QColor(0xFF, 0x6B, 0x6D),
        .care = QColor(0xFF, 0xB0, 0x20),
        .good = QColor(0x35, 0xC2, 0x8B),
        .dark = true,
    };
    return kTokens;
}

// Amber, green and the focus ring are darker here than in the dark: marks need 3:1 against every surface.
const Tokens& lightTokens() {
    static const Tokens kTokens{
        .page = QColor(0xFF, 0xFF, 0xFF),
        .panel = QColor(0xF6, 0xF7, 0xF9),
        .control = QColor(0xEC, 0xEE, 0xF1),
        .controlHover = QColor(0xE0, 0xE3, 0xE8),
        .text = QColor(0x15, 0x18, 0x1D),
        .secondary = QColor(0x5B, 0x64, 0x70),
        .faint = QColor(0x9A, 0xA3, 0xAF),
        .accent = QColor(0x6C, 0x8C, 0xFF),
        .accentHover = QColor(0x86, 0xA1, 0xFF),
        .focus = QColor(0x46, 0x63, 0xDB),
        .onAccent = QColor(0x0F, 0x11, 0x15),
        .onAir = QColor(0xFF, 0x4D, 0x4F),
        .onAirHover = QColor(0xFF, 0x6B, 0x6D),
        .care = QColor(0xB7, 0x77, 0x00),
        .good = QColor(0x1C, 0x91, 0x63),
        .dark = false,
    };
    return kTokens;
}

const Tokens& tokens() {
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128 ? darkTokens()
                                                                                : lightTokens();
}

QPalette makePalette(const Tokens& from) {
    QPalette palette;
    palette.setColor(QPalette::Window, from.page);
    palette.setColor(QPalette::Base, from.panel);
    palette.setColor(QPalette::AlternateBase, from.control);
    palette.setColor(QPalette::Button, from.control);
    palette.setColor(QPalette::ToolTipBase, from.control);
    palette.setColor(QPalette::Highlight, from.accent);
    palette.setColor(QPalette::HighlightedText, from.onAccent);
    palette.setColor(QPalette::Link, from.accent);
    palette.setColor(QPalette::LinkVisited, from.accent);
    palette.setColor(QPalette::BrightText, from.text);
    palette.setColor(QPalette::PlaceholderText, from.secondary);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, from.text);
        palette.setColor(QPalette::Disabled, role, from.faint);
    }
    for (const auto role :
         {QPalette::Light, QPalette::Midlight, QPalette::Mid, QPalette::Dark, QPalette::Shadow}) {
        palette.setColor(role, from.control);
    }
    return palette;
}

}  // namespace footlight::theme
