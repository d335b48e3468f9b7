#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <deque>

#include "core/wire/socket.h"

namespace footlight::chatui {

/// The last lines of one channel's chat, newest last: at most 500, the oldest go first. A line of one's own
/// stands there at once, as waiting, until the relay has it on disk or refuses it. Lives on the window's
/// thread.
class ChatModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { Author = Qt::UserRole + 1, Text, At, Waiting, Problem };
    static constexpr int kMostLines = 500;

    using QAbstractListModel::QAbstractListModel;

    /// Replaces what was shown; lines that still wait stay at the end.
    void showHistory(const std::vector<wire::ChatMessage>& history);
    /// A message with an id that is shown already is not shown twice; one of ours takes the place of its
    /// waiting line.
    void append(const wire::ChatMessage& message);
    void appendOwn(const QString& nonce, const QString& author, const QString& text, const QDateTime& now);
    void acknowledge(const QString& nonce);
    void refuse(const QString& nonce, const QString& reason);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Line {
        MessageId id;
        QString nonce;  ///< of a line of our own that is not confirmed, or whose echo has not come
        QString author;
        QString text;
        QDateTime at;
        bool waiting = false;
        QString problem;
    };

    void push(Line line);
    static Line lineOf(const wire::ChatMessage& message);
    [[nodiscard]] int rowOfNonce(const QString& nonce) const;
    void changed(int row);

    std::deque<Line> lines_;
};

}  // namespace footlight::chatui
