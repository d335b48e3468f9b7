#pragma once

#include <QStyledItemDelegate>

namespace footlight::people {

/// One notification: icon, what happened, what was said, when, and a dot while it is unread.
class NotificationDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace footlight::people
