#pragma once

#include <QPixmap>
#include <QWidget>

namespace footlight::widgets {

/// Somebody's picture in a round field, or the first letter of their name where there is none.
void paintAvatar(QPainter& painter, const QRect& field, const QPixmap& picture, const QString& name);

/// The same beside text; no control. Decoration for a screen reader: the text beside it speaks.
class AvatarView final : public QWidget {
    Q_OBJECT
public:
    /// As wide and high as `size`, in pixels.
    explicit AvatarView(int size, QWidget* parent = nullptr);

    void setName(const QString& name);
    /// Null: the letter.
    void setPicture(const QPixmap& picture);
    [[nodiscard]] const QPixmap& picture() const { return picture_; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString name_;
    QPixmap picture_;
};

}  // namespace footlight::widgets
