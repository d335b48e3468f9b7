#pragma once

#include <vector>

#include "ui/audience/room_link.h"

namespace footlight::audience {

/// Who wants to speak, in the order of their asking. The RoomLink outlives it.
class HandQueue final : public QObject {
    Q_OBJECT
public:
    explicit HandQueue(RoomLink& link, QObject* parent = nullptr);

    [[nodiscard]] const std::vector<wire::User>& hands() const { return hands_; }
    /// Our own place, from 1 on; 0 while our hand is down.
    [[nodiscard]] int ownPlace() const;
    [[nodiscard]] bool mayCall() const { return link_.moderates(); }
    [[nodiscard]] bool mayRaise() const { return link_.self().has_value(); }

    void raise(bool isUp);
    /// Somebody else's, by moderators.
    void lower(const QString& name);
    /// Tells in the chat whose turn it is, and takes the hand down.
    void call(const QString& name);

Q_SIGNALS:
    void changed();
    void refused(const QString& sentence);

private:
    void set(std::vector<wire::User> hands);
    void answerOf(const QString& problem);

    RoomLink& link_;
    std::vector<wire::User> hands_;
};

}  // namespace footlight::audience
