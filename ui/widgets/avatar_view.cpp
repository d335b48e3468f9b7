#include "ui/widgets/avatar_view.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

namespace footlight::widgets {
namespace {

/// Filling that many device pixels; a painter's own scaling would leave out most of a large picture. Kept by
/// Qt's cache, as lists paint faces again and again.
QPixmap scaledTo(const QPixmap& picture, QSize size) {
    const QString key =
        QStringLiteral("face %1 %2x%3").arg(picture.cacheKey()).arg(size.width()).arg(size.height());
    QPixmap scaled;
    if (!QPixmapCache::find(key, &scaled)) {
        scaled = picture.scaled(size, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        QPixmapCache::insert(key, scaled);
    }
    return scaled;
}

}  // namespace

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
        const QSizeF shown = QSizeF(picture.size()).scaled(field.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), shown);
        target.moveCenter(QRectF(field).center());
        const qreal density = painter.device()->devicePixelRatioF();
        const QPixmap scaled = scaledTo(picture, (QSizeF(field.size()) * density).toSize());
        painter.drawPixmap(target, scaled, scaled.rect());
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
