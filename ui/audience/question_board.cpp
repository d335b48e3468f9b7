#include "ui/audience/question_board.h"

#include <algorithm>
#include <utility>

namespace footlight::audience {
namespace {

constexpr std::size_t kMost = 100;

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

}  // namespace

QuestionBoard::QuestionBoard(RoomLink& link, QObject* parent) : QAbstractListModel(parent), link_(link) {
    wire();
}

void QuestionBoard::wire() {
    connect(&link_, &RoomLink::entered, this, [this] {
        replace({});
        Q_EMIT entered();
    });
    connect(&link_, &RoomLink::joined, this,
            [this](const wire::Joined& joined) { replace(joined.questions); });
    connect(&link_, &RoomLink::selfChanged, this, &QuestionBoard::showSelf);
    client::LiveSocket& live = link_.relay().live();
    connect(&live, &client::LiveSocket::questionAsked, this, [this](const wire::QuestionAsked& told) {
        if (link_.isHere(told.channel)) {
            insert(told.question);
        }
    });
    connect(&live, &client::LiveSocket::questionVotesChanged, this, [this](const wire::QuestionVotes& told) {
        if (link_.isHere(told.channel)) {
            for (const auto& [id, votes] : told.questions) {
                setVotes(id, votes);
            }
        }
    });
    connect(&live, &client::LiveSocket::questionClosed, this, [this](const wire::QuestionClosed& told) {
        if (link_.isHere(told.channel)) {
            remove(told.id);
        }
    });
}

/// Another person has voted for none of these, as far as we know.
void QuestionBoard::showSelf() {
    const auto self = link_.self();
    if (self && std::exchange(voter_, self->id) != self->id) {
        for (Item& item : items_) {
            item.isVoted = false;
        }
    }
    if (!items_.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
    Q_EMIT rightsChanged();
}

void QuestionBoard::ask(const QString& line) {
    link_.ask(wire::Ask{{}, line.toStdString(), {}}, [this](const QString& problem, const QString&) {
        if (problem.isEmpty()) {
            Q_EMIT asked();
        } else {
            Q_EMIT askRefused(problem);
        }
    });
}

void QuestionBoard::upvote(int row) {
    if (row < 0 || row >= rowCount() || items_[static_cast<std::size_t>(row)].isVoted) {
        return;
    }
    const auto id = items_[static_cast<std::size_t>(row)].question.id;
    link_.ask(wire::Upvote{{}, id}, [this, id](const QString& problem, const QString&) {
        if (!problem.isEmpty()) {
            Q_EMIT refused(problem);
            return;
        }
        if (const int now = rowOf(id); now >= 0) {
            items_[static_cast<std::size_t>(now)].isVoted = true;
            Q_EMIT dataChanged(index(now), index(now));
        }
    });
}

void QuestionBoard::close(int row) {
    if (!mayClose(row)) {
        return;
    }
    const auto id = items_[static_cast<std::size_t>(row)].question.id;
    link_.ask(wire::CloseQuestion{{}, id}, [this](const QString& problem, const QString&) {
        if (!problem.isEmpty()) {
            Q_EMIT refused(problem);
        }
    });
}

bool QuestionBoard::mayClose(int row) const {
    return row >= 0 && row < rowCount() &&
           (link_.moderates() || isOwn(items_[static_cast<std::size_t>(row)]));
}

bool QuestionBoard::isOwn(const Item& item) const {
    const auto self = link_.self();
    return self && self->id == item.question.user.id;
}

int QuestionBoard::rowOf(QuestionId id) const {
    const auto found =
        std::find_if(items_.begin(), items_.end(), [id](const Item& item) { return item.question.id == id; });
    return found == items_.end() ? -1 : static_cast<int>(found - items_.begin());
}

/// Where it belongs: more votes first, then the older.
int QuestionBoard::placeOf(const Item& item) const {
    const auto behind = std::find_if(items_.begin(), items_.end(), [&item](const Item& each) {
        return each.question.votes < item.question.votes ||
               (each.question.votes == item.question.votes && each.question.at > item.question.at);
    });
    return static_cast<int>(behind - items_.begin());
}

void QuestionBoard::replace(const std::vector<wire::Question>& questions) {
    beginResetModel();
    const auto before = std::exchange(items_, {});
    for (const auto& question : questions) {
        Item item{question};
        item.isVoted = std::any_of(before.begin(), before.end(), [&question](const Item& each) {
            return each.question.id == question.id && each.isVoted;
        });
        items_.insert(items_.begin() + placeOf(item), std::move(item));
    }
    endResetModel();
}

void QuestionBoard::insert(const wire::Question& question) {
    if (rowOf(question.id) >= 0 || items_.size() >= kMost) {
        return;
    }
    Item item{question};
    const int row = placeOf(item);
    beginInsertRows({}, row, row);
    items_.insert(items_.begin() + row, std::move(item));
    endInsertRows();
}

void QuestionBoard::setVotes(QuestionId id, std::int64_t votes) {
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    Item moved = items_[static_cast<std::size_t>(row)];
    moved.question.votes = votes;
    items_[static_cast<std::size_t>(row)].question.votes = votes;
    Q_EMIT dataChanged(index(row), index(row));
    // Taken out and put where it belongs among the others.
    items_.erase(items_.begin() + row);
    const int to = placeOf(moved);
    items_.insert(items_.begin() + row, moved);
    if (to != row) {
        beginMoveRows({}, row, row, {}, to > row ? to + 1 : to);
        items_.erase(items_.begin() + row);
        items_.insert(items_.begin() + to, std::move(moved));
        endMoveRows();
    }
}

void QuestionBoard::remove(QuestionId id) {
    if (const int row = rowOf(id); row >= 0) {
        beginRemoveRows({}, row, row);
        items_.erase(items_.begin() + row);
        endRemoveRows();
    }
}

int QuestionBoard::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(items_.size());
}

QVariant QuestionBoard::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Item& item = items_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Author:
            return text(item.question.user.name);
        case Qt::DisplayRole:
        case Text:
            return text(item.question.text);
        case Votes:
            return static_cast<qint64>(item.question.votes);
        case IsOwn:
            return isOwn(item);
        case IsVoted:
            return item.isVoted;
        case Qt::AccessibleTextRole:
            return tr("%1 asks: %2, %n votes", nullptr, static_cast<int>(item.question.votes))
                .arg(text(item.question.user.name), text(item.question.text));
        default:
            return {};
    }
}

}  // namespace footlight::audience
