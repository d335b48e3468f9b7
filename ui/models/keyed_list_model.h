#pragma once

#include <QAbstractListModel>
#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace footlight::models {

/// A list whose rows are known by a key, so that a fresh answer changes only what differs: what is selected,
/// scrolled to and pointed at stays where it is.
class KeyedListModel : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

protected:
    /// Rows that changed places are taken out and put in again. `keyOf` is unique in each of both.
    template <typename Row, typename KeyOf>
    void replaceRows(std::vector<Row>& rows, const std::vector<Row>& fresh, KeyOf keyOf);

private:
    /// For each row of `from` whether it stays: those that are in `to` too, in the same order.
    template <typename Row, typename KeyOf>
    static std::vector<bool> staying(const std::vector<Row>& from, const std::vector<Row>& to, KeyOf keyOf);
};

template <typename Row, typename KeyOf>
std::vector<bool> KeyedListModel::staying(const std::vector<Row>& from, const std::vector<Row>& to,
                                          KeyOf keyOf) {
    std::map<decltype(keyOf(from.front())), std::size_t> places;
    for (std::size_t at = 0; at < to.size(); ++at) {
        places.emplace(keyOf(to[at]), at);
    }
    // The longest run of rows that are in both in the same order (patience sorting): `ends` has, for each
    // length, the row that ends such a run with the lowest place.
    std::vector<std::size_t> placeOf(from.size());
    std::vector<std::size_t> before(from.size(), from.size());
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < from.size(); ++at) {
        const auto place = places.find(keyOf(from[at]));
        if (place == places.end()) {
            continue;
        }
        placeOf[at] = place->second;
        const auto end =
            std::lower_bound(ends.begin(), ends.end(), place->second,
                             [&](std::size_t row, std::size_t than) { return placeOf[row] < than; });
        before[at] = end == ends.begin() ? from.size() : *(end - 1);
        if (end == ends.end()) {
            ends.push_back(at);
        } else {
            *end = at;
        }
    }
    std::vector<bool> stays(from.size(), false);
    for (std::size_t at = ends.empty() ? from.size() : ends.back(); at != from.size(); at = before[at]) {
        stays[at] = true;
    }
    return stays;
}

template <typename Row, typename KeyOf>
void KeyedListModel::replaceRows(std::vector<Row>& rows, const std::vector<Row>& fresh, KeyOf keyOf) {
    const auto stays = staying(rows, fresh, keyOf);
    for (std::size_t at = rows.size(); at-- > 0;) {
        if (!stays[at]) {
            beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(at));
            endRemoveRows();
        }
    }
    for (std::size_t at = 0; at < fresh.size(); ++at) {
        if (at == rows.size() || keyOf(rows[at]) != keyOf(fresh[at])) {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
            rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(at), fresh[at]);
            endInsertRows();
        } else if (rows[at] != fresh[at]) {
            rows[at] = fresh[at];
            Q_EMIT dataChanged(index(static_cast<int>(at)), index(static_cast<int>(at)));
        }
    }
}

}  // namespace footlight::models
