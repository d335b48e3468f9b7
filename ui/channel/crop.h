#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace footlight::channel {

/// Which part of a picture is taken: always within it, always of one shape, the whole height or width of it
/// at first and up to eight times nearer.
class Crop {
public:
    /// `shape`: the part's width beside its height.
    Crop(QSize picture, double shape);

    /// In pixels of the picture.
    [[nodiscard]] QRectF area() const;
    /// 1 takes as much as fits.
    [[nodiscard]] double zoom() const { return zoom_; }
    [[nodiscard]] double mostZoom() const { return mostZoom_; }
    /// Around the middle of what is taken.
    void setZoom(double zoom);
    /// In pixels of the picture.
    void moveBy(QPointF way);

private:
    void stayWithin();

    QSizeF picture_;
    QSizeF whole_;  ///< taken at zoom 1
    QPointF centre_;
    double mostZoom_;
    double zoom_ = 1;
};

}  // namespace footlight::channel
