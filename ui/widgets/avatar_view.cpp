#include "ui/widgets/avatar_view.h"

#include <QPainter>
#include <QPainterPath>

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace footlight::widgets {

void paintAvatar(QPainter& painter, const QRect& field, const QPixmap& picture, const QString& name) {
    const auto& tokens = theme::tokens();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.controlHover);
    painter.drawEllipse(field);
    if (picture.isNull()) {
        QFont font = theme::font(theme::TextRole::Body, QFont::DemiBold);
        font.setPixelSize(qMax(9, field.height() * 2 / 5));
        painter.setFont(font);
        painter.setPen(tokens.secondary);
        painter.drawText(field, Qt::AlignCenter, name.left(1).toUpper());
    } else {
        QPainterPath round;
        round.addEllipse(field);
        painter.setClipPath(round);
        const QSize shown = picture.size().scaled(field.size(), Qt::KeepAspectRatioByExpanding);
        QRect target(QPoint(), shown);
        target.moveCenter(field.center());
        painter.drawPixmap(target, picture);
    }
    painter.restore();
}

AvatarView::AvatarView(int size, QWidget* parent) : QWidget(parent) { setFixedSize(size, size); }

void AvatarView::setName(const QString& name) {
    name_ = name;
    update();
}

void AvatarView::setPicture(const QPixmap& picture) {
    picture_ = picture;
    update();
}

void AvatarView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintAvatar(painter, rect(), picture_, name_);
}

}  // namespace footlight::widgets
