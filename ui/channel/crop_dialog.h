#pragma once

#include "ui/channel/route_dialog.h"

class QSlider;

namespace footlight::channel {

class CropView;

/// Which part of a picture is taken, before it is sent.
class CropDialog final : public RouteDialog {
    Q_OBJECT
public:
    /// What is taken has the size `taken`, in pixels.
    CropDialog(const QString& title, const QImage& picture, QSize taken, QWidget* parent = nullptr);

    [[nodiscard]] CropView& view() { return *view_; }
    [[nodiscard]] QImage taken() const;

private:
    CropView* view_;
    QSlider* zoom_;
};

}  // namespace footlight::channel
