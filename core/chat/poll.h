#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight {
using PollId = Id<struct PollTag>;
}

namespace footlight::chat {

/// A question with choices; a quiz where one of them is right.
struct Poll {
    PollId id;
    Person by;
    std::string question;
    std::vector<std::string> options;
    std::optional<std::size_t> right{};  ///< told when it is over
    UtcTime at{};
    UtcTime endsAt{};
    bool isOpen = true;

    bool operator==(const Poll&) const = default;
};

/// What a moderator asks for.
struct PollRequest {
    static constexpr std::size_t kLeastOptions = 2;
    static constexpr std::size_t kMostOptions = 10;
    static constexpr std::chrono::seconds kShortest{10};
    static constexpr std::chrono::seconds kLongest{std::chrono::hours{24}};

    std::string question;
    std::vector<std::string> options;
    std::optional<std::size_t> right{};
    std::chrono::seconds time{std::chrono::minutes{2}};
};

/// The poll of a room: one at a time, one vote a member, closed by its timer or by a moderator. Owned by its
/// room.
class PollBox {
public:
    /// `votes` are those that were cast before, by whom for which choice.
    void restore(Poll poll, std::map<UserId, std::size_t> votes);

    /// Conflict (`poll.open`) while one is open, Invalid for its texts.
    Result<Poll> start(const Person& by, PollRequest request, UtcTime now);
    /// NotFound (`poll.unknown`), Conflict (`poll.over`, `poll.voted`), Invalid (`poll.option`).
    Result<> vote(UserId user, PollId poll, std::int64_t option, UtcTime now);
    /// The vote could not be kept: the same user may vote again.
    void takeBack(UserId user, PollId poll);
    /// NotFound (`poll.none`) where none is open.
    Result<Poll> close();

    /// The newest; null where there was none since the room was opened.
    [[nodiscard]] const Poll* current() const { return poll_ ? &*poll_ : nullptr; }
    [[nodiscard]] bool isDue(UtcTime now) const { return poll_ && poll_->isOpen && now >= poll_->endsAt; }
    /// How many voted for each choice.
    [[nodiscard]] const std::vector<std::int64_t>& counts() const { return counts_; }
    [[nodiscard]] std::optional<std::size_t> voteOf(UserId user) const;

private:
    std::optional<Poll> poll_;
    std::map<UserId, std::size_t> votes_;
    std::vector<std::int64_t> counts_;
};

}  // namespace footlight::chat
