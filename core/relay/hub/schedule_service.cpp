#include "core/relay/hub/schedule_service.h"

#include "core/chat/text.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/job_store.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::hours kUnlessTold{1};
constexpr std::chrono::hours kLongest{24 * 7};
constexpr std::chrono::hours kAhead{24 * 366};
/// The others come when they are nearer; half of what the desk holds.
constexpr std::size_t kAgain = NewsDesk::kHeard / 2;

/// Of one beginning of one entry: who moves it is told of anew.
std::string keyOf(const ScheduleEntry& entry) {
    return "soon:" + entry.id.text() + ":" + std::to_string(toMilliseconds(entry.startsAt));
}

}  // namespace

ScheduleService::ScheduleService(Stores stores, net::WorkPool& database, NewsDesk& audience,
                                 std::chrono::milliseconds soon, const Clock& clock)
    : stores_(stores), database_(database), audience_(audience), soon_(soon), clock_(clock) {}

net::Task<Result<ScheduleService::Listed>> ScheduleService::list(std::string channel) {
    auto work = [this, channel, now = clock_.utcNow()]() -> Result<Listed> {
        const auto found = stores_.channels.find(channel);
        if (!found) {
            return fail(found.error());
        }
        if (!*found) {
            return fail(ErrorCategory::NotFound, "channel.unknown", "There is no channel " + channel + ".");
        }
        auto entries = stores_.community.schedule.list((*found)->id, now, kEntries);
        return entries ? Result<Listed>(Listed{(*found)->name, std::move(*entries)}) : fail(entries.error());
    };
    co_return co_await database_.run(std::move(work));
}

Result<ScheduleEntry> ScheduleService::entryFrom(ScheduleEntryId id,
                                                 const wire::NewScheduleEntry& asked) const {
    const auto now = clock_.utcNow();
    const auto ends = asked.endsAt.value_or(asked.startsAt + kUnlessTold);
    if (ends <= now || ends <= asked.startsAt || ends - asked.startsAt > kLongest ||
        asked.startsAt > now + kAhead) {
        return fail(
            ErrorCategory::Invalid, "schedule.time",
            "An entry ends after it begins and after now, lasts a week at most and begins within a year.");
    }
    const auto category = asked.category.value_or("");
    if (auto good = chat::checkTitle(asked.title); !good || asked.title.empty()) {
        return fail(ErrorCategory::Invalid, "schedule.title",
                    good ? "An entry needs a title." : good.error().message());
    }
    if (auto good = chat::checkTitle(category); !good) {
        return fail(ErrorCategory::Invalid, "schedule.category", good.error().message());
    }
    return ScheduleEntry{id, asked.startsAt, ends, asked.title, category, now};
}

void ScheduleService::announce(const accounts::Channel& channel, const ScheduleEntry& entry) {
    if (entry.startsAt <= clock_.utcNow()) {
        return;
    }
    wire::Notification news;
    news.kind = wire::NotificationKind::StartsSoon;
    news.channel = channel.name;
    news.title = entry.title;
    news.at = entry.startsAt;
    audience_.announce(channel, std::move(news), keyOf(entry), entry.startsAt - soon_);
}

net::Task<> ScheduleService::announceAgain() {
    auto read = [this, now = clock_.utcNow()] { return stores_.community.schedule.upcoming(now, kAgain); };
    const auto upcoming = co_await database_.run(std::move(read));
    if (!upcoming) {
        co_return;  // the next start tries again
    }
    for (const auto& [channel, entry] : *upcoming) {
        announce(channel, entry);
    }
}

Result<> ScheduleService::withdraw(const ScheduleEntry& entry) {
    return stores_.community.jobs.cancel(keyOf(entry));
}

net::Task<Result<ScheduleEntry>> ScheduleService::add(accounts::Channel channel,
                                                      wire::NewScheduleEntry asked) {
    auto entry = entryFrom(ScheduleEntryId::make(clock_.utcNow()), asked);
    if (!entry) {
        co_return entry;
    }
    auto work = [this, id = channel.id, what = *entry, now = clock_.utcNow()]() -> Result<> {
        const auto present = stores_.community.schedule.list(id, now, kEntries);
        if (!present || present->size() >= kEntries) {
            return present ? fail(ErrorCategory::Conflict, "schedule.too_many",
                                  "A schedule may have 100 entries; remove one first.")
                           : fail(present.error());
        }
        return stores_.community.schedule.put(id, what);
    };
    if (auto stored = co_await database_.run(std::move(work)); !stored) {
        co_return fail(std::move(stored.error()));
    }
    announce(channel, *entry);
    co_return entry;
}

net::Task<Result<ScheduleEntry>> ScheduleService::change(accounts::Channel channel, ScheduleEntryId id,
                                                         wire::NewScheduleEntry asked) {
    auto entry = entryFrom(id, asked);
    if (!entry) {
        co_return entry;
    }
    auto work = [this, owner = channel.id, what = *entry]() -> Result<> {
        const auto former = stores_.community.schedule.find(owner, what.id);
        if (!former || !*former) {
            return former
                       ? fail(ErrorCategory::NotFound, "schedule.unknown", "The schedule has no such entry.")
                       : fail(former.error());
        }
        // What is announced says how it is now; what was told already is not told again.
        if (auto withdrawn = withdraw(**former); !withdrawn) {
            return withdrawn;
        }
        return stores_.community.schedule.put(owner, what);
    };
    if (auto stored = co_await database_.run(std::move(work)); !stored) {
        co_return fail(std::move(stored.error()));
    }
    announce(channel, *entry);
    co_return entry;
}

net::Task<Result<>> ScheduleService::remove(accounts::Channel channel, ScheduleEntryId id) {
    auto work = [this, owner = channel.id, id]() -> Result<> {
        const auto former = stores_.community.schedule.find(owner, id);
        if (!former) {
            return fail(former.error());
        }
        if (*former) {
            if (auto withdrawn = withdraw(**former); !withdrawn) {
                return withdrawn;
            }
        }
        return stores_.community.schedule.remove(owner, id);
    };
    co_return co_await database_.run(std::move(work));
}

}  // namespace footlight::relay::hub
