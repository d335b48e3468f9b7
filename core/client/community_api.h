#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/client/relay_api.h"
#include "core/client/reply.h"
#include "core/wire/follow.h"
#include "core/wire/follower.h"
#include "core/wire/friend.h"
#include "core/wire/page.h"

namespace footlight::client {

/// What the directory is asked for: channels of that category, with that tag, that have these words. What is
/// empty asks for all.
struct DirectoryQuery {
    QString category{};
    QString tag{};
    QString search{};
    bool isLiveOnly = false;

    bool operator==(const DirectoryQuery&) const = default;
};

/// Who follows whom, friends, and the relay's channels to look around in. Replies as those of RelayApi, which
/// it asks through and which outlives it. On the window's thread.
class CommunityApi : public QObject {
    Q_OBJECT
public:
    explicit CommunityApi(RelayApi& relay, QObject* parent = nullptr);

    /// Invalid "follow.own_channel".
    void follow(const QString& channel, Reply<> reply);
    void unfollow(const QString& channel, Reply<> reply);
    static constexpr std::size_t kMostFollows = 500;
    /// Sorted by name, at most kMostFollows or a page more.
    void fetchFollows(Reply<std::vector<wire::Followed>> reply);
    /// Since when somebody follows a channel. Denied "follow.not_shown" but for themselves and who keeps
    /// order.
    void fetchFollower(const QString& channel, const QString& user, Reply<wire::Follower> reply);

    void fetchFriends(Reply<std::vector<wire::Friend>> reply);
    /// Asks, or says yes to who asks. NotFound "account.unknown", Invalid "friend.yourself".
    void befriend(const QString& name, Reply<> reply);
    /// Friends no more; also takes back what was asked, and turns down who asks.
    void unfriend(const QString& name, Reply<> reply);

    /// Those on air first; at most 100. The answer to an older question is given up by PendingRequest.
    PendingRequest fetchDirectory(const DirectoryQuery& query, Reply<std::vector<wire::DirectoryItem>> reply);

private:
    void fetchFollowPage(const QString& page, std::vector<wire::Followed> soFar,
                         Reply<std::vector<wire::Followed>> reply);

    RelayApi& relay_;
};

}  // namespace footlight::client
