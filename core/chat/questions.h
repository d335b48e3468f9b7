#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/result.h"
#include "core/chat/message.h"

namespace footlight {
using QuestionId = Id<struct QuestionTag>;
}

namespace footlight::chat {

/// Something that a viewer wants to know of those on stage.
struct Question {
    QuestionId id;
    Person person;
    std::string text;
    UtcTime at{};
    std::set<UserId> votes{};  ///< of those who want to know it too

    bool operator==(const Question&) const = default;
};

/// The questions of a room that wait for an answer. Owned by its room.
class Questions {
public:
    static constexpr std::size_t kOpen = 100;
    static constexpr std::size_t kOfOnePerson = 3;

    explicit Questions(std::vector<Question> open = {}) : open_(std::move(open)) {}

    /// The text as it would stand there; the errors of `ask`.
    [[nodiscard]] Result<std::string> check(UserId user, const std::string& text) const;
    /// Invalid (the text), Conflict (`question.too_many`).
    Result<Question> ask(const Person& person, const std::string& text, UtcTime now);
    /// NotFound (`question.unknown`), Conflict (`question.voted`).
    Result<> vote(UserId user, QuestionId question);
    /// The vote could not be kept: the same user may vote again.
    void takeBack(UserId user, QuestionId question);
    /// It was answered, or taken back: it leaves the list. NotFound.
    Result<Question> remove(QuestionId question);
    /// Takes out all of one person.
    std::vector<QuestionId> removeOf(UserId user);

    [[nodiscard]] const Question* find(QuestionId question) const;
    [[nodiscard]] const std::vector<Question>& open() const { return open_; }
    /// Those whose votes changed since the last call.
    std::map<QuestionId, std::int64_t> takeChangedVotes();

private:
    std::vector<Question> open_;
    std::set<QuestionId> changed_;
};

/// Who wants to speak, in the order of their asking. Owned by its room; kept nowhere else.
class Hands {
public:
    static constexpr std::size_t kMost = 100;

    /// Conflict (`hand.too_many`). Raising a raised hand changes nothing.
    Result<> raise(const Person& person);
    /// Whether it was up.
    bool lower(UserId user);
    [[nodiscard]] bool isRaised(UserId user) const;
    [[nodiscard]] const std::vector<Person>& raised() const { return raised_; }
    /// Whether they changed since the last call.
    bool takeChanged();

private:
    std::vector<Person> raised_;
    bool isChanged_ = false;
};

}  // namespace footlight::chat
