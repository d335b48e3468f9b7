#include "ui/chat/chat_model.h"

#include <algorithm>

namespace footlight::chatui {

ChatModel::Line ChatModel::lineOf(const wire::ChatMessage& message) {
    Line line;
    line.id = message.id;
    line.author = QString::fromStdString(message.user.name);
    line.text = QString::fromStdString(message.text);
    line.at = QDateTime::fromMSecsSinceEpoch(toMilliseconds(message.at));
    return line;
}

void ChatModel::showHistory(const std::vector<wire::ChatMessage>& history) {
    beginResetModel();
    std::erase_if(lines_, [](const Line& line) { return !line.waiting; });
    std::deque<Line> shown;
    for (const auto& message : history) {
        shown.push_back(lineOf(message));
    }
    shown.insert(shown.end(), lines_.begin(), lines_.end());
    lines_ = std::move(shown);
    endResetModel();
}

void ChatModel::append(const wire::ChatMessage& message) {
    Line line = lineOf(message);
    const auto sameId = [&line](const Line& each) { return each.nonce.isEmpty() && each.id == line.id; };
    if (std::any_of(lines_.rbegin(), lines_.rend(), sameId)) {
        return;
    }
    const auto echoes = [&line](const Line& each) {
        return !each.nonce.isEmpty() && each.problem.isEmpty() && each.author == line.author &&
               each.text == line.text;
    };
    const auto own = std::find_if(lines_.begin(), lines_.end(), echoes);
    if (own == lines_.end()) {
        push(std::move(line));
        return;
    }
    // The relay's acknowledgement may still be on its way: the line is then no longer waiting, nonce or not.
    *own = std::move(line);
    changed(static_cast<int>(own - lines_.begin()));
}

void ChatModel::appendOwn(const QString& nonce, const QString& author, const QString& text,
                          const QDateTime& now) {
    Line line;
    line.nonce = nonce;
    line.author = author;
    line.text = text;
    line.at = now;
    line.waiting = true;
    push(std::move(line));
}

void ChatModel::acknowledge(const QString& nonce) {
    const int row = rowOfNonce(nonce);
    if (row >= 0) {
        lines_[static_cast<std::size_t>(row)].waiting = false;
        changed(row);
    }
}

void ChatModel::refuse(const QString& nonce, const QString& reason) {
    const int row = rowOfNonce(nonce);
    if (row >= 0) {
        Line& line = lines_[static_cast<std::size_t>(row)];
        line.waiting = false;
        line.problem = tr("Not sent: %1").arg(reason);
        changed(row);
    }
}

void ChatModel::clear() {
    beginResetModel();
    lines_.clear();
    endResetModel();
}

void ChatModel::push(Line line) {
    if (rowCount() >= kMostLines) {
        beginRemoveRows({}, 0, 0);
        lines_.pop_front();
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount());
    lines_.push_back(std::move(line));
    endInsertRows();
}

int ChatModel::rowOfNonce(const QString& nonce) const {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [&nonce](const Line& line) { return line.nonce == nonce; });
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

void ChatModel::changed(int row) { Q_EMIT dataChanged(index(row), index(row)); }

int ChatModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant ChatModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Line& line = lines_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Author:
            return line.author;
        case Qt::DisplayRole:
        case Text:
            return line.text;
        case At:
            return line.at;
        case Waiting:
            return line.waiting;
        case Problem:
            return line.problem;
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1: %2 %3").arg(line.author, line.text, line.problem);
        default:
            return {};
    }
}

QHash<int, QByteArray> ChatModel::roleNames() const {
    return {{Author, "author"}, {Text, "text"}, {At, "at"}, {Waiting, "waiting"}, {Problem, "problem"}};
}

}  // namespace footlight::chatui
