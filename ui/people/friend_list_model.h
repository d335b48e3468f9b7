#pragma once

#include <vector>

#include "core/wire/friend.h"
#include "ui/models/keyed_list_model.h"

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::people {

/// Friends by name, those who are online first.
class FriendListModel final : public models::KeyedListModel {
    Q_OBJECT
public:
    enum Role { Name = Qt::UserRole + 1, IsOnline, Picture };

    /// `faces` outlives it.
    explicit FriendListModel(pictures::PictureStore& faces, QObject* parent = nullptr);

    void setFriends(std::vector<wire::Friend> friends);
    [[nodiscard]] QString nameAt(int row) const;
    /// Invalid where nobody is called that.
    [[nodiscard]] QModelIndex indexOf(const QString& name) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    pictures::PictureStore& faces_;
    std::vector<wire::Friend> friends_;
};

}  // namespace footlight::people
