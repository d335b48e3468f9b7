#include "ui/audience/attendee_model.h"

#include <algorithm>

#include "core/client/api_json.h"

namespace footlight::audience {
namespace {

constexpr std::chrono::seconds kRefresh{30};
constexpr std::chrono::seconds kSoon{2};
constexpr int kPerPage = 100;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QString headingOf(wire::Role role, int count) {
    switch (role) {
        case wire::Role::Owner:
            return AttendeeModel::tr("Owner");
        case wire::Role::Moderator:
            return AttendeeModel::tr("%n moderators", nullptr, count);
        case wire::Role::Vip:
            return AttendeeModel::tr("%n VIPs", nullptr, count);
        case wire::Role::Member:
        case wire::Role::Guest:
            break;
    }
    return AttendeeModel::tr("%n people", nullptr, count);
}

QString doingOf(const wire::Attendee& person) {
    switch (person.state) {
        case wire::Activity::Watching:
            return person.rendition ? AttendeeModel::tr("watching, %1").arg(text(*person.rendition))
                                    : AttendeeModel::tr("watching");
        case wire::Activity::Paused:
            return AttendeeModel::tr("paused");
        case wire::Activity::Here:
            break;
    }
    return AttendeeModel::tr("in the chat");
}

}  // namespace

AttendeeModel::AttendeeModel(RoomLink& link, QObject* parent) : KeyedListModel(parent), link_(link) {
    refresh_.setSingleShot(true);
    connect(&refresh_, &QTimer::timeout, this, &AttendeeModel::fetch);
    wire();
}

void AttendeeModel::wire() {
    connect(&link_, &RoomLink::entered, this, &AttendeeModel::forget);
    connect(&link_, &RoomLink::joined, this, [this](const wire::Joined& joined) {
        viewers_ = joined.viewers;
        Q_EMIT figuresChanged();
        fetch();
    });
    client::LiveSocket& live = link_.relay().live();
    connect(&live, &client::LiveSocket::presenceChanged, this, [this](const wire::Presence& told) {
        if (link_.isHere(told.channel)) {
            take(told);
        }
    });
    connect(&live, &client::LiveSocket::roleChanged, this, [this](const wire::RoleChanged& changed) {
        const auto person = people_.find(changed.user.id);
        if (link_.isHere(changed.channel) && person != people_.end()) {
            person->second.role = changed.role;
            layOut();
        }
    });
}

void AttendeeModel::forget() {
    ++room_;
    isFetching_ = false;
    refresh_.stop();
    people_.clear();
    viewers_.reset();
    guests_ = 0;
    layOut();
    Q_EMIT figuresChanged();
}

void AttendeeModel::setLooked(bool isLooked) {
    isLooked_ = isLooked;
    if (isLooked) {
        fetch();
    } else {
        refresh_.stop();
    }
}

void AttendeeModel::setFilter(const QString& name) {
    filter_ = name.trimmed();
    layOut();
}

void AttendeeModel::fetch() {
    if (isLooked_ && !isFetching_ && !link_.channel().isEmpty()) {
        isFetching_ = true;
        fetchPage({}, {});
    }
}

void AttendeeModel::fetchPage(const QString& after, std::map<UserId, wire::Attendee> soFar) {
    QString path =
        QStringLiteral("/channels/%1/viewers?limit=%2").arg(client::segment(link_.channel())).arg(kPerPage);
    if (const QString token = link_.relay().live().playback(link_.channel()); !token.isEmpty()) {
        path += QStringLiteral("&playback=") + client::segment(token);
    }
    if (!after.isEmpty()) {
        path += QStringLiteral("&page=") + client::segment(after);
    }
    client::Reply<wire::AttendeePage> take(
        this, [this, all = std::move(soFar), room = room_](Result<wire::AttendeePage> page) mutable {
            if (room != room_) {
                return;
            }
            if (!page) {
                isFetching_ = false;
                refresh_.start(kRefresh);
                Q_EMIT refused(text(page.error().message()));
                return;
            }
            for (auto& person : page->items) {
                const auto id = person.user.id;
                all.insert_or_assign(id, std::move(person));
            }
            if (page->next && !page->items.empty() && all.size() < kMost) {
                fetchPage(text(*page->next), std::move(all));
                return;
            }
            isFetching_ = false;
            people_ = std::move(all);
            viewers_ = page->viewers;
            guests_ = page->guests;
            layOut();
            Q_EMIT figuresChanged();
            if (isLooked_) {
                refresh_.start(kRefresh);
            }
        });
    link_.relay().api().request({"GET", path}, client::parsing(this, std::move(take)));
}

void AttendeeModel::take(const wire::Presence& told) {
    viewers_ = told.viewers;
    for (const auto& person : told.changed) {
        if (people_.size() < kMost || people_.contains(person.user.id)) {
            people_.insert_or_assign(person.user.id, person);
        }
    }
    for (const auto& id : told.left) {
        people_.erase(id);
    }
    if (told.partial.value_or(false) && isLooked_) {
        refresh_.start(kSoon);
    }
    if (isLooked_) {
        layOut();
    }
    Q_EMIT figuresChanged();
}

void AttendeeModel::layOut() {
    std::map<int, std::vector<Row>> groups;
    for (const auto& [id, person] : people_) {
        if (filter_.isEmpty() || text(person.user.name).contains(filter_, Qt::CaseInsensitive)) {
            const auto role = std::max(person.role.value_or(wire::Role::Member), wire::Role::Member);
            const int group = -static_cast<int>(role);
            groups[group].push_back({{}, group, person});
        }
    }
    std::vector<Row> fresh;
    for (auto& [order, group] : groups) {
        std::sort(group.begin(), group.end(), [](const Row& one, const Row& other) {
            return text(one.person.user.name).compare(text(other.person.user.name), Qt::CaseInsensitive) < 0;
        });
        fresh.push_back(
            {headingOf(static_cast<wire::Role>(-order), static_cast<int>(group.size())), order, {}});
        std::move(group.begin(), group.end(), std::back_inserter(fresh));
    }
    replaceRows(rows_, fresh, [](const Row& row) {
        return std::pair(row.group, row.heading.isEmpty() ? std::optional(row.person.user.id) : std::nullopt);
    });
}

int AttendeeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant AttendeeModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const bool isHeading = !row.heading.isEmpty();
    switch (role) {
        case Qt::DisplayRole:
            return isHeading ? row.heading : text(row.person.user.name);
        case IsHeading:
            return isHeading;
        case Doing:
            return isHeading ? QString() : doingOf(row.person);
        case Qt::AccessibleTextRole:
            return isHeading ? row.heading
                             : QStringLiteral("%1, %2").arg(text(row.person.user.name), doingOf(row.person));
        default:
            return {};
    }
}

Qt::ItemFlags AttendeeModel::flags(const QModelIndex& index) const {
    return index.data(IsHeading).toBool() ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

}  // namespace footlight::audience
