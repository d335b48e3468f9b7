#include "ui/channel/page_controller.h"

#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"

namespace footlight::channel {

PageController::PageController(client::RelayClient& relay, QObject* parent)
    : QObject(parent), relay_(relay), api_(relay.api()) {
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { follow(QString::fromStdString(session.channel)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { follow({}); });
    if (const auto& session = relay_.api().session()) {
        follow(QString::fromStdString(session->channel));
    }
}

void PageController::follow(const QString& channel) {
    channel_ = channel;
    ++run_;
    removal_.reset();
    schedule_.clear();
    Q_EMIT channelChanged();
    Q_EMIT aboutChanged({});
    showSchedule();
    refresh();
}

void PageController::refresh() {
    if (channel_.isEmpty()) {
        return;
    }
    api_.fetchAbout(channel_, {this, [this, run = run_](const Result<wire::ChannelAbout>& about) {
                                   if (about && run == run_) {
                                       Q_EMIT aboutChanged(*about);
                                   }
                               }});
    api_.fetchSchedule(channel_,
                       {this, [this, run = run_](Result<std::vector<wire::ScheduleEntry>> schedule) {
                            if (schedule && run == run_) {
                                schedule_ = std::move(*schedule);
                                showSchedule();
                            }
                        }});
}

void PageController::showSchedule() {
    auto shown = schedule_;
    if (removal_) {
        std::erase_if(shown, [this](const wire::ScheduleEntry& each) { return each.id == removal_->id; });
    }
    Q_EMIT scheduleChanged(shown);
}

void PageController::refuse(const Error& error) {
    Q_EMIT refused(QString::fromStdString(std::string(error.code())),
                   QString::fromStdString(error.message()));
}

void PageController::setAbout(const wire::ChannelAbout& about) {
    api_.setAbout(channel_, about, {this, [this, run = run_](const Result<wire::ChannelAbout>& kept) {
                                        if (run != run_) {
                                            return;
                                        }
                                        if (kept) {
                                            Q_EMIT aboutSaved();
                                            Q_EMIT aboutChanged(*kept);
                                            Q_EMIT saved();
                                        } else {
                                            refuse(kept.error());
                                        }
                                    }});
}

template <typename T>
client::Reply<T> PageController::thenSchedule() {
    return {this, [this, run = run_](const Result<T>& done) {
                if (run != run_) {
                    return;
                }
                if (done) {
                    Q_EMIT saved();
                } else {
                    refuse(done.error());
                }
                refresh();
            }};
}

void PageController::addEntry(const wire::NewScheduleEntry& entry) {
    api_.addEntry(channel_, entry, thenSchedule<wire::ScheduleEntry>());
}

void PageController::changeEntry(ScheduleEntryId id, const wire::NewScheduleEntry& entry) {
    api_.changeEntry(channel_, id, entry, thenSchedule<wire::ScheduleEntry>());
}

void PageController::removeEntry(ScheduleEntryId id) {
    finishRemoval();
    const auto found = std::find_if(schedule_.begin(), schedule_.end(),
                                    [id](const wire::ScheduleEntry& each) { return each.id == id; });
    if (found != schedule_.end()) {
        removal_ = *found;
        showSchedule();
        Q_EMIT removed(QString::fromStdString(removal_->title));
    }
}

void PageController::undoRemoval() {
    removal_.reset();
    showSchedule();
}

void PageController::finishRemoval() {
    if (const auto removal = std::exchange(removal_, std::nullopt)) {
        std::erase_if(schedule_, [&](const wire::ScheduleEntry& each) { return each.id == removal->id; });
        api_.removeEntry(channel_, removal->id, thenSchedule<void>());
    }
}

}  // namespace footlight::channel
