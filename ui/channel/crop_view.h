#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>

#include "ui/channel/crop.h"

namespace footlight::channel {

/// A picture below a frame: what is within the frame is taken. Pulled with the mouse, moved with the arrow
/// keys, nearer and farther with the wheel, plus and minus.
class CropView final : public QWidget {
    Q_OBJECT
public:
    /// What is taken has the size `taken`, in pixels; the frame is round where it is square.
    CropView(const QImage& picture, QSize taken, QWidget* parent = nullptr);

    [[nodiscard]] const Crop& crop() const { return crop_; }
    void setZoom(double zoom);
    /// What is in the frame.
    [[nodiscard]] QImage taken() const;

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QRectF frame() const;
    /// Pixels of the picture in one of the widget.
    [[nodiscard]] double scale() const;
    void moveBy(QPointF pixels);

    QImage picture_;
    QPixmap shown_;  ///< the picture, no larger than is good to paint
    QSize size_;
    Crop crop_;
    QPointF held_;
};

}  // namespace footlight::channel
