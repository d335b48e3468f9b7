#pragma once

#include <QTimer>
#include <map>
#include <optional>
#include <vector>

#include "ui/audience/room_link.h"
#include "ui/models/keyed_list_model.h"

namespace footlight::audience {

/// Who is in a room, by role and name, at most 500 of them; guests are a number. Asked for while it is looked
/// at, and kept true by what the relay tells. The RoomLink outlives it.
class AttendeeModel final : public models::KeyedListModel {
    Q_OBJECT
public:
    enum Role {
        IsHeading = Qt::UserRole + 1,  ///< of a group of roles
        Doing,                         ///< what they do, for people
    };
    static constexpr std::size_t kMost = 500;

    explicit AttendeeModel(RoomLink& link, QObject* parent = nullptr);

    /// While false nothing is asked for.
    void setLooked(bool isLooked);
    /// Part of a name; empty shows everybody.
    void setFilter(const QString& text);

    [[nodiscard]] std::optional<qint64> viewers() const { return viewers_; }
    [[nodiscard]] qint64 guests() const { return guests_; }
    [[nodiscard]] std::size_t people() const { return people_.size(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    /// viewers(), guests() or people().
    void figuresChanged();
    /// The list could not be fetched; for people.
    void refused(const QString& sentence);

private:
    struct Row {
        QString heading{};  ///< not empty: no person
        int group = 0;      ///< of a role, the first first
        wire::Attendee person{};

        bool operator==(const Row&) const = default;
    };
    void wire();
    void forget();
    void fetch();
    void fetchPage(const QString& after, std::map<UserId, wire::Attendee> soFar);
    void take(const wire::Presence& told);
    void layOut();

    RoomLink& link_;
    bool isLooked_ = false;
    bool isFetching_ = false;
    QString filter_;
    std::map<UserId, wire::Attendee> people_;
    std::vector<Row> rows_;
    std::optional<qint64> viewers_;
    qint64 guests_ = 0;
    int room_ = 0;
    QTimer refresh_;
};

}  // namespace footlight::audience
