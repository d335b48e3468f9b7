#include "ui/shell/rail_button.h"

#include <QPainter>

#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::shell {
namespace {

constexpr int kWidth = 80;
constexpr int kMarkWidth = 3;

}  // namespace

RailButton::RailButton(const QString& title, const QString& icon, QWidget* parent) : QAbstractButton(parent) {
    setText(title);
    setAccessibleName(title);
    setIcon(theme::icon(icon));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setFont(theme::font(theme::TextRole::Caption));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const {
    const int text = fontMetrics().horizontalAdvance(this->text()) + theme::kGap8;
    return {qMax(kWidth, text),
            theme::kGap8 + theme::kIconSize + theme::kGap4 + fontMetrics().height() + theme::kGap8};
}

void RailButton::enterEvent(QEnterEvent* event) {
    update();
    QAbstractButton::enterEvent(event);
}

void RailButton::leaveEvent(QEvent* event) {
    update();
    QAbstractButton::leaveEvent(event);
}

void RailButton::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF field = QRectF(rect()).adjusted(4, 1, -4, -1);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse() || isDown()) {
        painter.setBrush(isChecked() ? tokens.control : tokens.control.darker(tokens.dark ? 115 : 102));
        painter.drawRoundedRect(field, theme::kControlRadius, theme::kControlRadius);
    }
    if (isChecked()) {
        painter.setBrush(tokens.accent);
        const qreal height = 20;
        painter.drawRoundedRect(QRectF(0, (this->height() - height) / 2, kMarkWidth, height), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), theme::kControlRadius, theme::kControlRadius);
    }
    const QRect picture((width() - theme::kIconSize) / 2, theme::kGap8, theme::kIconSize, theme::kIconSize);
    icon().paint(&painter, picture, Qt::AlignCenter, isChecked() ? QIcon::Selected : QIcon::Normal);
    painter.setPen(isChecked() ? tokens.text : tokens.secondary);
    const QRect name(0, picture.bottom() + 1 + theme::kGap4, width(), fontMetrics().height());
    painter.drawText(name, Qt::AlignHCenter | Qt::AlignTop | Qt::TextSingleLine, text());
}

}  // namespace footlight::shell
