#include "ui/people/friend_list_model.h"

#include <algorithm>

namespace footlight::people {

void FriendListModel::setFriends(std::vector<wire::Friend> friends) {
    std::stable_sort(friends.begin(), friends.end(),
                     [](const wire::Friend& a, const wire::Friend& b) { return a.online && !b.online; });
    if (friends == friends_) {
        return;
    }
    beginResetModel();
    friends_ = std::move(friends);
    endResetModel();
}

QString FriendListModel::nameAt(int row) const {
    return row >= 0 && row < rowCount()
               ? QString::fromStdString(friends_[static_cast<std::size_t>(row)].user.name)
               : QString();
}

int FriendListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(friends_.size());
}

QVariant FriendListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& one = friends_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Name:
            return QString::fromStdString(one.user.name);
        case IsOnline:
            return one.online;
        case Qt::AccessibleTextRole:
            return one.online ? tr("%1, online").arg(nameAt(index.row()))
                              : tr("%1, not here").arg(nameAt(index.row()));
        default:
            return {};
    }
}

}  // namespace footlight::people
