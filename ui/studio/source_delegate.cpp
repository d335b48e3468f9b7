#include "ui/studio/source_delegate.h"

#include <QMouseEvent>
#include <QPainter>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/tokens.h"

namespace footlight::studio {

QRect SourceDelegate::eyeOf(const QRect& row) {
    return {row.right() - theme::kTouchTarget, row.top(), theme::kTouchTarget, row.height()};
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, theme::kControlHeight};
}

void SourceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const auto& tokens = theme::tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? tokens.controlHover : tokens.control);
        painter->drawRoundedRect(option.rect, theme::kControlRadius, theme::kControlRadius);
    }
    const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect row = option.rect.adjusted(theme::kGap8, 0, 0, 0);
    const QRect picture(row.left(), row.center().y() - 9, theme::kIconSize, theme::kIconSize);
    const auto mode = shown ? (selected ? QIcon::Selected : QIcon::Normal) : QIcon::Disabled;
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture, Qt::AlignCenter, mode);
    const QRect eye = eyeOf(option.rect);
    const QRect words(picture.right() + theme::kGap8, row.top(), eye.left() - picture.right() - theme::kGap12,
                      row.height());
    painter->setPen(shown ? tokens.text : tokens.secondary);
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    const QRect mark(eye.center().x() - 8, eye.center().y() - 8, 18, 18);
    theme::icon(shown ? QStringLiteral("show") : QStringLiteral("hide")).paint(painter, mark);
    painter->restore();
}

void SourceDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex&) const {
    editor->setGeometry(option.rect.adjusted(theme::kIconSize + theme::kGap8, 0, -theme::kTouchTarget, 0));
}

bool SourceDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    const bool press =
        event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (!press || !eyeOf(option.rect).contains(static_cast<QMouseEvent*>(event)->position().toPoint())) {
        return false;
    }
    const bool shown = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    model->setData(index, shown ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

}  // namespace footlight::studio
