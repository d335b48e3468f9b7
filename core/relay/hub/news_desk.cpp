#include "core/relay/hub/news_desk.h"

#include <algorithm>
#include <iterator>

#include "core/net/async/deadline.h"
#include "core/relay/hub/frame.h"
#include "core/relay/hub/late_news.h"
#include "core/relay/hub/news.h"
#include "core/relay/ports/account_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/job_store.h"
#include "core/relay/ports/webhook_store.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

using wire::NotificationKind;

constexpr std::size_t kBatch = 100;
constexpr std::size_t kFollowersAtATime = 200;
/// Each is an answer and mentions somebody at most: they find room.
constexpr std::size_t kLinesAtATime = NewsDesk::kHeard / 4;
constexpr std::size_t kNames = 10;
/// Deliveries of one webhook.
constexpr std::size_t kMostWaiting = 200;
constexpr std::chrono::seconds kRest{1};
constexpr std::chrono::hours kLookAgain{1};

wire::Notification newsOf(const ChannelBroadcast& broadcast, NotificationKind kind) {
    wire::Notification news;
    news.kind = kind;
    news.channel = broadcast.channel.name;
    news.title = broadcast.title;
    news.broadcast = broadcast.broadcast;
    news.at = broadcast.at;
    return news;
}

wire::Notification newsOf(const SpokenLine& line, NotificationKind kind) {
    wire::Notification news;
    news.kind = kind;
    news.channel = line.channel.name;
    news.from = wire::User{line.from.id, line.from.name};
    news.text = line.text;
    news.message = line.message;
    news.at = line.at;
    return news;
}

}  // namespace

NewsDesk::NewsDesk(Stores stores, net::WorkPool& database, Online& online, std::function<void()> wakeJobs,
                   const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      online_(online),
      wakeJobs_(std::move(wakeJobs)),
      clock_(clock),
      logger_(std::move(logger)) {}

void NewsDesk::channelWentLive(const ChannelBroadcast& broadcast) {
    announce(broadcast.channel, newsOf(broadcast, NotificationKind::WentLive),
             "live:" + broadcast.broadcast.text(), clock_.utcNow());
}

void NewsDesk::newRecording(const ChannelBroadcast& recording) {
    announce(recording.channel, newsOf(recording, NotificationKind::NewRecording),
             "recording:" + recording.broadcast.text(), clock_.utcNow());
}

void NewsDesk::mentioned(const SpokenLine& line, const std::vector<std::string>& names) {
    Heard heard;
    heard.news = newsOf(line, NotificationKind::Mention);
    heard.key = "mention:" + line.message.text();
    heard.names.assign(names.begin(),
                       names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kNames)));
    hear(std::move(heard));
}

void NewsDesk::replied(const SpokenLine& line, UserId to) {
    tell(to, newsOf(line, NotificationKind::Reply), "reply:" + line.message.text());
}

void NewsDesk::followed(const accounts::Account& follower, const accounts::Channel& channel, UtcTime at) {
    if (!channel.owner) {
        return;
    }
    wire::Notification news;
    news.kind = NotificationKind::Follower;
    news.channel = channel.name;
    news.from = wire::User{follower.id, follower.name};
    news.at = at;
    // Whoever comes and goes is told of once.
    tell(*channel.owner, std::move(news), "follower:" + channel.id.text() + ":" + follower.id.text());
}

void NewsDesk::tell(UserId to, wire::Notification news, std::string key) {
    if (news.from && news.from->id == to) {
        return;
    }
    Heard heard;
    heard.news = std::move(news);
    heard.key = std::move(key);
    heard.to = to;
    hear(std::move(heard));
}

void NewsDesk::announce(const accounts::Channel& channel, wire::Notification news, std::string key,
                        UtcTime due) {
    if (channel.visibility == accounts::Visibility::Protected) {
        return;
    }
    Heard heard;
    heard.news = std::move(news);
    heard.key = std::move(key);
    heard.followers = channel.id;
    heard.due = due;
    hear(std::move(heard));
}

