#include "ui/people/directory_model.h"

#include <QDateTime>
#include <QPixmap>
#include <algorithm>

#include "ui/models/wording.h"
#include "ui/pictures/picture_store.h"

namespace footlight::people {

DirectoryModel::DirectoryModel(pictures::PictureStore& faces, QObject* parent)
    : QAbstractListModel(parent), faces_(faces) {
    connect(&faces_, &pictures::PictureStore::loaded, this, &DirectoryModel::pictureLoaded);
}

void DirectoryModel::pictureLoaded(const QString& path) {
    for (int row = 0; row < rowCount(); ++row) {
        const auto& avatar = items_[static_cast<std::size_t>(row)].avatar;
        if (avatar && pictures::pathOfPicture(*avatar) == path) {
            Q_EMIT dataChanged(index(row), index(row), {Picture});
        }
    }
}

void DirectoryModel::setItems(const std::vector<wire::DirectoryItem>& items) {
    const auto isSame = [](const wire::DirectoryItem& a, const wire::DirectoryItem& b) {
        return a.channel == b.channel;
    };
    if (std::equal(items_.begin(), items_.end(), items.begin(), items.end(), isSame)) {
        items_ = items;
        if (!items_.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        }
        return;
    }
    beginResetModel();
    items_ = items;
    endResetModel();
}

int DirectoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant DirectoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& item = items_[static_cast<std::size_t>(index.row())];
    const QString name = QString::fromStdString(item.channel);
    const QString title = item.title.empty() ? name : QString::fromStdString(item.title);
    switch (role) {
        case Qt::DisplayRole:
        case Title:
            return title;
        case Qt::AccessibleTextRole:
            return item.live ? tr("%1, %2, live, %3").arg(title, name, models::viewersText(item.viewers))
                             : tr("%1, %2, not live").arg(title, name);
        case Name:
            return name;
        case Viewers:
            return QVariant::fromValue<qint64>(item.viewers);
        case StartedAt:
            return QDateTime();
        case IsLive:
            return item.live;
        case Category:
            return QString::fromStdString(item.category);
        case Followers:
            return QVariant::fromValue<qint64>(item.followers);
        case Picture:
            return item.avatar ? faces_.picture(pictures::pathOfPicture(*item.avatar)) : QPixmap();
        default:
            return {};
    }
}

QHash<int, QByteArray> DirectoryModel::roleNames() const {
    return {{Name, "name"},     {Title, "title"},       {Viewers, "viewers"},     {StartedAt, "startedAt"},
            {IsLive, "isLive"}, {Category, "category"}, {Followers, "followers"}, {Picture, "picture"}};
}

}  // namespace footlight::people
