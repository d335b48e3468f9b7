#include "ui/people/qr_view.h"

#include <qrencode.h>

#include <QPainter>
#include <memory>

namespace footlight::people {
namespace {

constexpr int kQuietZone = 4;  // modules: ISO/IEC 18004 9.1
constexpr int kSide = 240;

struct FreeCode {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

QImage qrModules(const std::string& text) {
    const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
    if (!code) {
        return {};
    }
    QImage image(code->width + 2 * kQuietZone, code->width + 2 * kQuietZone, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < code->width; ++y) {
        uchar* line = image.scanLine(y + kQuietZone) + kQuietZone;
        for (int x = 0; x < code->width; ++x) {
            const bool isDark = (code->data[y * code->width + x] & 1U) != 0;
            line[x] = isDark ? 0 : 255;
        }
    }
    return image;
}

QrView::QrView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("QR code for an authenticator app"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrView::setText(const Secret& text) {
    modules_ = qrModules(text.reveal());
    update();
}

QSize QrView::sizeHint() const { return {kSide, kSide}; }

void QrView::paintEvent(QPaintEvent*) {
    if (modules_.isNull()) {
        return;
    }
    QPainter painter(this);
    // Whole pixels a module, so that all are of one size.
    const int scale = qMax(1, qMin(width(), height()) / modules_.width());
    const int side = scale * modules_.width();
    painter.fillRect(rect(), Qt::white);
    painter.drawImage(QRect((width() - side) / 2, (height() - side) / 2, side, side), modules_);
}

}  // namespace footlight::people
