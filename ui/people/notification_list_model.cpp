#include "ui/people/notification_list_model.h"

#include <QDateTime>
#include <algorithm>

#include "ui/people/notification_words.h"

namespace footlight::people {
namespace {

constexpr std::size_t kMost = 500;

UtcTime now() { return utcFromMilliseconds(QDateTime::currentMSecsSinceEpoch()); }

}  // namespace

void NotificationListModel::setItems(std::vector<wire::Notification> items) {
    beginResetModel();
    items_ = std::move(items);
    endResetModel();
}

void NotificationListModel::append(std::vector<wire::Notification> items) {
    items.resize(std::min(items.size(), kMost - std::min(kMost, items_.size())));
    if (items.empty()) {
        return;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(items.size()) - 1);
    std::move(items.begin(), items.end(), std::back_inserter(items_));
    endInsertRows();
}

bool NotificationListModel::prepend(const wire::Notification& item) {
    const bool isThere = std::any_of(items_.begin(), items_.end(),
                                     [&item](const wire::Notification& each) { return each.id == item.id; });
    if (isThere) {
        return false;
    }
    if (items_.size() >= kMost) {
        beginRemoveRows({}, rowCount() - 1, rowCount() - 1);
        items_.pop_back();
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    items_.insert(items_.begin(), item);
    endInsertRows();
    return true;
}

void NotificationListModel::markRead(int row) {
    for (int each = row; each < rowCount(); ++each) {
        items_[static_cast<std::size_t>(each)].read = true;
    }
    if (row < rowCount()) {
        Q_EMIT dataChanged(index(row), index(rowCount() - 1));
    }
}

const wire::Notification* NotificationListModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &items_[static_cast<std::size_t>(row)] : nullptr;
}

int NotificationListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant NotificationListModel::data(const QModelIndex& index, int role) const {
    const auto* item = at(index.row());
    if (item == nullptr) {
        return {};
    }
    const auto saying = sayingOf(*item);
    switch (role) {
        case Qt::DisplayRole:
        case Headline:
            return saying.headline;
        case Icon:
            return saying.icon;
        case Detail:
            return saying.detail;
        case At:
            return agoText(item->at, now());
        case IsRead:
            return item->read;
        case Qt::AccessibleTextRole:
            return (item->read ? tr("%1, %2, %3") : tr("New: %1, %2, %3"))
                .arg(saying.headline, saying.detail, agoText(item->at, now()));
        default:
            return {};
    }
}

}  // namespace footlight::people
