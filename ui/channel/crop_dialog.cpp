#include "ui/channel/crop_dialog.h"

#include <QSlider>

#include "ui/channel/crop_view.h"

namespace footlight::channel {
namespace {

constexpr int kPercent = 100;

}  // namespace

CropDialog::CropDialog(const QString& title, const QImage& picture, QSize taken, QWidget* parent)
    : RouteDialog({title, tr("Use this picture")}, parent),
      view_(new CropView(picture, taken, this)),
      zoom_(new QSlider(Qt::Horizontal, this)) {
    zoom_->setRange(kPercent, qRound(view_->crop().mostZoom() * kPercent));
    zoom_->setPageStep(kPercent / 4);
    zoom_->setEnabled(zoom_->maximum() > zoom_->minimum());
    addWide(tr("Picture: pull it, or move it with the arrow keys"), view_);
    addField(tr("Nearer"), zoom_);
    addHint();
    setHint(tr("What is within the frame is shown. Pull the picture to where it shall be."));
    connect(zoom_, &QSlider::valueChanged, view_,
            [this](int percent) { view_->setZoom(static_cast<double>(percent) / kPercent); });
    connect(view_, &CropView::zoomChanged, zoom_, [this](double zoom) {
        const QSignalBlocker quiet(zoom_);
        zoom_->setValue(qRound(zoom * kPercent));
    });
    setComplete(true);
}

QImage CropDialog::taken() const { return view_->taken(); }

}  // namespace footlight::channel
