#include "ui/recordings/recordings_controller.h"

#include <QFile>
#include <QFileInfo>
#include <QUrlQuery>
#include <algorithm>
#include <utility>

#include "core/client/relay_client.h"

namespace footlight::recordings {
namespace {

constexpr std::chrono::seconds kBetween{5};

}  // namespace

RecordingsController::RecordingsController(client::RelayClient& relay, LocalCopies& copies, QObject* parent)
    : QObject(parent), relay_(relay), copies_(copies), api_(relay.api()) {
    pulse_.setInterval(kBetween);
    connect(&pulse_, &QTimer::timeout, this, &RecordingsController::refresh);
    connect(&relay_.api(), &client::RelayApi::signedIn, this,
            [this](const wire::Session& session) { follow(QString::fromStdString(session.channel)); });
    connect(&relay_.api(), &client::RelayApi::signedOut, this, [this] { follow({}); });
    if (const auto& session = relay_.api().session()) {
        follow(QString::fromStdString(session->channel));
    }
}

void RecordingsController::follow(const QString& channel) {
    if (channel != channel_) {
        finishRemoval();
        channel_ = channel;
        deleted_.clear();
        recordings_.setRecordings({});
    }
    refresh();
}

void RecordingsController::setShown(bool isShown) {
    if (isShown) {
        pulse_.start();
        refresh();
    } else {
        pulse_.stop();
    }
}

void RecordingsController::refresh() {
    if (channel_.isEmpty()) {
        Q_EMIT refreshed();
        return;
    }
    if (asking_) {
        return;
    }
    asking_ = true;
    api_.fetchAll(channel_, {this, [this, asked = channel_](Result<std::vector<wire::Recording>> all) {
                                 asking_ = false;
                                 if (asked != channel_) {
                                     refresh();
                                     return;
                                 }
                                 // A failed question keeps the list: the status line says that the relay is
                                 // away.
                                 if (all) {
                                     show(std::move(*all));
                                 }
                                 Q_EMIT refreshed();
                             }});
}

void RecordingsController::show(std::vector<wire::Recording> all) {
    std::erase_if(all, [this](const wire::Recording& each) {
        const bool waits = removal_ && removal_->recording.id == each.id;
        return waits || std::find(deleted_.begin(), deleted_.end(), each.id) != deleted_.end();
    });
    recordings_.setRecordings(std::move(all));
}

client::Reply<wire::Recording> RecordingsController::updating() {
    return {this, [this](const Result<wire::Recording>& changed) {
                if (changed) {
                    recordings_.update(*changed);
                } else {
                    Q_EMIT failed(QString::fromStdString(changed.error().message()));
                    refresh();
                }
            }};
}

void RecordingsController::rename(BroadcastId id, const QString& title) {
    wire::RecordingPatch patch;
    patch.title = title.toStdString();
    api_.change(id, patch, updating());
}

void RecordingsController::keep(BroadcastId id, bool isKept) {
    wire::RecordingPatch patch;
    patch.keep = isKept;
    api_.change(id, patch, updating());
}

void RecordingsController::remove(BroadcastId id) {
    finishRemoval();
    const wire::Recording* recording = recordings_.find(id);
    if (recording == nullptr) {
        return;
    }
    removal_ = Removal{recordings_.rowOf(id), *recording};
    recordings_.remove(id);
    Q_EMIT removed(models::titleOf(removal_->recording));
}

void RecordingsController::undoRemoval() {
    if (const auto removal = std::exchange(removal_, std::nullopt)) {
        recordings_.insert(removal->row, removal->recording);
        Q_EMIT refreshed();
    }
}

void RecordingsController::finishRemoval() {
    const auto removal = std::exchange(removal_, std::nullopt);
    if (!removal) {
        return;
    }
    const auto id = removal->recording.id;
    deleted_.push_back(id);
    api_.remove(id, {this, [this, id](const Result<>& done) {
                         if (!done && done.error().category() != ErrorCategory::NotFound) {
                             std::erase(deleted_, id);
                             Q_EMIT failed(QString::fromStdString(done.error().message()));
                             refresh();
                         }
                     }});
}

void RecordingsController::fetchHoles(BroadcastId id) {
    api_.fetchHoles(id, {this, [this, id](const Result<std::vector<wire::RecordingHole>>& holes) {
                             if (holes) {
                                 Q_EMIT holesChanged(id, *holes);
                             } else {
                                 Q_EMIT failed(QString::fromStdString(holes.error().message()));
                             }
                         }});
}

void RecordingsController::download(BroadcastId id, const QString& path,
                                    std::optional<std::pair<qint64, qint64>> cut) {
    const wire::Recording* recording = recordings_.find(id);
    if (recording == nullptr || isTransferring()) {
        return;
    }
    QUrl url(QString::fromStdString(recording->download));
    if (cut) {
        QUrlQuery query(url);
        query.addQueryItem(QStringLiteral("from"), QString::number(cut->first));
        query.addQueryItem(QStringLiteral("to"), QString::number(cut->second));
        url.setQuery(query);
    }
    beginTransfer(tr("Downloading “%1”").arg(models::titleOf(*recording)),
                  tr("Saved as %1").arg(QFileInfo(path).fileName()));
    transfer_->download(url, path);
}

void RecordingsController::fill(BroadcastId id, int number, const wire::RecordingHole& hole) {
    if (isTransferring()) {
        return;
    }
    isCutting_ = true;
    filling_ = id;
    Q_EMIT transferBegan(tr("Cutting the missing stretch out of the local copy"));
    copies_.cut(hole, [this, id, number, run = ++run_](const Result<QString>& file) {
        if (run != run_ || !isCutting_) {
            if (file) {
                QFile::remove(*file);
            }
            return;
        }
        isCutting_ = false;
        if (!file) {
            endTransfer(QString::fromStdString(file.error().message()));
            return;
        }
        sendFill(id, number, *file);
    });
}

void RecordingsController::sendFill(BroadcastId id, int number, const QString& file) {
    temporary_ = file;
    beginTransfer(tr("Sending the missing stretch"), tr("The gap is filled."));
    api_.askToFill(id, number, {transfer_.get(), [this](const Result<wire::FillTicket>& ticket) {
                                    if (ticket) {
                                        transfer_->upload(QUrl(QString::fromStdString(ticket->url)),
                                                          temporary_);
                                    } else {
                                        endTransfer(QString::fromStdString(ticket.error().message()));
                                    }
                                }});
}

void RecordingsController::beginTransfer(const QString& what, const QString& outcome) {
    outcome_ = outcome;
    transfer_ = std::make_unique<client::Transfer>();
    connect(transfer_.get(), &client::Transfer::progressed, this, &RecordingsController::transferProgressed);
    connect(transfer_.get(), &client::Transfer::finished, this, &RecordingsController::endTransfer);
    Q_EMIT transferBegan(what);
}

void RecordingsController::endTransfer(const QString& problem) {
    isCutting_ = false;
    if (transfer_) {
        // It may be the one who calls.
        transfer_.release()->deleteLater();
    }
    if (!temporary_.isEmpty()) {
        QFile::remove(temporary_);
        temporary_.clear();
    }
    Q_EMIT transferEnded(problem, outcome_);
    if (const auto filled = std::exchange(filling_, std::nullopt)) {
        fetchHoles(*filled);
        refresh();
    }
}

void RecordingsController::cancelTransfer() {
    if (transfer_) {
        transfer_->cancel();
    }
    if (isTransferring()) {
        ++run_;
        endTransfer(tr("Cancelled."));
    }
}

}  // namespace footlight::recordings
