#include "core/chat/poll.h"

#include "core/chat/text.h"

namespace footlight::chat {
namespace {

Result<> clean(PollRequest& request) {
    auto question = cleanQuestion(request.question);
    if (!question) {
        return fail(std::move(question.error()));
    }
    request.question = std::move(*question);
    for (auto& option : request.options) {
        auto text = cleanOption(option);
        if (!text) {
            return fail(std::move(text.error()));
        }
        option = std::move(*text);
    }
    return {};
}

}  // namespace

void PollBox::restore(Poll poll, std::map<UserId, std::size_t> votes) {
    counts_.assign(poll.options.size(), 0);
    for (const auto& [user, option] : votes) {
        ++counts_.at(option);
    }
    poll_ = std::move(poll);
    votes_ = std::move(votes);
}

Result<Poll> PollBox::start(const Person& by, PollRequest request, UtcTime now) {
    if (poll_ && poll_->isOpen) {
        return fail(ErrorCategory::Conflict, "poll.open",
                    "A poll is open already. Write /poll end to close it first.");
    }
    if (const auto good = clean(request); !good) {
        return fail(good.error());
    }
    restore({PollId::make(now), by, std::move(request.question), std::move(request.options), request.right,
             now, now + request.time},
            {});
    return *poll_;
}

Result<> PollBox::vote(UserId user, PollId poll, std::int64_t option, UtcTime now) {
    if (!poll_ || poll_->id != poll) {
        return fail(ErrorCategory::NotFound, "poll.unknown", "There is no such poll in this channel.");
    }
    if (!poll_->isOpen || now >= poll_->endsAt) {
        return fail(ErrorCategory::Conflict, "poll.over", "That poll is over.");
    }
    if (option < 0 || option >= static_cast<std::int64_t>(poll_->options.size())) {
        return fail(ErrorCategory::Invalid, "poll.option",
                    "`option` must be a whole number from 0 to " + std::to_string(poll_->options.size() - 1));
    }
    const auto choice = static_cast<std::size_t>(option);
    if (!votes_.try_emplace(user, choice).second) {
        return fail(ErrorCategory::Conflict, "poll.voted", "You have voted in that poll already.");
    }
    ++counts_[choice];
    return {};
}

void PollBox::takeBack(UserId user, PollId poll) {
    const auto cast = votes_.find(user);
    if (poll_ && poll_->id == poll && cast != votes_.end()) {
        --counts_[cast->second];
        votes_.erase(cast);
    }
}

Result<Poll> PollBox::close() {
    if (!poll_ || !poll_->isOpen) {
        return fail(ErrorCategory::NotFound, "poll.none", "No poll is open.");
    }
    poll_->isOpen = false;
    return *poll_;
}

std::optional<std::size_t> PollBox::voteOf(UserId user) const {
    const auto found = votes_.find(user);
    return found == votes_.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace footlight::chat
