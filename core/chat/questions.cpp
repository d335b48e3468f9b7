#include "core/chat/questions.h"

#include <algorithm>
#include <utility>

#include "core/chat/text.h"

namespace footlight::chat {
namespace {

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "question.unknown",
                "There is no such question in this channel, or it is answered.");
}

}  // namespace

Result<std::string> Questions::check(UserId user, const std::string& text) const {
    auto clean = cleanQuestion(text);
    if (!clean) {
        return clean;
    }
    const auto own = std::ranges::count_if(
        open_, [user](const Question& question) { return question.person.user == user; });
    if (static_cast<std::size_t>(own) >= kOfOnePerson) {
        return fail(ErrorCategory::Conflict, "question.too_many",
                    "At most 3 questions of yours wait at a time.");
    }
    if (open_.size() >= kOpen) {
        return fail(ErrorCategory::Conflict, "question.too_many",
                    "A hundred questions wait already. Vote for one of them.");
    }
    return clean;
}

Result<Question> Questions::ask(const Person& person, const std::string& text, UtcTime now) {
    auto clean = check(person.user, text);
    if (!clean) {
        return fail(std::move(clean.error()));
    }
    open_.push_back({QuestionId::make(now), person, std::move(*clean), now});
    return open_.back();
}

const Question* Questions::find(QuestionId question) const {
    const auto found = std::ranges::find(open_, question, &Question::id);
    return found == open_.end() ? nullptr : &*found;
}

Result<> Questions::vote(UserId user, QuestionId question) {
    const auto found = std::ranges::find(open_, question, &Question::id);
    if (found == open_.end()) {
        return unknown();
    }
    if (found->person.user == user || !found->votes.insert(user).second) {
        return fail(
            ErrorCategory::Conflict, "question.voted",
            found->person.user == user ? "That question is yours." : "You have voted for it already.");
    }
    changed_.insert(question);
    return {};
}

void Questions::takeBack(UserId user, QuestionId question) {
    const auto found = std::ranges::find(open_, question, &Question::id);
    if (found != open_.end() && found->votes.erase(user) != 0) {
        changed_.insert(question);
    }
}

Result<Question> Questions::remove(QuestionId question) {
    const auto found = std::ranges::find(open_, question, &Question::id);
    if (found == open_.end()) {
        return unknown();
    }
    auto removed = std::move(*found);
    open_.erase(found);
    changed_.erase(question);
    return removed;
}

std::vector<QuestionId> Questions::removeOf(UserId user) {
    std::vector<QuestionId> removed;
    for (const auto& question : open_) {
        if (question.person.user == user) {
            removed.push_back(question.id);
        }
    }
    for (const auto id : removed) {
        static_cast<void>(remove(id));
    }
    return removed;
}

std::map<QuestionId, std::int64_t> Questions::takeChangedVotes() {
    std::map<QuestionId, std::int64_t> votes;
    for (const auto id : std::exchange(changed_, {})) {
        votes[id] = static_cast<std::int64_t>(find(id)->votes.size());
    }
    return votes;
}

Result<> Hands::raise(const Person& person) {
    if (std::ranges::find(raised_, person.user, &Person::user) != raised_.end()) {
        return {};
    }
    if (raised_.size() >= kMost) {
        return fail(ErrorCategory::Conflict, "hand.too_many",
                    "A hundred hands are up already; try again later.");
    }
    raised_.push_back(person);
    isChanged_ = true;
    return {};
}

bool Hands::isRaised(UserId user) const {
    return std::ranges::find(raised_, user, &Person::user) != raised_.end();
}

bool Hands::lower(UserId user) {
    const bool wasUp =
        std::erase_if(raised_, [user](const Person& person) { return person.user == user; }) != 0;
    isChanged_ = isChanged_ || wasUp;
    return wasUp;
}

bool Hands::takeChanged() { return std::exchange(isChanged_, false); }

}  // namespace footlight::chat
