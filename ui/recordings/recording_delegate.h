#pragma once

#include <QStyledItemDelegate>

namespace footlight::recordings {

/// A row of the list: the title, below it when, how long and how much, and what stands out of it.
class RecordingDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace footlight::recordings
