#pragma once

#include <QAbstractListModel>
#include <vector>

#include "core/wire/page.h"

namespace footlight::pictures {
class PictureStore;
}

namespace footlight::people {

/// Channels as cards (see ChannelGrid). Keeps rows that stay, so that a refresh moves neither selection nor
/// scroll.
class DirectoryModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Name = Qt::UserRole + 1, Title, Viewers, StartedAt, IsLive, Category, Followers, Picture };

    /// `faces` outlives it.
    explicit DirectoryModel(pictures::PictureStore& faces, QObject* parent = nullptr);

    void setItems(const std::vector<wire::DirectoryItem>& items);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void pictureLoaded(const QString& path);

    pictures::PictureStore& faces_;
    std::vector<wire::DirectoryItem> items_;
};

}  // namespace footlight::people
