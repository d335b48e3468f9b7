#include "ui/people/friend_delegate.h"

#include <QPainter>
#include <QPixmap>

#include "ui/people/friend_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/avatar_view.h"

namespace footlight::people {
namespace {

constexpr int kFace = 32;
constexpr int kDot = 10;
constexpr int kRowHeight = 44;

}  // namespace

QSize FriendDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, kRowHeight};
}

void FriendDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect field = option.rect.adjusted(2, 1, -2, -1);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? tokens.controlHover
                                                                        : tokens.control);
        painter->drawRoundedRect(field, theme::kControlRadius, theme::kControlRadius);
    }
    const QRect row = field.adjusted(theme::kGap12, 0, -theme::kGap12, 0);
    const bool isOnline = index.data(FriendListModel::IsOnline).toBool();
    QRect face(row.left(), 0, kFace, kFace);
    face.moveCenter({face.center().x(), row.center().y()});
    widgets::paintAvatar(*painter, face, index.data(FriendListModel::Picture).value<QPixmap>(),
                         index.data().toString());
    if (isOnline) {
        painter->setBrush(tokens.good);
        painter->setPen(QPen(tokens.panel, 2));
        painter->drawEllipse(QRect(face.right() - kDot + 2, face.bottom() - kDot + 2, kDot, kDot));
    }
    painter->setPen(tokens.secondary);
    painter->setFont(theme::font(theme::TextRole::Caption));
    // The dot's colour alone would say nothing to some.
    const QString here = isOnline ? tr("here now") : tr("not here");
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, here);
    const int room = row.width() - painter->fontMetrics().horizontalAdvance(here) - kFace - 2 * theme::kGap12;
    painter->setPen(tokens.text);
    painter->setFont(theme::font(theme::TextRole::Body, isOnline ? QFont::DemiBold : QFont::Normal));
    const QRect name(row.left() + kFace + theme::kGap12, row.top(), room, row.height());
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->restore();
}

}  // namespace footlight::people
