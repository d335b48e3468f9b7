#include "ui/people/upcoming.h"

#include <QDateTime>
#include <algorithm>

#include "core/client/relay_client.h"
#include "ui/people/follows.h"

namespace footlight::people {
namespace {

/// So many schedules are asked for at a time, and so many entries are shown.
constexpr std::size_t kMostChannels = 16;
constexpr std::size_t kMostEntries = 8;
constexpr std::chrono::minutes kBetween{5};
constexpr std::chrono::hours kAhead{7 * 24};

}  // namespace

Upcoming::Upcoming(client::RelayClient& relay, Follows& follows, QObject* parent)
    : QObject(parent), api_(relay.api()), follows_(follows) {
    pulse_.setInterval(kBetween);
    connect(&pulse_, &QTimer::timeout, this, &Upcoming::refresh);
    connect(&follows_, &Follows::changed, this, &Upcoming::refresh);
    pulse_.start();
    refresh();
}

void Upcoming::refresh() {
    ++run_;
    entries_.clear();
    const auto& followed = follows_.all();
    for (std::size_t at = 0; at < std::min(followed.size(), kMostChannels); ++at) {
        const QString channel = QString::fromStdString(followed[at].channel);
        api_.fetchSchedule(
            channel, {this, [this, channel, run = run_](const Result<std::vector<wire::ScheduleEntry>>& all) {
                          if (all && run == run_) {
                              take(channel, *all);
                          }
                      }});
    }
    if (followed.empty()) {
        Q_EMIT changed();
    }
}

void Upcoming::take(const QString& channel, const std::vector<wire::ScheduleEntry>& schedule) {
    const auto now = utcFromMilliseconds(QDateTime::currentMSecsSinceEpoch());
    for (const auto& entry : schedule) {
        if (entry.startsAt > now && entry.startsAt < now + kAhead) {
            entries_.push_back({channel, entry});
        }
    }
    std::sort(entries_.begin(), entries_.end(),
              [](const Entry& a, const Entry& b) { return a.entry.startsAt < b.entry.startsAt; });
    entries_.resize(std::min(entries_.size(), kMostEntries));
    Q_EMIT changed();
}

}  // namespace footlight::people
