#include "ui/widgets/picture_view.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::widgets {
namespace {

constexpr int kWidth = 320;

}  // namespace

PictureView::PictureView(double shape, QWidget* parent) : QWidget(parent), shape_(shape) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PictureView::setPicture(const QPixmap& picture) {
    picture_ = picture;
    update();
}

int PictureView::heightForWidth(int width) const { return qRound(width / shape_); }

QSize PictureView::sizeHint() const { return {kWidth, heightForWidth(kWidth)}; }

void PictureView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath round;
    round.addRoundedRect(rect(), theme::kCardRadius, theme::kCardRadius);
    painter.fillPath(round, theme::tokens().control);
    if (!picture_.isNull()) {
        painter.setClipPath(round);
        QRect target(QPoint(), picture_.size().scaled(size(), Qt::KeepAspectRatioByExpanding));
        target.moveCenter(rect().center());
        painter.drawPixmap(target, picture_);
    }
}

}  // namespace footlight::widgets
