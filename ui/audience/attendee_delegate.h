#pragma once

#include <QStyledItemDelegate>

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::audience {

/// Paints a row of an AttendeeModel: a heading, or somebody's face and name with what they do. A face is
/// asked for when its row is painted, so of those in sight alone. `faces` outlives it.
class AttendeeDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    AttendeeDelegate(pictures::PictureStore& faces, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    pictures::PictureStore& faces_;
};

}  // namespace footlight::audience
