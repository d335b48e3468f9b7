#include "ui/widgets/busy_mark.h"

#include <QPainter>

#include "ui/theme/footlight_style.h"
#include "ui/theme/tokens.h"

namespace footlight::widgets {
namespace {

constexpr int kDiameter = 32;
constexpr int kDegreesPerStep = 12;
constexpr int kArc = 100;

}  // namespace

BusyMark::BusyMark(QWidget* parent) : QWidget(parent) {
    setFixedSize(kDiameter, kDiameter);
    turns_.setInterval(std::chrono::milliseconds{33});
    connect(&turns_, &QTimer::timeout, this, [this] {
        angle_ = (angle_ + kDegreesPerStep) % 360;
        update();
    });
}

void BusyMark::showEvent(QShowEvent* event) {
    if (theme::motionDuration() > 0) {
        turns_.start();
    }
    QWidget::showEvent(event);
}

void BusyMark::hideEvent(QHideEvent* event) {
    turns_.stop();
    QWidget::hideEvent(event);
}

void BusyMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme::tokens().accent, 3, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(rect()).adjusted(3, 3, -3, -3), -angle_ * 16, kArc * 16);
}

}  // namespace footlight::widgets
