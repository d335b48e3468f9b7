#include "ui/chat/chat_model.h"

#include <algorithm>
#include <utility>

#include "ui/chat/line_of.h"
#include "ui/chat/line_wording.h"

namespace footlight::chatui {
namespace {

QByteArray keyOf(const MessageId& id) { return QByteArray::fromStdString(id.text()); }

bool isSame(const QString& left, const QString& right) {
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/// Whether the relay has it: then it has an id, even while its message is still on the way to us.
bool isMessage(const ChatLine& line) { return line.kind == ChatLine::Kind::Said && line.id != MessageId{}; }

}  // namespace

void ChatModel::setOwnName(const QString& name) {
    if (std::exchange(ownName_, name) == name) {
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        ChatLine& line = lines_[static_cast<std::size_t>(row)];
        // What waits or was refused is its writer's, and says so itself.
        if (!isMessage(line)) {
            continue;
        }
        const bool wasOwn = line.isOwn;
        const bool concerned = line.mentionsUs;
        setOwnership(line, ownName_);
        if (line.isOwn != wasOwn || line.mentionsUs != concerned) {
            changed(row);
        }
    }
}

void ChatModel::showHistory(const std::vector<wire::ChatMessage>& history) {
    showHistoryBehindGap(history, {});
}

void ChatModel::showHistoryBehindGap(const std::vector<wire::ChatMessage>& history, const QString& gap) {
    beginResetModel();
    std::erase_if(lines_, [](const ChatLine& line) {
        return line.state != ChatLine::State::Waiting && line.state != ChatLine::State::Refused;
    });
    std::deque<ChatLine> shown;
    if (!gap.isEmpty()) {
        shown.push_back(noticeOf(gap, history.empty() ? QDateTime() : timeOf(history.front())));
    }
    for (const auto& message : history) {
        shown.push_back(lineOf(message, ownName_));
    }
    shown.insert(shown.end(), lines_.begin(), lines_.end());
    lines_ = std::move(shown);
    unreadSerial_.reset();
    reindex(0);
    endResetModel();
}

void ChatModel::append(const wire::ChatMessage& message) {
    ChatLine line = lineOf(message, ownName_);
    if (const int known = rowOf(message.id); known >= 0) {
        if (!this->line(known).nonce.isEmpty()) {
            take(known, std::move(line));  // it was confirmed before it came
        }
        return;
    }
    const auto echoes = [&line](const ChatLine& each) {
        return !each.nonce.isEmpty() && each.state != ChatLine::State::Refused &&
               each.kind == ChatLine::Kind::Said && !isMessage(each) && each.text == line.text;
    };
    const auto own = line.isOwn ? std::find_if(lines_.begin(), lines_.end(), echoes) : lines_.end();
    if (own == lines_.end()) {
        push(std::move(line));
        return;
    }
    take(static_cast<int>(own - lines_.begin()), std::move(line));
}

/// The relay's acknowledgement may still be on its way: the line is then no longer waiting, nonce or not.
void ChatModel::take(int row, ChatLine message) {
    serialOf_.insert(keyOf(message.id), firstSerial_ + row);
    lines_[static_cast<std::size_t>(row)] = std::move(message);
    changed(row);
}

void ChatModel::appendOwn(const QString& nonce, const QString& said, const QDateTime& now,
                          const std::optional<ChatLine::Quote>& quote, bool isCommand) {
    ChatLine line;
    line.nonce = nonce;
    line.author = ownName_;
    line.text = said;
    line.at = now;
    line.isOwn = true;
    line.isCommand = isCommand;
    line.quote = quote;
    line.state = ChatLine::State::Waiting;
    push(std::move(line));
}

void ChatModel::acknowledge(const QString& nonce, const std::optional<MessageId>& id) {
    const int row = rowOfNonce(nonce);
    if (row < 0) {
        return;
    }
    if (id && rowOf(*id) >= 0) {
        remove(row);  // its message has come and was not taken for it
        return;
    }
    ChatLine& line = lines_[static_cast<std::size_t>(row)];
    line.state = ChatLine::State::Shown;
    if (id) {
        line.id = *id;
        serialOf_.insert(keyOf(*id), firstSerial_ + row);
    }
    changed(row);
}

void ChatModel::refuse(const QString& nonce, const QString& reason) {
    const int row = rowOfNonce(nonce);
    if (row >= 0) {
        ChatLine& line = lines_[static_cast<std::size_t>(row)];
        line.state = ChatLine::State::Refused;
        line.problem = tr("Not sent: %1").arg(reason);
        changed(row);
    }
}

void ChatModel::discard(const QString& nonce) {
    const int row = rowOfNonce(nonce);
    if (row >= 0) {
        remove(row);
    }
}

void ChatModel::appendNotice(const QString& told, const QDateTime& now) { push(noticeOf(told, now)); }

void ChatModel::edit(const wire::ChatMessage& message) {
    const int row = rowOf(message.id);
    if (row < 0 || line(row).state == ChatLine::State::Deleted) {
        return;
    }
    ChatLine& old = lines_[static_cast<std::size_t>(row)];
    ChatLine edited = lineOf(message, ownName_);
    edited.isEdited = true;
    edited.isFirstUnread = old.isFirstUnread;
    old = std::move(edited);
    changed(row);
}

template <typename Matches>
void ChatModel::markAll(const QString& by, const Matches& matches) {
    for (int row = 0; row < rowCount(); ++row) {
        ChatLine& line = lines_[static_cast<std::size_t>(row)];
        bool isChanged = false;
        if (isMessage(line) && matches(line.id, line.author) && line.state != ChatLine::State::Deleted) {
            line.nonce.clear();  // its message comes no more, or too late
            line.state = ChatLine::State::Deleted;
            line.deletedBy = by;
            isChanged = true;
        }
        if (line.quote && !line.quote->text.isEmpty() && matches(line.quote->id, line.quote->author)) {
            line.quote->text.clear();
            isChanged = true;
        }
        if (isChanged) {
            changed(row);
        }
    }
}

void ChatModel::markDeleted(const MessageId& id, const QString& by) {
    markAll(by, [&id](const MessageId& each, const QString&) { return each == id; });
}

void ChatModel::markDeletedOf(const QString& author, const QString& by) {
    markAll(by, [&author](const MessageId&, const QString& each) { return isSame(each, author); });
}

void ChatModel::clear() {
    beginResetModel();
    lines_.clear();
    unreadSerial_.reset();
    nextIsUnread_ = false;
    reindex(0);
    endResetModel();
}

void ChatModel::beginUnread() {
    endUnread();
    nextIsUnread_ = true;
}

void ChatModel::endUnread() {
    nextIsUnread_ = false;
    if (const auto serial = std::exchange(unreadSerial_, std::nullopt)) {
        const auto row = static_cast<int>(*serial - firstSerial_);
        if (row >= 0 && row < rowCount()) {
            lines_[static_cast<std::size_t>(row)].isFirstUnread = false;
            changed(row);
        }
    }
}

void ChatModel::push(ChatLine line) {
    if (rowCount() >= kMostLines) {
        remove(0);
    }
    const int row = rowCount();
    const auto serial = firstSerial_ + row;
    if (nextIsUnread_ && !line.isOwn) {
        nextIsUnread_ = false;
        line.isFirstUnread = true;
        unreadSerial_ = serial;
    }
    if (isMessage(line)) {
        serialOf_.insert(keyOf(line.id), serial);
    }
    beginInsertRows({}, row, row);
    lines_.push_back(std::move(line));
    endInsertRows();
}

void ChatModel::remove(int row) {
    beginRemoveRows({}, row, row);
    const auto gone = lines_.begin() + row;
    serialOf_.remove(keyOf(gone->id));
    if (unreadSerial_ && *unreadSerial_ == firstSerial_ + row) {
        unreadSerial_.reset();
    } else if (unreadSerial_ && row > 0 && *unreadSerial_ > firstSerial_ + row) {
        --*unreadSerial_;
    }
    lines_.erase(gone);
    if (row == 0) {
        ++firstSerial_;
    } else {
        reindex(row);
    }
    endRemoveRows();
}

/// The serial numbers of the lines from a row on, after those before it have changed.
void ChatModel::reindex(int fromRow) {
    if (fromRow == 0) {
        serialOf_.clear();
    }
    for (int row = fromRow; row < rowCount(); ++row) {
        const ChatLine& each = line(row);
        if (isMessage(each)) {
            serialOf_.insert(keyOf(each.id), firstSerial_ + row);
        }
    }
}

int ChatModel::rowOf(const MessageId& id) const {
    const auto found = serialOf_.constFind(keyOf(id));
    return found == serialOf_.constEnd() ? -1 : static_cast<int>(*found - firstSerial_);
}

int ChatModel::rowOfNonce(const QString& nonce) const {
    const auto found = std::find_if(lines_.rbegin(), lines_.rend(),
                                    [&nonce](const ChatLine& line) { return line.nonce == nonce; });
    return found == lines_.rend() ? -1 : static_cast<int>(lines_.rend() - found) - 1;
}

void ChatModel::changed(int row) {
    const QModelIndex where = index(row);
    Q_EMIT dataChanged(where, where);
}

int ChatModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant ChatModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ChatLine& shown = line(index.row());
    switch (role) {
        case Author:
            return shown.author;
        case Qt::DisplayRole:
        case Text:
            return shown.text;
        case At:
            return shown.at;
        case Waiting:
            return shown.state == ChatLine::State::Waiting;
        case Problem:
            return shown.problem;
        case Qt::AccessibleTextRole:
            return spokenLine(shown);
        default:
            return {};
    }
}

QHash<int, QByteArray> ChatModel::roleNames() const {
    return {{Author, "author"}, {Text, "text"}, {At, "at"}, {Waiting, "waiting"}, {Problem, "problem"}};
}

}  // namespace footlight::chatui
