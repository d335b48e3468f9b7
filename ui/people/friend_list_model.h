#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/wire/friend.h"

namespace footlight::people {

/// Friends by name, those who are online first.
class FriendListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Name = Qt::UserRole + 1, IsOnline };

    using QAbstractListModel::QAbstractListModel;

    void setFriends(std::vector<wire::Friend> friends);
    [[nodiscard]] QString nameAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<wire::Friend> friends_;
};

}  // namespace footlight::people
