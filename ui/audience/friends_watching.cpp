#include "ui/audience/friends_watching.h"

#include <algorithm>

#include "core/client/api_json.h"

namespace footlight::audience {
namespace {

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

bool isBefore(const wire::FriendWatching& one, const wire::FriendWatching& other) {
    return text(one.user.name).compare(text(other.user.name), Qt::CaseInsensitive) < 0;
}

}  // namespace

FriendsWatching::FriendsWatching(client::RelayClient& relay, QObject* parent)
    : KeyedListModel(parent), relay_(relay) {
    connect(&relay_.live(), &client::LiveSocket::opened, this, &FriendsWatching::fetch);
    connect(&relay_.live(), &client::LiveSocket::friendWatching, this, &FriendsWatching::take);
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] {
        ++asked_;
        replace({});
    });
}

void FriendsWatching::fetch() {
    if (!relay_.api().session()) {
        replace({});
        return;
    }
    client::Reply<wire::FriendsWatching> list(
        this, [this, asked = ++asked_](Result<wire::FriendsWatching> fetched) {
            // What is not known is not shown; the window's status line tells of a relay that is away.
            if (fetched && asked == asked_) {
                replace(std::move(fetched->items));
            }
        });
    relay_.api().request({"GET", QStringLiteral("/me/friends/watching")},
                         client::parsing(this, std::move(list)));
}

void FriendsWatching::replace(std::vector<wire::FriendWatching> friends) {
    std::erase_if(friends, [](const auto& each) { return !each.channel; });
    std::sort(friends.begin(), friends.end(), isBefore);
    friends.resize(std::min(friends.size(), kMost));
    replaceRows(friends_, friends, [](const wire::FriendWatching& each) { return each.user.id; });
}

void FriendsWatching::take(const wire::FriendWatching& told) {
    auto friends = friends_;
    std::erase_if(friends, [&told](const auto& each) { return each.user.id == told.user.id; });
    friends.push_back(told);
    replace(std::move(friends));
}

int FriendsWatching::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(friends_.size());
}

QVariant FriendsWatching::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& item = friends_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return tr("%1 watches %2").arg(text(item.user.name), text(*item.channel));
        case Name:
            return text(item.user.name);
        case Channel:
            return text(*item.channel);
        default:
            return {};
    }
}

}  // namespace footlight::audience
