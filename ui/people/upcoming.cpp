#include "ui/people/upcoming.h"

#include <QDateTime>
#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"
#include "ui/people/follows.h"

namespace footlight::people {
namespace {

/// So many schedules are asked for, and so many entries are shown.
constexpr qsizetype kMostChannels = 16;
constexpr std::size_t kMostEntries = 8;
constexpr std::chrono::minutes kBetween{5};
constexpr std::chrono::milliseconds kSettles{200};
constexpr std::chrono::hours kAhead{7 * 24};

}  // namespace

Upcoming::Upcoming(client::RelayClient& relay, Follows& follows, QObject* parent)
    : QObject(parent), api_(relay.api()), follows_(follows) {
    pulse_.setInterval(kBetween);
    connect(&pulse_, &QTimer::timeout, this, &Upcoming::refresh);
    soon_.setSingleShot(true);
    soon_.setInterval(kSettles);
    connect(&soon_, &QTimer::timeout, this, &Upcoming::refresh);
    connect(&follows_, &Follows::changed, this, &Upcoming::follow);
    pulse_.start();
    refresh();
}

QStringList Upcoming::followed() const {
    QStringList channels;
    for (const auto& each : follows_.all()) {
        channels << QString::fromStdString(each.channel);
    }
    return channels.mid(0, kMostChannels);
}

/// What is left goes at once; what was begun to be followed is asked for once that settles.
void Upcoming::follow() {
    const QStringList now = followed();
    if (now == known_) {
        return;
    }
    known_ = now;
    ++run_;
    if (std::erase_if(entries_, [&now](const Entry& each) { return !now.contains(each.channel); }) > 0) {
        Q_EMIT changed();
    }
    soon_.start();
}

void Upcoming::refresh() {
    ++run_;
    known_ = left_ = followed();
    next_.clear();
    askNext();
}

void Upcoming::askNext() {
    if (left_.isEmpty()) {
        settle();
        return;
    }
    const QString channel = left_.takeFirst();
    api_.fetchSchedule(
        channel, {this, [this, channel, run = run_](const Result<std::vector<wire::ScheduleEntry>>& all) {
                      if (run != run_) {
                          return;
                      }
                      if (all) {
                          take(channel, *all);
                      } else {
                          keep(channel);
                      }
                      askNext();
                  }});
}

void Upcoming::take(const QString& channel, const std::vector<wire::ScheduleEntry>& schedule) {
    const auto now = utcFromMilliseconds(QDateTime::currentMSecsSinceEpoch());
    for (const auto& entry : schedule) {
        if (entry.startsAt > now && entry.startsAt < now + kAhead) {
            next_.push_back({channel, entry});
        }
    }
}

/// What could not be asked stands as it was told before.
void Upcoming::keep(const QString& channel) {
    std::vector<wire::ScheduleEntry> before;
    for (const auto& each : entries_) {
        if (each.channel == channel) {
            before.push_back(each.entry);
        }
    }
    take(channel, before);
}

void Upcoming::settle() {
    std::sort(next_.begin(), next_.end(),
              [](const Entry& a, const Entry& b) { return a.entry.startsAt < b.entry.startsAt; });
    next_.resize(std::min(next_.size(), kMostEntries));
    entries_ = std::exchange(next_, {});
    Q_EMIT changed();
}

}  // namespace footlight::people
