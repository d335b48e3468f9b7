#include "core/client/community_api.h"

#include <QUrlQuery>

#include "core/client/api_json.h"

namespace footlight::client {
namespace {

QString followPath(const QString& channel) {
    return QStringLiteral("/channels/%1/follow").arg(segment(channel));
}

QString friendPath(const QString& name) { return QStringLiteral("/me/friends/") + segment(name); }

}  // namespace

CommunityApi::CommunityApi(RelayApi& relay, QObject* parent) : QObject(parent), relay_(relay) {}

void CommunityApi::follow(const QString& channel, Reply<> reply) {
    relay_.request({"PUT", followPath(channel)}, ignoring(this, std::move(reply)));
}

void CommunityApi::unfollow(const QString& channel, Reply<> reply) {
    relay_.request({"DELETE", followPath(channel)}, ignoring(this, std::move(reply)));
}

void CommunityApi::fetchFollows(Reply<std::vector<wire::Followed>> reply) {
    fetchFollowPage({}, {}, std::move(reply));
}

void CommunityApi::fetchFollower(const QString& channel, const QString& user, Reply<wire::Follower> reply) {
    const QString path = QStringLiteral("/channels/%1/followers/%2").arg(segment(channel), segment(user));
    relay_.request({"GET", path}, parsing(this, std::move(reply)));
}

void CommunityApi::fetchFollowPage(const QString& page, std::vector<wire::Followed> soFar,
                                   Reply<std::vector<wire::Followed>> reply) {
    QString path = QStringLiteral("/me/follows?limit=100");
    if (!page.isEmpty()) {
        path += QStringLiteral("&page=") + segment(page);
    }
    Reply<wire::FollowPage> collect(this, [this, all = std::move(soFar),
                                           reply = std::move(reply)](Result<wire::FollowPage> next) mutable {
        if (!next) {
            reply(fail(std::move(next.error())));
            return;
        }
        std::move(next->items.begin(), next->items.end(), std::back_inserter(all));
        if (next->next && !next->items.empty() && all.size() < kMostFollows) {
            fetchFollowPage(QString::fromStdString(*next->next), std::move(all), std::move(reply));
        } else {
            reply(std::move(all));
        }
    });
    relay_.request({"GET", path}, parsing(this, std::move(collect)));
}

void CommunityApi::fetchFriends(Reply<std::vector<wire::Friend>> reply) {
    Reply<wire::FriendList> unwrap(this, [reply = std::move(reply)](Result<wire::FriendList> list) mutable {
        reply(std::move(list).map([](wire::FriendList all) { return std::move(all.items); }));
    });
    relay_.request({"GET", QStringLiteral("/me/friends")}, parsing(this, std::move(unwrap)));
}

void CommunityApi::befriend(const QString& name, Reply<> reply) {
    relay_.request({"PUT", friendPath(name)}, ignoring(this, std::move(reply)));
}

void CommunityApi::unfriend(const QString& name, Reply<> reply) {
    relay_.request({"DELETE", friendPath(name)}, ignoring(this, std::move(reply)));
}

PendingRequest CommunityApi::fetchDirectory(const DirectoryQuery& query,
                                            Reply<std::vector<wire::DirectoryItem>> reply) {
    QString path = QStringLiteral("/directory?limit=100");
    for (const auto& [name, value] :
         {std::pair{QStringLiteral("category"), query.category}, std::pair{QStringLiteral("tag"), query.tag},
          std::pair{QStringLiteral("search"), query.search}}) {
        if (!value.isEmpty()) {
            path += QStringLiteral("&%1=%2").arg(name, segment(value));
        }
    }
    if (query.isLiveOnly) {
        path += QStringLiteral("&live=true");
    }
    Reply<wire::Directory> unwrap(this, [reply = std::move(reply)](Result<wire::Directory> list) mutable {
        reply(std::move(list).map([](wire::Directory all) { return std::move(all.items); }));
    });
    return relay_.request({"GET", path}, parsing(this, std::move(unwrap)));
}

}  // namespace footlight::client
