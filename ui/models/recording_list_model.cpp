#include "ui/models/recording_list_model.h"

#include <algorithm>

#include "ui/models/wording.h"

namespace footlight::models {

void RecordingListModel::setRecordings(std::vector<wire::Recording> recordings) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto id = recordings_[static_cast<std::size_t>(row)].id;
        if (std::none_of(recordings.begin(), recordings.end(),
                         [id](const auto& each) { return each.id == id; })) {
            remove(id);
        }
    }
    for (std::size_t i = 0; i < recordings.size(); ++i) {
        if (i < recordings_.size() && recordings_[i].id == recordings[i].id) {
            update(recordings[i]);
            continue;
        }
        insert(static_cast<int>(i), recordings[i]);
    }
}

void RecordingListModel::update(const wire::Recording& recording) {
    const int row = rowOf(recording.id);
    if (row < 0 || recordings_[static_cast<std::size_t>(row)] == recording) {
        return;
    }
    recordings_[static_cast<std::size_t>(row)] = recording;
    Q_EMIT dataChanged(index(row), index(row));
}

void RecordingListModel::remove(BroadcastId id) {
    const int row = rowOf(id);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        recordings_.erase(recordings_.begin() + row);
        endRemoveRows();
    }
}

void RecordingListModel::insert(int row, const wire::Recording& recording) {
    const int at = std::clamp(row, 0, rowCount());
    beginInsertRows({}, at, at);
    recordings_.insert(recordings_.begin() + at, recording);
    endInsertRows();
}

const wire::Recording* RecordingListModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &recordings_[static_cast<std::size_t>(row)] : nullptr;
}

const wire::Recording* RecordingListModel::find(BroadcastId id) const { return at(rowOf(id)); }

int RecordingListModel::rowOf(BroadcastId id) const {
    const auto found = std::find_if(recordings_.begin(), recordings_.end(),
                                    [id](const auto& each) { return each.id == id; });
    return found == recordings_.end() ? -1 : static_cast<int>(found - recordings_.begin());
}

int RecordingListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(recordings_.size());
}

QVariant RecordingListModel::data(const QModelIndex& index, int role) const {
    const wire::Recording* recording = at(index.row());
    if (recording == nullptr) {
        return {};
    }
    switch (role) {
        case Qt::DisplayRole:
            return titleOf(*recording);
        case Facts:
            // What has no title is called by its moment already.
            return recording->title.empty() ? sizeOf(*recording) : factsOf(*recording);
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2").arg(titleOf(*recording), factsOf(*recording));
        case Mark:
            if (recording->phase != wire::RecordingPhase::Finished) {
                return tr("On air");
            }
            return recording->holes > 0 ? tr("%n gap(s)", nullptr, static_cast<int>(recording->holes))
                                        : (recording->keep ? tr("Kept") : QString());
        default:
            return {};
    }
}

QHash<int, QByteArray> RecordingListModel::roleNames() const {
    return {{Qt::DisplayRole, "display"}, {Facts, "facts"}, {Mark, "mark"}};
}

QString titleOf(const wire::Recording& recording) {
    return recording.title.empty() ? momentText(recording.startedAt)
                                   : QString::fromStdString(recording.title);
}

QString factsOf(const wire::Recording& recording) {
    return QStringLiteral("%1 · %2").arg(momentText(recording.startedAt), sizeOf(recording));
}

QString sizeOf(const wire::Recording& recording) {
    return QStringLiteral("%1 · %2").arg(clockText(std::chrono::seconds(recording.durationMs / 1000)),
                                         bytesText(recording.bytes));
}

}  // namespace footlight::models