void NewsDesk::hear(Heard heard) {
    if (heard.news.message && isBehind()) {
        noteUnheard(MessageId::make(heard.news.message->time() - std::chrono::milliseconds{1}));
        return;
    }
    heard_.push_back(std::move(heard));
    news_.notify();
}

void NewsDesk::noteUnheard(MessageId behind) {
    unheardBehind_ = unheardBehind_ ? std::min(*unheardBehind_, behind) : behind;
}

net::Task<> NewsDesk::run() {
    for (;;) {
        if (heard_.empty() && !unheardBehind_) {
            co_await news_.wait(kLookAgain);
            continue;
        }
        bool isDone = false;
        if (heard_.empty()) {
            isDone = co_await readAgain(*std::exchange(unheardBehind_, std::nullopt));
        } else {
            isDone = co_await storeSome();
        }
        if (!isDone) {
            co_await net::pause(kRest);
        }
    }
}

net::Task<bool> NewsDesk::readAgain(MessageId behind) {
    auto read = [this, behind] { return stores_.messages.addressedBehind(behind, kLinesAtATime); };
    const auto lines = co_await database_.run(std::move(read));
    if (!lines) {
        noteUnheard(behind);
        logger_.warning("lines that speak to somebody wait: {}", lines.error().text());
        co_return false;
    }
    for (const auto& line : *lines) {
        tellOf(*this, line);
    }
    if (lines->size() == kLinesAtATime) {
        noteUnheard(lines->back().message.id);
    }
    co_return true;
}

net::Task<> NewsDesk::drain() {
    bool isStored = true;
    while (isStored && !heard_.empty()) {
        isStored = co_await storeSome();
    }
}

net::Task<bool> NewsDesk::storeSome() {
    const auto count = static_cast<std::ptrdiff_t>(std::min(kBatch, heard_.size()));
    std::vector<Heard> batch(heard_.begin(), heard_.begin() + count);
    auto work = [this, batch] { return store(batch); };
    const auto told = co_await database_.run(std::move(work));
    if (!told) {
        logger_.warning("{} pieces of news wait: {}", heard_.size(), told.error().text());
        co_return false;
    }
    heard_.erase(heard_.begin(), heard_.begin() + count);
    show(*told);
    wakeJobs_();
    co_return true;
}

Result<std::vector<NewsDesk::Told>> NewsDesk::store(const std::vector<Heard>& batch) {
    std::vector<Told> all;
    for (const auto& heard : batch) {
        if (heard.followers) {
            const footlight::jobs::NewJob job{"announce", heard.key,
                                              heard.followers->text() + " " + heard.key,
                                              wire::toJson(heard.news), heard.due};
            if (auto added = stores_.community.jobs.add(job, clock_.utcNow()); !added) {
                return fail(std::move(added.error()));
            }
            continue;
        }
        std::vector<UserId> to;
        if (heard.to) {
            to.push_back(*heard.to);
        }
        for (const auto& name : heard.names) {
            const auto found = stores_.accounts.find(name);
            if (!found) {
                return fail(found.error());
            }
            if (*found && (!heard.news.from || (*found)->account.id != heard.news.from->id)) {
                to.push_back((*found)->account.id);
            }
        }
        auto told = deliver(to, heard.news, heard.key);
        if (!told) {
            return told;
        }
        std::ranges::move(*told, std::back_inserter(all));
    }
    return all;
}

Result<std::vector<NewsDesk::Told>> NewsDesk::deliver(const std::vector<UserId>& to,
                                                      const wire::Notification& news,
                                                      const std::string& key) {
    std::vector<Told> all;
    std::vector<Delivery> deliveries;
    for (const auto& user : to) {
        auto& told = all.emplace_back(Told{user, news});
        told.news.id = NotificationId::make(clock_.utcNow());
        auto& delivery = deliveries.emplace_back(
            Delivery{told.news.id, user, kindName(news.kind), key, wire::toJson(told.news), clock_.utcNow()});
        if (news.from) {
            delivery.from = news.from->id;
        }
    }
    const auto fresh = stores_.community.notifications.deliver(deliveries, clock_.utcNow());
    if (!fresh) {
        return fail(fresh.error());
    }
    std::erase_if(all,
                  [&](const Told& told) { return std::ranges::find(*fresh, told.news.id) == fresh->end(); });
    return all;
}

