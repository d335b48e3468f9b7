#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <deque>

#include "core/wire/chat.h"
#include "ui/chat/chat_line.h"

namespace footlight::chatui {

/// The last lines of one channel's chat, newest last: at most 1,000, the oldest go first. A line of one's own
/// stands there at once, as waiting, until the relay has it on disk or refuses it. Lives on the window's
/// thread.
class ChatModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Author = Qt::UserRole + 1, Text, At, Waiting, Problem };
    static constexpr int kMostLines = 1000;

    using QAbstractListModel::QAbstractListModel;

    /// Whose lines are our own, and whose mention concerns us, of those that are shown, too; empty for a
    /// guest.
    void setOwnName(const QString& name);
    [[nodiscard]] const QString& ownName() const { return ownName_; }

    /// Replaces what was shown; lines that wait or were refused stay at the end.
    void showHistory(const std::vector<wire::ChatMessage>& history);
    /// Says above it what is missing.
    void showHistoryBehindGap(const std::vector<wire::ChatMessage>& history, const QString& gap);
    /// A message with an id that is shown already is not shown twice; one of ours takes the place of its
    /// waiting line.
    void append(const wire::ChatMessage& message);
    void appendOwn(const QString& nonce, const QString& text, const QDateTime& now,
                   const std::optional<ChatLine::Quote>& quote = std::nullopt, bool isCommand = false);
    /// `id` is that of the message which the line has become.
    void acknowledge(const QString& nonce, const std::optional<MessageId>& id = std::nullopt);
    void refuse(const QString& nonce, const QString& reason);
    /// Takes a line off that has no message: one that was refused, or a command.
    void discard(const QString& nonce);
    /// What the room tells, not a person.
    void appendNotice(const QString& text, const QDateTime& now);

    void edit(const wire::ChatMessage& message);
    /// Quotes of the line lose its text, too.
    void markDeleted(const MessageId& id, const QString& by);
    void markDeletedOf(const QString& author, const QString& by);
    void clear();

    /// The next line is the first unread one.
    void beginUnread();
    /// No line is unread any more.
    void endUnread();
    [[nodiscard]] bool hasUnread() const { return unreadSerial_.has_value(); }

    [[nodiscard]] const ChatLine& line(int row) const { return lines_[static_cast<std::size_t>(row)]; }
    /// -1 where it is not shown.
    [[nodiscard]] int rowOf(const MessageId& id) const;
    [[nodiscard]] int rowOfNonce(const QString& nonce) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    void push(ChatLine line);
    void take(int row, ChatLine message);
    void remove(int row);
    void reindex(int fromRow);
    void changed(int row);
    template <typename Matches>
    void markAll(const QString& by, const Matches& matches);

    QString ownName_;
    std::deque<ChatLine> lines_;
    /// A line's serial number is that of the first line plus its row.
    qint64 firstSerial_ = 0;
    QHash<QByteArray, qint64> serialOf_;
    std::optional<qint64> unreadSerial_;
    bool nextIsUnread_ = false;
};

}  // namespace footlight::chatui
