#pragma once

#include "ui/audience/attendee_model.h"
#include "ui/audience/hand_queue.h"
#include "ui/audience/poll_board.h"
#include "ui/audience/question_board.h"
#include "ui/audience/reaction_board.h"
#include "ui/audience/room_link.h"

namespace footlight::audience {

/// All that one room's audience does beside speaking, as a page shows it. The RelayClient outlives it.
struct Audience {
    explicit Audience(client::RelayClient& relay) : link(relay) {}

    RoomLink link;
    PollBoard polls{link};
    QuestionBoard questions{link};
    HandQueue hands{link};
    ReactionBoard reactions{link};
    AttendeeModel people{link};
};

}  // namespace footlight::audience
