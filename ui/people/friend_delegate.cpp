#include "ui/people/friend_delegate.h"

#include <QPainter>

#include "ui/people/friend_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::people {
namespace {

constexpr int kDot = 8;

}  // namespace

QSize FriendDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, theme::kPrimaryHeight};
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
    const QRectF dot(row.left(), row.center().y() - kDot / 2.0 + 1, kDot, kDot);
    painter->setBrush(isOnline ? QBrush(tokens.good) : QBrush(Qt::NoBrush));
    painter->setPen(isOnline ? QPen(Qt::NoPen) : QPen(tokens.faint, 1.5));
    painter->drawEllipse(dot);
    painter->setPen(tokens.secondary);
    painter->setFont(theme::font(theme::TextRole::Caption));
    // The dot's colour alone would say nothing to some.
    const QString here = isOnline ? tr("here now") : tr("not here");
    painter->drawText(row, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, here);
    const int room = row.width() - painter->fontMetrics().horizontalAdvance(here) - kDot - 2 * theme::kGap12;
    painter->setPen(tokens.text);
    painter->setFont(theme::font(theme::TextRole::Body, isOnline ? QFont::DemiBold : QFont::Normal));
    const QRect name(row.left() + kDot + theme::kGap12, row.top(), room, row.height());
    painter->drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->restore();
}

}  // namespace footlight::people
