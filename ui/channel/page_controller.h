#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/client/page_api.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::channel {

/// What one's own channel tells of itself and what it has announced: fetched for whoever is signed in, and
/// changed. On the window's thread; the relay outlives it.
class PageController final : public QObject {
    Q_OBJECT
public:
    explicit PageController(client::RelayClient& relay, QObject* parent = nullptr);

    void refresh();
    /// Takes the place of all of it. refused() or saved() follows.
    void setAbout(const wire::ChannelAbout& about);

    void addEntry(const wire::NewScheduleEntry& entry);
    void changeEntry(ScheduleEntryId id, const wire::NewScheduleEntry& entry);
    /// Off the list now, at the relay with finishRemoval(); until then undoRemoval() brings it back.
    void removeEntry(ScheduleEntryId id);
    void undoRemoval();
    void finishRemoval();

Q_SIGNALS:
    /// Another channel is shown, or none: what was typed is not for it.
    void channelChanged();
    void aboutChanged(const footlight::wire::ChannelAbout& about);
    /// What setAbout() gave is kept; aboutChanged with how the relay wrote it follows.
    void aboutSaved();
    void scheduleChanged(const std::vector<footlight::wire::ScheduleEntry>& entries);
    void removed(const QString& title);
    void saved();
    /// What was asked was not done: the relay's code for it, and a sentence for people.
    void refused(const QString& code, const QString& message);

private:
    void follow(const QString& channel);
    void showSchedule();
    void refuse(const Error& error);
    template <typename T>
    client::Reply<T> thenSchedule();

    client::RelayClient& relay_;
    client::PageApi api_;
    QString channel_;
    int run_ = 0;  ///< answers to what was asked for the channel before are of another run
    std::vector<wire::ScheduleEntry> schedule_;
    std::optional<wire::ScheduleEntry> removal_;
};

}  // namespace footlight::channel
