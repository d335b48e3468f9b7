#pragma once

#include <QAbstractListModel>
#include <vector>

#include "ui/audience/room_link.h"

namespace footlight::audience {

/// The questions of a room that wait for an answer, those with most votes first: at most 100, as the relay
/// keeps them. The RoomLink outlives it.
class QuestionBoard final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        Author = Qt::UserRole + 1,
        Text,
        Votes,
        IsOwn,
        IsVoted,  ///< by us, as far as we know since we came
    };

    explicit QuestionBoard(RoomLink& link, QObject* parent = nullptr);

    /// asked() or askRefused() tells, once.
    void ask(const QString& text);
    void upvote(int row);
    /// Answered, or put aside: by moderators, and by who asked.
    void close(int row);
    [[nodiscard]] bool mayClose(int row) const;
    static constexpr int kLongest = 200;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    /// A question of ours is on the list.
    void asked();
    /// Another room: what was asked is not answered any more.
    void entered();
    /// It is not; for people.
    void askRefused(const QString& sentence);
    void refused(const QString& sentence);
    /// Who may close what is different.
    void rightsChanged();

private:
    struct Item {
        wire::Question question;
        bool isVoted = false;
    };
    void wire();
    void showSelf();
    void replace(const std::vector<wire::Question>& questions);
    void insert(const wire::Question& question);
    void setVotes(QuestionId id, std::int64_t votes);
    void remove(QuestionId id);
    [[nodiscard]] bool isOwn(const Item& item) const;
    [[nodiscard]] int rowOf(QuestionId id) const;
    [[nodiscard]] int placeOf(const Item& item) const;

    RoomLink& link_;
    std::vector<Item> items_;
    std::optional<UserId> voter_;  ///< whose votes we know of
};

}  // namespace footlight::audience
