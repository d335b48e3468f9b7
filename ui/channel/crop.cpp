#include "ui/channel/crop.h"

#include <algorithm>

namespace footlight::channel {
namespace {

constexpr double kNearest = 8;
/// Fewer pixels than these would be shown as squares.
constexpr double kFewest = 64;

}  // namespace

Crop::Crop(QSize picture, double shape)
    : picture_(picture),
      whole_(QSizeF(shape, 1).scaled(picture_, Qt::KeepAspectRatio)),
      centre_(picture_.width() / 2, picture_.height() / 2),
      mostZoom_(std::clamp(std::min(whole_.width(), whole_.height()) / kFewest, 1.0, kNearest)) {}

QRectF Crop::area() const {
    QRectF area(QPointF(), whole_ / zoom_);
    area.moveCenter(centre_);
    return area;
}

void Crop::setZoom(double zoom) {
    zoom_ = std::clamp(zoom, 1.0, mostZoom_);
    stayWithin();
}

void Crop::moveBy(QPointF way) {
    centre_ += way;
    stayWithin();
}

void Crop::stayWithin() {
    const QSizeF half = whole_ / zoom_ / 2;
    centre_.setX(
        std::clamp(centre_.x(), half.width(), std::max(half.width(), picture_.width() - half.width())));
    centre_.setY(
        std::clamp(centre_.y(), half.height(), std::max(half.height(), picture_.height() - half.height())));
}

}  // namespace footlight::channel
