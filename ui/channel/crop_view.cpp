#include "ui/channel/crop_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <cmath>

#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::channel {
namespace {

constexpr QSize kRoom{480, 300};
constexpr int kMargin = 24;
constexpr int kMostShown = 2'048;
constexpr double kStep = 1.1;
constexpr double kKeyStep = 8;  // pixels of the widget
constexpr double kNotch = 120;  // of a wheel, QWheelEvent::angleDelta

}  // namespace

CropView::CropView(const QImage& picture, QSize taken, QWidget* parent)
    : QWidget(parent),
      picture_(picture),
      shown_(QPixmap::fromImage(
          std::max(picture.width(), picture.height()) > kMostShown
              ? picture.scaled(kMostShown, kMostShown, Qt::KeepAspectRatio, Qt::SmoothTransformation)
              : picture)),
      size_(taken),
      crop_(picture.size(), static_cast<double>(taken.width()) / taken.height()) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    setMinimumSize(kRoom);
}

QSize CropView::sizeHint() const { return kRoom; }

QRectF CropView::frame() const {
    const QRectF room = QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRectF frame(QPointF(), QSizeF(size_).scaled(room.size(), Qt::KeepAspectRatio));
    frame.moveCenter(room.center());
    return frame;
}

double CropView::scale() const { return crop_.area().width() / frame().width(); }

void CropView::setZoom(double zoom) {
    const double before = crop_.zoom();
    crop_.setZoom(zoom);
    if (crop_.zoom() != before) {
        update();
        Q_EMIT zoomChanged(crop_.zoom());
    }
}

QImage CropView::taken() const {
    QImage taken(size_,
                 picture_.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    taken.fill(Qt::transparent);
    const QRect area = crop_.area().toAlignedRect().intersected(picture_.rect());
    QPainter painter(&taken);
    painter.drawImage(0, 0,
                      picture_.copy(area).scaled(size_, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    return taken;
}

void CropView::paintEvent(QPaintEvent*) {
    const auto& tokens = theme::tokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath field;
    field.addRoundedRect(rect(), theme::kControlRadius, theme::kControlRadius);
    painter.fillPath(field, tokens.page);
    painter.setClipPath(field);
    const QRectF hole = frame();
    const QRectF area = crop_.area();
    const double zoom = 1 / scale();
    painter.drawPixmap(QRectF(hole.topLeft() - area.topLeft() * zoom, QSizeF(picture_.size()) * zoom), shown_,
                       QRectF(shown_.rect()));
    QPainterPath shape;
    if (size_.width() == size_.height()) {
        shape.addEllipse(hole);
    } else {
        shape.addRoundedRect(hole, theme::kControlRadius, theme::kControlRadius);
    }
    QColor shade = tokens.page;
    shade.setAlpha(176);
    painter.fillPath(field.subtracted(shape), shade);
    painter.setPen(QPen(hasFocus() ? tokens.focus : tokens.text, 2));
    painter.drawPath(shape);
}

void CropView::moveBy(QPointF pixels) {
    crop_.moveBy(-pixels * scale());
    update();
}

void CropView::mousePressEvent(QMouseEvent* event) {
    held_ = event->position();
    setCursor(Qt::ClosedHandCursor);
}

void CropView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton)) {
        moveBy(event->position() - held_);
        held_ = event->position();
    }
}

void CropView::mouseReleaseEvent(QMouseEvent*) { setCursor(Qt::OpenHandCursor); }

void CropView::wheelEvent(QWheelEvent* event) {
    setZoom(crop_.zoom() * std::pow(kStep, event->angleDelta().y() / kNotch));
    event->accept();
}

void CropView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            moveBy({kKeyStep, 0});
            break;
        case Qt::Key_Right:
            moveBy({-kKeyStep, 0});
            break;
        case Qt::Key_Up:
            moveBy({0, kKeyStep});
            break;
        case Qt::Key_Down:
            moveBy({0, -kKeyStep});
            break;
        case Qt::Key_Plus:
            setZoom(crop_.zoom() * kStep);
            break;
        case Qt::Key_Minus:
            setZoom(crop_.zoom() / kStep);
            break;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace footlight::channel
