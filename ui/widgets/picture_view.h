#pragma once

#include <QPixmap>
#include <QWidget>

namespace footlight::widgets {

/// A picture of a fixed shape with round corners, as wide as there is room; what does not fit is left out on
/// both sides. A plain field where there is none. No control; decoration for a screen reader.
class PictureView final : public QWidget {
    Q_OBJECT
public:
    /// `shape`: its width beside its height.
    explicit PictureView(double shape, QWidget* parent = nullptr);

    void setPicture(const QPixmap& picture);
    [[nodiscard]] const QPixmap& picture() const { return picture_; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double shape_;
    QPixmap picture_;
};

}  // namespace footlight::widgets
