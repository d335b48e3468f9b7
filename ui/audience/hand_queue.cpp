#include "ui/audience/hand_queue.h"

#include <algorithm>

namespace footlight::audience {

HandQueue::HandQueue(RoomLink& link, QObject* parent) : QObject(parent), link_(link) {
    connect(&link_, &RoomLink::entered, this, [this] { set({}); });
    connect(&link_, &RoomLink::joined, this, [this](const wire::Joined& joined) { set(joined.hands); });
    connect(&link_, &RoomLink::selfChanged, this, &HandQueue::changed);
    connect(&link_.relay().live(), &client::LiveSocket::handsChanged, this,
            [this](const wire::HandsChanged& told) {
                if (link_.isHere(told.channel)) {
                    set(told.hands);
                }
            });
}

int HandQueue::ownPlace() const {
    const auto self = link_.self();
    if (!self) {
        return 0;
    }
    const auto found =
        std::find_if(hands_.begin(), hands_.end(), [&self](const auto& each) { return each.id == self->id; });
    return found == hands_.end() ? 0 : static_cast<int>(found - hands_.begin()) + 1;
}

void HandQueue::raise(bool isUp) {
    link_.ask(wire::RaiseHand{{}, isUp},
              [this](const QString& problem, const QString&) { answerOf(problem); });
}

void HandQueue::lower(const QString& name) {
    link_.say(QStringLiteral("/lower %1").arg(name),
              [this](const QString& problem, const QString&) { answerOf(problem); });
}

void HandQueue::call(const QString& name) {
    link_.say(tr("@%1, it is your turn.").arg(name),
              [this](const QString& problem, const QString&) { answerOf(problem); });
    lower(name);
}

void HandQueue::set(std::vector<wire::User> hands) {
    hands_ = std::move(hands);
    Q_EMIT changed();
}

/// Also where it was done: a control that shows otherwise goes back.
void HandQueue::answerOf(const QString& problem) {
    if (!problem.isEmpty()) {
        Q_EMIT refused(problem);
        Q_EMIT changed();
    }
}

}  // namespace footlight::audience
