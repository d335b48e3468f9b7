#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/wire/notification.h"

namespace footlight::people {

/// The inbox, newest first. At most 500 rows; the oldest go.
class NotificationListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Icon = Qt::UserRole + 1, Headline, Detail, At, IsRead };

    using QAbstractListModel::QAbstractListModel;

    void setItems(std::vector<wire::Notification> items);
    /// Older ones, at the end.
    void append(std::vector<wire::Notification> items);
    /// A new one; false where it is there already.
    bool prepend(const wire::Notification& item);
    /// This row and all older ones.
    void markRead(int row);
    [[nodiscard]] const wire::Notification* at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<wire::Notification> items_;
};

}  // namespace footlight::people
