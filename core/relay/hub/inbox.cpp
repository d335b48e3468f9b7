#include "core/relay/hub/inbox.h"

#include "core/jobs/job.h"
#include "core/relay/hub/news.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/job_store.h"
#include "core/relay/ports/notification_store.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

using wire::NotificationKind;

constexpr std::chrono::hours kKept{24 * 90};
constexpr std::size_t kDead = 100;
constexpr auto kKinds = {
    NotificationKind::WentLive,      NotificationKind::StartsSoon,     NotificationKind::NewRecording,
    NotificationKind::Mention,       NotificationKind::Reply,          NotificationKind::Follower,
    NotificationKind::FriendRequest, NotificationKind::FriendAccepted, NotificationKind::WebhookSuspended};

tl::unexpected<Error> unknownJob() {
    return fail(ErrorCategory::NotFound, "job.unknown", "There is no such dead delivery.");
}

}  // namespace

Inbox::Inbox(Stores stores, net::WorkPool& database, const Clock& clock)
    : stores_(stores), database_(database), clock_(clock) {}

net::Task<Result<wire::NotificationPage>> Inbox::page(accounts::Account account,
                                                      std::optional<NotificationId> before,
                                                      std::size_t limit) {
    auto work = [this, user = account.id, before, limit]() -> Result<wire::NotificationPage> {
        auto& notifications = stores_.community.notifications;
        // One more than asked tells whether there is another page.
        const auto entries = notifications.page(user, before, limit + 1);
        const auto unread = notifications.unread(user);
        if (!entries || !unread) {
            return fail(entries ? unread.error() : entries.error());
        }
        wire::NotificationPage page;
        page.unread = *unread;
        for (const auto& entry : *entries) {
            if (page.items.size() == limit) {
                page.next = page.items.back().id;
                break;
            }
            auto news = wire::parse<wire::Notification>(entry.body);
            if (!news) {
                return fail(news.error().toError());
            }
            news->id = entry.id;
            news->read = entry.isRead;
            page.items.push_back(std::move(*news));
        }
        return page;
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<>> Inbox::markRead(accounts::Account account, std::optional<NotificationId> upTo) {
    auto work = [this, user = account.id, upTo] {
        return stores_.community.notifications.markRead(user, upTo);
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<wire::NotificationChoices>> Inbox::choices(accounts::Account account) {
    auto work = [this, user = account.id] { return stores_.community.notifications.choices(user); };
    const auto chosen = co_await database_.run(std::move(work));
    if (!chosen) {
        co_return fail(chosen.error());
    }
    wire::NotificationChoices choices;
    for (const auto kind : kKinds) {
        const auto found = chosen->find(kindName(kind));
        const auto ways = found == chosen->end() ? NotificationWays() : found->second;
        choices.items.push_back({kind, ways.inApp, ways.email, ways.webhook});
    }
    co_return choices;
}

net::Task<Result<>> Inbox::choose(accounts::Account account, wire::NotificationChoices choices) {
    std::map<std::string, NotificationWays> chosen;
    for (const auto& choice : choices.items) {
        chosen[kindName(choice.kind)] = {choice.inApp, choice.email, choice.webhook};
    }
    auto work = [this, user = account.id, chosen] {
        return stores_.community.notifications.choose(user, chosen);
    };
    co_return co_await database_.run(std::move(work));
}

net::Task<> Inbox::forgetOld() {
    auto work = [this, before = clock_.utcNow() - kKept] {
        return stores_.community.notifications.forget(before);
    };
    // The next hour tries again.
    static_cast<void>(co_await database_.run(std::move(work)));
}

net::Task<Result<wire::DeadDeliveryList>> Inbox::dead() {
    auto work = [this] { return stores_.community.jobs.dead(kDead); };
    const auto dead = co_await database_.run(std::move(work));
    if (!dead) {
        co_return fail(dead.error());
    }
    wire::DeadDeliveryList list;
    for (const auto& job : *dead) {
        list.items.push_back({job.id.text(), job.kind, job.attempts, job.error, job.madeAt, job.diedAt});
    }
    co_return list;
}

net::Task<Result<>> Inbox::revive(std::string id) {
    const auto job = JobId::parse(id);
    if (!job) {
        co_return unknownJob();
    }
    auto work = [this, known = *job] { return stores_.community.jobs.revive(known, clock_.utcNow()); };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<>> Inbox::removeDead(std::string id) {
    const auto job = JobId::parse(id);
    if (!job) {
        co_return unknownJob();
    }
    auto work = [this, known = *job] { return stores_.community.jobs.removeDead(known); };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
