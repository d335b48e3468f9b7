#include "ui/chat/row_look.h"

#include "ui/chat/chat_options.h"
#include "ui/chat/name_colour.h"
#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace footlight::chatui {
namespace {

QColor blend(const QColor& below, const QColor& above, qreal share) {
    const auto mix = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return {mix(below.red(), above.red()), mix(below.green(), above.green()),
            mix(below.blue(), above.blue())};
}

}  // namespace

RowLook::RowLook(const ChatOptions* options, EmoteStore* store, int rowWidth)
    : width(rowWidth), emotes(store), body(theme::font(theme::TextRole::Body)) {
    const auto& tokens = theme::tokens();
    const int wanted = options != nullptr ? options->textSize() : ChatOptions::kUsualText;
    bodySize = qRound(static_cast<qreal>(body.pixelSize()) * wanted / ChatOptions::kUsualText);
    body.setPixelSize(bodySize);
    small = body;
    small.setPixelSize(qMax(11, qRound(bodySize * 0.86)));
    if (options != nullptr) {
        isHighContrast = options->hasHighContrast();
        showsTime = options->showsTime();
        showsDeleted = options->showsDeleted();
    }
    background = isHighContrast ? (tokens.dark ? QColor(Qt::black) : QColor(Qt::white)) : tokens.panel;
    hover = tokens.control;
    tint = blend(background, tokens.accent, isHighContrast ? 0.25 : 0.16);
    text = isHighContrast ? (tokens.dark ? QColor(Qt::white) : QColor(Qt::black)) : tokens.text;
    secondary = isHighContrast ? text : tokens.secondary;
    accent = tokens.focus;
    // As text in the light the plain accent and amber would be too pale.
    link = tokens.dark ? QColor(0x8F, 0xA9, 0xFF) : QColor(0x2F, 0x4B, 0xC4);
    care = tokens.dark ? tokens.care : QColor(0x8A, 0x5A, 0x00);
    leastContrast = isHighContrast ? 7.0 : 4.5;
}

QColor RowLook::colourOf(const QString& name, bool isTinted) const {
    return colourOfName(name, background, isTinted ? tint : hover, leastContrast);
}

}  // namespace footlight::chatui
