#include "ui/people/profile.h"

#include "core/client/relay_client.h"

namespace footlight::people {

Profile::Profile(client::RelayClient& relay, QObject* parent)
    : QObject(parent), api_(relay.api()), recordingApi_(relay.api()) {
    connect(&relay, &client::RelayClient::relayChanged, this, [this] { open({}); });
}

template <typename T, typename Use>
client::Reply<T> Profile::into(Use use) {
    return {this, [this, run = run_, use](const Result<T>& result) {
                if (run != run_) {
                    return;
                }
                if (!result) {
                    Q_EMIT failed(QString::fromStdString(result.error().message()));
                    return;
                }
                use(*result);
                Q_EMIT changed();
            }};
}

void Profile::open(const QString& channel) {
    name_ = channel;
    channel_.reset();
    about_.reset();
    schedule_.clear();
    recordings_.clear();
    Q_EMIT changed();
    refresh();
}

void Profile::refresh() {
    ++run_;
    if (name_.isEmpty()) {
        return;
    }
    api_.fetchChannel(name_, into<wire::Channel>([this](const wire::Channel& it) { channel_ = it; }));
    api_.fetchAbout(name_, into<wire::ChannelAbout>([this](const wire::ChannelAbout& it) { about_ = it; }));
    api_.fetchSchedule(name_, into<std::vector<wire::ScheduleEntry>>(
                                  [this](const std::vector<wire::ScheduleEntry>& it) { schedule_ = it; }));
    recordingApi_.fetchAll(name_, {this, [this, run = run_](Result<std::vector<wire::Recording>> recordings) {
                                       // A protected channel shows none; what else is wrong, the others tell.
                                       if (recordings && run == run_) {
                                           recordings_ = std::move(*recordings);
                                           std::erase_if(recordings_, [](const wire::Recording& each) {
                                               return !each.endedAt || each.playback.empty();
                                           });
                                           Q_EMIT changed();
                                       }
                                   }});
}

void Profile::fetchCalendar(client::Reply<QByteArray> reply) { api_.fetchCalendar(name_, std::move(reply)); }

}  // namespace footlight::people
