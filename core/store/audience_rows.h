#pragma once

#include <string>

#include "core/chat/audience.h"

namespace soci {
class session;
}

namespace footlight::store {

/// What a room's audience begins with: the newest poll with its votes, and the questions that wait. What goes
/// wrong is thrown. One thread at a time; used by RoomRows.
class AudienceRows {
public:
    explicit AudienceRows(soci::session& sql) : sql_(sql) {}

    void load(const std::string& channel, chat::AudienceState& state);

private:
    void loadPoll(const std::string& channel, chat::AudienceState& state);
    void loadQuestions(const std::string& channel, chat::AudienceState& state);

    soci::session& sql_;
};

}  // namespace footlight::store
