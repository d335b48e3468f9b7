#include "ui/widgets/text_label.h"

#include <QPainter>
#include <QStyle>

namespace footlight::widgets {

TextLabel::TextLabel(const QString& text, theme::TextRole role, QFont::Weight weight, QWidget* parent)
    : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setFont(theme::font(role, weight));
    setText(text);
}

void TextLabel::setFit(Fit fit) {
    fit_ = fit;
    setWordWrap(fit == Fit::Wrap);
    updateGeometry();
}

void TextLabel::setSecondary() {
    setProperty("tone", QStringLiteral("secondary"));
    style()->unpolish(this);
    style()->polish(this);
}

QSize TextLabel::minimumSizeHint() const {
    if (fit_ != Fit::Elide) {
        return QLabel::minimumSizeHint();
    }
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(QStringLiteral("mmm…")) + margins.left() + margins.right(),
            fontMetrics().height() + margins.top() + margins.bottom()};
}

void TextLabel::paintEvent(QPaintEvent* event) {
    if (fit_ != Fit::Elide) {
        QLabel::paintEvent(event);
        return;
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    const QString tip = shown == text() ? QString() : Qt::convertFromPlainText(text(), Qt::WhiteSpaceNormal);
    if (toolTip() != tip) {
        setToolTip(tip);
    }
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, shown);
}

}  // namespace footlight::widgets