Result<NewsDesk::Page> NewsDesk::announcePage(ChannelId channel, std::optional<UserId> after,
                                              const wire::Notification& news, const std::string& key) {
    const auto followers = stores_.follows.followersOf(channel, after, kFollowersAtATime);
    if (!followers) {
        return fail(followers.error());
    }
    auto told = deliver(*followers, news, key);
    if (!told) {
        return fail(std::move(told.error()));
    }
    const bool isLast = followers->size() < kFollowersAtATime;
    return Page{std::move(*told), isLast ? std::nullopt : std::optional(followers->back())};
}

Result<> NewsDesk::addChannelWebhooks(ChannelId channel, const wire::Notification& news,
                                      const std::string& key) {
    const auto webhooks = stores_.community.webhooks.ofChannel(channel);
    if (!webhooks) {
        return fail(webhooks.error());
    }
    const auto now = clock_.utcNow();
    auto own = news;
    own.id = NotificationId::make(now);
    const auto body = wire::toJson(own);
    for (const auto& webhook : *webhooks) {
        if (webhook.isSuspended) {
            continue;
        }
        const footlight::jobs::NewJob job{"webhook",
                                          "webhook:" + key + ":" + webhook.id.text(),
                                          webhook.id.text(),
                                          body,
                                          now,
                                          kMostWaiting,
                                          webhook.user.text()};
        if (auto added = stores_.community.jobs.add(job, now); !added) {
            return fail(std::move(added.error()));
        }
    }
    return {};
}

/// It may have become protected, or its owner may be gone, since the news was heard.
Result<bool> NewsDesk::mayBeTold(ChannelId channel) {
    const auto settings = stores_.channels.settings(channel);
    if (!settings && settings.error().category() != ErrorCategory::NotFound) {
        return fail(settings.error());
    }
    return settings && settings->visibility != accounts::Visibility::Protected;
}

net::Task<jobs::Attempt> NewsDesk::announceNow(jobs::Job job) {
    const auto space = job.subject.find(' ');
    const auto channel = ChannelId::parse(std::string_view(job.subject).substr(0, space));
    const auto news = wire::parse<wire::Notification>(job.payload);
    if (space == std::string::npos || !channel || !news) {
        jobs::Attempt refused{jobs::Outcome::Refused, "the job is damaged", std::nullopt};
        co_return refused;
    }
    const auto key = job.subject.substr(space + 1);
    auto begin = [this, id = *channel, what = *news, key]() -> Result<bool> {
        auto mayBe = mayBeTold(id);
        if (!mayBe || !*mayBe) {
            return mayBe;
        }
        const auto added = addChannelWebhooks(id, what, key);
        return added ? Result<bool>(true) : fail(added.error());
    };
    const auto begun = co_await database_.run(std::move(begin));
    if (!begun) {
        jobs::Attempt failed{jobs::Outcome::Failed, begun.error().text(), std::nullopt};
        co_return failed;
    }
    if (!*begun) {
        co_return jobs::Attempt();
    }
    std::optional<UserId> after;
    do {
        auto work = [this, id = *channel, after, what = *news, key] {
            return announcePage(id, after, what, key);
        };
        const auto page = co_await database_.run(std::move(work));
        if (!page) {
            jobs::Attempt failed{jobs::Outcome::Failed, page.error().text(), std::nullopt};
            co_return failed;
        }
        show(page->told);
        after = page->last;
    } while (after);
    wakeJobs_();
    co_return jobs::Attempt();
}

void NewsDesk::show(const std::vector<Told>& told) {
    for (const auto& one : told) {
        if (online_.isHere(one.to)) {
            online_.tell(one.to, frame(wire::ServerMessage(one.news)));
        }
    }
}

}  // namespace footlight::relay::hub
