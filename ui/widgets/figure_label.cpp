#include "ui/widgets/figure_label.h"

#include <QPainter>
#include <QtMath>

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

QSize FigureLabel::sizeHint() const {
    return {qCeil(theme::tabularWidth(font(), text_)), fontMetrics().height()};
}

void FigureLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    theme::drawTabular(painter, rect(), alignment_, text_);
}

}  // namespace footlight::widgets
