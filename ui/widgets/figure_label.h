#pragma once

#include <QWidget>

#include "ui/theme/fonts.h"

namespace footlight::widgets {

/// A number that counts: drawn in equal columns so that it does not dance. Unknown is "–". The exact value
/// goes into the tool tip.
class FigureLabel final : public QWidget {
    Q_OBJECT
public:
    explicit FigureLabel(theme::TextRole role, QWidget* parent = nullptr);

    void setText(const QString& text);
    [[nodiscard]] QString text() const { return text_; }
    void setAlignment(Qt::Alignment alignment);
    /// Light in both appearances: it stands on a picture.
    void setOnPicture();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_ = QStringLiteral("–");
    Qt::Alignment alignment_ = Qt::AlignLeft;
    bool onPicture_ = false;
};

}  // namespace footlight::widgets
