#include "ui/audience/attendee_delegate.h"

#include <QPainter>

#include "ui/audience/attendee_model.h"
#include "ui/pictures/picture_store.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/avatar_view.h"

namespace footlight::audience {
namespace {

constexpr int kFace = 24;

}  // namespace

AttendeeDelegate::AttendeeDelegate(pictures::PictureStore& faces, QObject* parent)
    : QStyledItemDelegate(parent), faces_(faces) {}

void AttendeeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    const bool isHeading = index.data(AttendeeModel::IsHeading).toBool();
    const QString name = index.data().toString();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!isHeading && (option.state & (QStyle::State_MouseOver | QStyle::State_Selected)) != 0) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.control);
        painter->drawRoundedRect(option.rect, theme::kControlRadius, theme::kControlRadius);
    }
    QRect room = option.rect.adjusted(theme::kGap8, 0, -theme::kGap8, 0);
    const QString doing = index.data(AttendeeModel::Doing).toString();
    painter->setFont(theme::font(theme::TextRole::Caption));
    painter->setPen(tokens.secondary);
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, doing);
    room.setRight(room.right() - painter->fontMetrics().horizontalAdvance(doing) - theme::kGap8);
    if (isHeading) {
        painter->setFont(theme::font(theme::TextRole::Caption, QFont::DemiBold));
        room.setBottom(room.bottom() - theme::kGap4);
    } else {
        QRect face(room.left(), 0, kFace, kFace);
        face.moveTop(option.rect.top() + (option.rect.height() - kFace) / 2);
        widgets::paintAvatar(*painter, face, faces_.picture(pictures::pathOfAvatar(name)), name);
        room.setLeft(face.right() + 1 + theme::kGap8);
        painter->setFont(theme::font(theme::TextRole::Body));
        painter->setPen(tokens.text);
    }
    painter->drawText(room, (isHeading ? Qt::AlignBottom : Qt::AlignVCenter) | Qt::AlignLeft,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize AttendeeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {option.rect.width(), theme::kControlHeight};
}

}  // namespace footlight::audience
