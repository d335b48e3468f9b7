#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <optional>
#include <vector>

#include "core/client/recording_api.h"
#include "core/client/transfer.h"
#include "ui/models/recording_list_model.h"
#include "ui/recordings/local_copies.h"

namespace footlight::client {
class RelayClient;
}

namespace footlight::recordings {

/// The recordings of whoever is signed in: the list, what is done with one, and the one transfer that may run
/// at a time. On the window's thread; everything given outlives it.
class RecordingsController final : public QObject {
    Q_OBJECT
public:
    RecordingsController(client::RelayClient& relay, LocalCopies& copies, QObject* parent = nullptr);

    [[nodiscard]] models::RecordingListModel& recordings() { return recordings_; }
    [[nodiscard]] const LocalCopies& copies() const { return copies_; }
    [[nodiscard]] const QString& channel() const { return channel_; }
    [[nodiscard]] bool isTransferring() const { return transfer_ != nullptr || isCutting_; }

    /// Asks again now, and every few seconds while `isShown`.
    void setShown(bool isShown);
    void refresh();
    void rename(BroadcastId id, const QString& title);
    void keep(BroadcastId id, bool isKept);
    /// Off the list now, off the relay with finishRemoval(); until then undoRemoval() brings it back. One
    /// that still waited is deleted.
    void remove(BroadcastId id);
    void undoRemoval();
    void finishRemoval();
    /// holesChanged follows.
    void fetchHoles(BroadcastId id);
    /// One MP4 into `path`: all of it, or the seconds `from` to `until`.
    void download(BroadcastId id, const QString& path, std::optional<std::pair<qint64, qint64>> cut);
    /// Sends the stretch of a hole from a copy on this computer.
    void fill(BroadcastId id, int number, const wire::RecordingHole& hole);
    void cancelTransfer();

Q_SIGNALS:
    /// It can be brought back by now.
    void removed(const QString& title);
    /// The list was fetched; or nobody is signed in.
    void refreshed();
    void holesChanged(footlight::BroadcastId id, const std::vector<footlight::wire::RecordingHole>& holes);
    /// What is on its way, for people.
    void transferBegan(const QString& what);
    void transferProgressed(qint64 done, qint64 total);
    /// An empty `problem` is success; `outcome` says what is done then.
    void transferEnded(const QString& problem, const QString& outcome);
    /// What was asked was not done; for people.
    void failed(const QString& message);

private:
    /// A recording that is off the list, and where it stood.
    struct Removal {
        int row = 0;
        wire::Recording recording;
    };

    void follow(const QString& channel);
    void show(std::vector<wire::Recording> all);
    void sendFill(BroadcastId id, int number, const QString& file);
    void beginTransfer(const QString& what, const QString& outcome);
    void endTransfer(const QString& problem);
    client::Reply<wire::Recording> updating();

    client::RelayClient& relay_;
    LocalCopies& copies_;
    client::RecordingApi api_;
    models::RecordingListModel recordings_;
    QString channel_;
    QTimer pulse_;
    std::optional<Removal> removal_;
    std::vector<BroadcastId> deleted_;  ///< not shown again by an answer that is older than the deletion
    bool asking_ = false;
    bool isCutting_ = false;
    int run_ = 0;  ///< a cut that was given up is of another run
    std::unique_ptr<client::Transfer> transfer_;
    QString outcome_;
    QString temporary_;  ///< the cut that is being sent; deleted afterwards
    std::optional<BroadcastId> filling_;
};

}  // namespace footlight::recordings
