#pragma once

#include <QImage>
#include <QWidget>

#include "core/base/secret.h"

namespace footlight::people {

/// A text as a QR code (ISO/IEC 18004), dark on light in both appearances: cameras want it so.
class QrView final : public QWidget {
    Q_OBJECT
public:
    explicit QrView(QWidget* parent = nullptr);

    /// At most about 2,000 characters; shows nothing of longer ones.
    void setText(const Secret& text);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage modules_;  ///< one pixel each, with the quiet zone
};

/// One pixel a module, four of quiet zone around; null where the text is too long for a code.
QImage qrModules(const std::string& text);

}  // namespace footlight::people
