#include "ui/people/notification_delegate.h"

#include <QPainter>

#include "ui/people/notification_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::people {
namespace {

constexpr int kDot = 8;

int heightOf(theme::TextRole role) { return QFontMetrics(theme::font(role)).height(); }

void paintText(QPainter& painter, const QRect& line, const QString& text) {
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text.simplified(), Qt::ElideRight, line.width()));
}

}  // namespace

QSize NotificationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool hasDetail = !index.data(NotificationListModel::Detail).toString().isEmpty();
    const int lines = heightOf(theme::TextRole::Body) + heightOf(theme::TextRole::Caption) +
                      (hasDetail ? heightOf(theme::TextRole::Body) : 0);
    return {200, lines + 2 * theme::kGap8 + 4};
}

void NotificationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect field = option.rect.adjusted(2, 1, -2, -1);
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    if (isCurrent || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.controlHover);
        painter->drawRoundedRect(field, theme::kControlRadius, theme::kControlRadius);
    }
    const bool isRead = index.data(NotificationListModel::IsRead).toBool();
    const QRect row = field.adjusted(theme::kGap12, theme::kGap8, -theme::kGap12, -theme::kGap8);
    const QRect picture(row.left(), row.top(), theme::kIconSize, theme::kIconSize);
    theme::icon(index.data(NotificationListModel::Icon).toString(),
                isRead ? theme::IconTone::Plain : theme::IconTone::Accent)
        .paint(painter, picture);
    QRect line = row.adjusted(theme::kIconSize + theme::kGap12, 0, -(kDot + theme::kGap8), 0);
    painter->setFont(theme::font(theme::TextRole::Body, isRead ? QFont::Normal : QFont::DemiBold));
    painter->setPen(tokens.text);
    line.setHeight(painter->fontMetrics().height());
    paintText(*painter, line, index.data(NotificationListModel::Headline).toString());
    if (!isRead) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens.accent);
        painter->drawEllipse(QRectF(row.right() - kDot, line.center().y() - kDot / 2.0, kDot, kDot));
    }
    painter->setPen(tokens.secondary);
    if (const QString detail = index.data(NotificationListModel::Detail).toString(); !detail.isEmpty()) {
        painter->setFont(theme::font(theme::TextRole::Body));
        line.translate(0, line.height() + 2);
        paintText(*painter, line, detail);
    }
    painter->setFont(theme::font(theme::TextRole::Caption));
    line.translate(0, line.height() + 2);
    paintText(*painter, line, index.data(NotificationListModel::At).toString());
    painter->restore();
}

}  // namespace footlight::people
