#include "ui/recordings/recording_delegate.h"

#include <QPainter>

#include "ui/models/recording_list_model.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::recordings {
namespace {

void drawLine(QPainter& painter, const QFont& font, const QColor& colour, const QRect& rect,
              Qt::Alignment alignment, const QString& text) {
    painter.setFont(font);
    painter.setPen(colour);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(alignment) | Qt::TextSingleLine, shown);
}

}  // namespace

void RecordingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    const bool isSelected = (option.state & QStyle::State_Selected) != 0;
    const bool isHovered = (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(isSelected ? tokens.controlHover : tokens.control);
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), theme::kControlRadius,
                                 theme::kControlRadius);
    }
    QRect room = option.rect.adjusted(theme::kGap12, theme::kGap8, -theme::kGap12, -theme::kGap8);
    const QFont title = theme::font(theme::TextRole::Body, QFont::DemiBold);
    const QFont caption = theme::font(theme::TextRole::Caption);
    const QString mark = index.data(models::RecordingListModel::Mark).toString();
    if (!mark.isEmpty()) {
        const int width = QFontMetrics(caption).horizontalAdvance(mark) + theme::kGap8;
        drawLine(*painter, caption, tokens.secondary,
                 {room.right() - width + 1, room.top(), width, room.height() / 2},
                 Qt::AlignRight | Qt::AlignVCenter, mark);
    }
    QRect upper(room.left(), room.top(), room.width(), room.height() / 2);
    if (!mark.isEmpty()) {
        upper.setRight(room.right() - QFontMetrics(caption).horizontalAdvance(mark) - theme::kGap16);
    }
    drawLine(*painter, title, tokens.text, upper, Qt::AlignLeft | Qt::AlignVCenter,
             index.data(Qt::DisplayRole).toString());
    drawLine(*painter, caption, tokens.secondary,
             {room.left(), room.top() + room.height() / 2, room.width(), room.height() / 2},
             Qt::AlignLeft | Qt::AlignVCenter, index.data(models::RecordingListModel::Facts).toString());
    painter->restore();
}

QSize RecordingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int lines = QFontMetrics(theme::font(theme::TextRole::Body, QFont::DemiBold)).height() +
                      QFontMetrics(theme::font(theme::TextRole::Caption)).height();
    return {option.rect.width(), lines + theme::kGap24};
}

}  // namespace footlight::recordings
