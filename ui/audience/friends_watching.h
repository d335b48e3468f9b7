#pragma once

#include <vector>

#include "core/client/relay_client.h"
#include "core/wire/friend.h"
#include "ui/models/keyed_list_model.h"

namespace footlight::audience {

/// Friends who watch something now, by name: asked for with each connection, and kept true by what the relay
/// tells. At most 200. The RelayClient outlives it.
class FriendsWatching final : public models::KeyedListModel {
    Q_OBJECT
public:
    enum Role { Name = Qt::UserRole + 1, Channel };
    static constexpr std::size_t kMost = 200;

    explicit FriendsWatching(client::RelayClient& relay, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void fetch();
    void replace(std::vector<wire::FriendWatching> friends);
    void take(const wire::FriendWatching& told);

    client::RelayClient& relay_;
    std::vector<wire::FriendWatching> friends_;
    int asked_ = 0;
};

}  // namespace footlight::audience
