#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/wire/recording.h"

namespace footlight::models {

/// The recordings of one channel, newest first. Keeps rows that stay, so that a refresh moves neither
/// selection nor scroll. Lives on the window's thread.
class RecordingListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// DisplayRole is the title, Facts "21 Nov 2026, 20:15 · 1:02:03 · 1.4 GB", Mark what stands out of it.
    enum Role { Facts = Qt::UserRole + 1, Mark };

    using QAbstractListModel::QAbstractListModel;

    void setRecordings(std::vector<wire::Recording> recordings);
    void update(const wire::Recording& recording);
    void remove(BroadcastId id);
    /// Back to where it stood; at the end where the list is shorter now.
    void insert(int row, const wire::Recording& recording);
    /// Null where there is no such row.
    [[nodiscard]] const wire::Recording* at(int row) const;
    [[nodiscard]] const wire::Recording* find(BroadcastId id) const;
    /// -1 where it is not listed.
    [[nodiscard]] int rowOf(BroadcastId id) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    std::vector<wire::Recording> recordings_;
};

/// What a recording is called: its title, or when it began.
QString titleOf(const wire::Recording& recording);
/// When, how long, how much.
QString factsOf(const wire::Recording& recording);
/// How long, how much.
QString sizeOf(const wire::Recording& recording);

}  // namespace footlight::models
