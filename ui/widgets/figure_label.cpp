#include "ui/widgets/figure_label.h"

#include <QPainter>
#include <QtMath>

#include "ui/theme/tokens.h"

namespace footlight::widgets {

FigureLabel::FigureLabel(theme::TextRole role, QWidget* parent) : QWidget(parent) {
    setFont(theme::font(role, QFont::DemiBold));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void FigureLabel::setText(const QString& text) {
    const QString shown = text.isEmpty() ? QStringLiteral("–") : text;
    if (shown == text_) {
        return;
    }
    const bool sameShape = shown.size() == text_.size();
    text_ = shown;
    if (!sameShape) {
        updateGeometry();
    }
    update();
}

void FigureLabel::setAlignment(Qt::Alignment alignment) {
    alignment_ = alignment;
    update();
}

void FigureLabel::setOnPicture() {
    onPicture_ = true;
    update();
}

QSize FigureLabel::sizeHint() const {
    return {qCeil(theme::tabularWidth(font(), text_)), fontMetrics().height()};
}

void FigureLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    const auto& tokens = onPicture_ ? theme::darkTokens() : theme::tokens();
    painter.setPen(isEnabled() ? tokens.text : tokens.faint);
    theme::drawTabular(painter, rect(), alignment_, text_);
}

}  // namespace footlight::widgets
