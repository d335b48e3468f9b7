#include "ui/widgets/floating_panel.h"

#include <QPainter>

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::widgets {

FloatingPanel::FloatingPanel(QWidget* window) : QWidget(window, Qt::Popup | Qt::FramelessWindowHint) {
    setAttribute(Qt::WA_TranslucentBackground);
}

void FloatingPanel::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.controlHover);
    painter.setBrush(tokens.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kCardRadius,
                            theme::kCardRadius);
}

}  // namespace footlight::widgets
