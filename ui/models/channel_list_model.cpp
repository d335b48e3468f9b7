#include "ui/models/channel_list_model.h"

#include <QDateTime>
#include <algorithm>

#include "ui/models/wording.h"

namespace footlight::models {

void ChannelListModel::setChannels(std::vector<wire::Channel> channels) {
    const auto sameName = [](const wire::Channel& a, const wire::Channel& b) { return a.name == b.name; };
    if (std::equal(channels_.begin(), channels_.end(), channels.begin(), channels.end(), sameName)) {
        channels_ = std::move(channels);
        if (!channels_.empty()) {
            Q_EMIT dataChanged(index(0), index(static_cast<int>(channels_.size()) - 1));
        }
        return;
    }
    beginResetModel();
    channels_ = std::move(channels);
    endResetModel();
}

void ChannelListModel::setViewers(const QString& channel, qint64 viewers) {
    const int row = rowOf(channel);
    if (row >= 0) {
        channels_[static_cast<std::size_t>(row)].viewers = viewers;
        Q_EMIT dataChanged(index(row), index(row));
    }
}

void ChannelListModel::remove(const QString& channel) {
    const int row = rowOf(channel);
    if (row >= 0) {
        beginRemoveRows({}, row, row);
        channels_.erase(channels_.begin() + row);
        endRemoveRows();
    }
}

const wire::Channel* ChannelListModel::find(const QString& channel) const {
    const int row = rowOf(channel);
    return row < 0 ? nullptr : &channels_[static_cast<std::size_t>(row)];
}

int ChannelListModel::rowOf(const QString& channel) const {
    const std::string name = channel.toStdString();
    const auto found = std::find_if(channels_.begin(), channels_.end(),
                                    [&name](const wire::Channel& each) { return each.name == name; });
    return found == channels_.end() ? -1 : static_cast<int>(found - channels_.begin());
}

int ChannelListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(channels_.size());
}

QVariant ChannelListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const wire::Channel& channel = channels_[static_cast<std::size_t>(index.row())];
    const QString name = QString::fromStdString(channel.name);
    const QString title = QString::fromStdString(channel.title);
    switch (role) {
        case Qt::DisplayRole:
        case Title:
            return title.isEmpty() ? name : title;
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2, %3")
                .arg(title.isEmpty() ? name : title, name, viewersText(channel.viewers));
        case Name:
            return name;
        case Viewers:
            return QVariant::fromValue<qint64>(channel.viewers);
        case StartedAt:
            return channel.startedAt
                       ? QDateTime::fromMSecsSinceEpoch(channel.startedAt->time_since_epoch().count())
                       : QDateTime();
        case Playback:
            return QString::fromStdString(channel.playback);
        default:
            return {};
    }
}

QHash<int, QByteArray> ChannelListModel::roleNames() const {
    return {{Name, "name"},
            {Title, "title"},
            {Viewers, "viewers"},
            {StartedAt, "startedAt"},
            {Playback, "playback"}};
}

}  // namespace footlight::models
