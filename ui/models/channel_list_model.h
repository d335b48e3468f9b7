#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/wire/channel.h"

namespace footlight::models {

/// The relay's channels that are on air, in the relay's order. Keeps rows that stay, so that a refresh moves
/// neither selection nor scroll. Lives on the window's thread.
class ChannelListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Name = Qt::UserRole + 1, Title, Viewers, StartedAt, Playback };

    using QAbstractListModel::QAbstractListModel;

    void setChannels(std::vector<wire::Channel> channels);
    void setViewers(const QString& channel, qint64 viewers);
    void remove(const QString& channel);
    [[nodiscard]] const wire::Channel* find(const QString& channel) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    [[nodiscard]] int rowOf(const QString& channel) const;

    std::vector<wire::Channel> channels_;
};

}  // namespace footlight::models
