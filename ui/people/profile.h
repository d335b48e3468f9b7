#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "core/client/page_api.h"
#include "core/client/recording_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::people {

/// What one channel tells of itself: fetched anew each time it is opened. On the window's thread; the relay
/// outlives it.
class Profile final : public QObject {
    Q_OBJECT
public:
    explicit Profile(client::RelayClient& relay, QObject* parent = nullptr);

    void open(const QString& channel);
    void refresh();

    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] const std::optional<wire::Channel>& channel() const { return channel_; }
    [[nodiscard]] const std::optional<wire::ChannelAbout>& about() const { return about_; }
    [[nodiscard]] const std::vector<wire::ScheduleEntry>& schedule() const { return schedule_; }
    /// What was kept of its broadcasts and may be played here, newest first, at most 500.
    [[nodiscard]] const std::vector<wire::Recording>& recordings() const { return recordings_; }
    /// The schedule as a calendar (RFC 5545).
    void fetchCalendar(client::Reply<QByteArray> reply);

Q_SIGNALS:
    void changed();
    /// There is no such channel, or the relay is away; for people.
    void failed(const QString& message);

private:
    /// A reply that keeps what came, unless another channel was opened by then.
    template <typename T, typename Use>
    client::Reply<T> into(Use use);

    client::PageApi api_;
    client::RecordingApi recordingApi_;
    QString name_;
    std::optional<wire::Channel> channel_;
    std::optional<wire::ChannelAbout> about_;
    std::vector<wire::ScheduleEntry> schedule_;
    std::vector<wire::Recording> recordings_;
    int run_ = 0;
};

}  // namespace footlight::people
