#include "ui/people/friend_list_model.h"

#include <QPixmap>
#include <algorithm>

#include "ui/pictures/picture_store.h"

namespace footlight::people {

FriendListModel::FriendListModel(pictures::PictureStore& faces, QObject* parent)
    : KeyedListModel(parent), faces_(faces) {
    connect(&faces_, &pictures::PictureStore::loaded, this, [this](const QString& path) {
        for (int row = 0; row < rowCount(); ++row) {
            if (pictures::pathOfAvatar(nameAt(row)) == path) {
                Q_EMIT dataChanged(index(row), index(row), {Picture});
            }
        }
    });
}

void FriendListModel::setFriends(std::vector<wire::Friend> friends) {
    std::stable_sort(friends.begin(), friends.end(),
                     [](const wire::Friend& a, const wire::Friend& b) { return a.online && !b.online; });
    replaceRows(friends_, friends, [](const wire::Friend& each) { return each.user.id; });
}

QModelIndex FriendListModel::indexOf(const QString& name) const {
    for (int row = 0; row < rowCount(); ++row) {
        if (nameAt(row) == name) {
            return index(row);
        }
    }
    return {};
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
        case Picture:
            return faces_.picture(pictures::pathOfAvatar(nameAt(index.row())));
        case Qt::AccessibleTextRole:
            return one.online ? tr("%1, online").arg(nameAt(index.row()))
                              : tr("%1, not here").arg(nameAt(index.row()));
        default:
            return {};
    }
}

}  // namespace footlight::people
