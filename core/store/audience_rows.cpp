#include "core/store/audience_rows.h"

#include "core/store/row.h"

namespace footlight::store {

void AudienceRows::load(const std::string& channel, chat::AudienceState& state) {
    loadPoll(channel, state);
    loadQuestions(channel, state);
}

void AudienceRows::loadPoll(const std::string& channel, chat::AudienceState& state) {
    std::string id;
    std::string user;
    std::string name;
    std::string question;
    int right = -1;
    long long at = 0;
    long long endsAt = 0;
    long long closedAt = 0;
    sql_ << "SELECT polls.id, users.id, users.name, polls.question, COALESCE(polls.right_option, -1), "
            "polls.started_at, polls.ends_at, COALESCE(polls.closed_at, 0) FROM polls "
            "JOIN users ON users.id = polls.made_by WHERE polls.channel_id = :channel "
            "ORDER BY polls.id DESC LIMIT 1",
        soci::use(channel), soci::into(id), soci::into(user), soci::into(name), soci::into(question),
        soci::into(right), soci::into(at), soci::into(endsAt), soci::into(closedAt);
    if (!sql_.got_data()) {
        return;
    }
    chat::Poll poll{idFrom<PollId>(id), {idFrom<UserId>(user), name}, question, {}};
    if (right >= 0) {
        poll.right = static_cast<std::size_t>(right);
    }
    poll.at = utcFromMilliseconds(at);
    poll.endsAt = utcFromMilliseconds(endsAt);
    poll.isOpen = closedAt == 0;
    std::string text;
    soci::statement options =
        (sql_.prepare << "SELECT text FROM poll_options WHERE poll_id = :poll ORDER BY number", soci::use(id),
         soci::into(text));
    options.execute();
    while (options.fetch()) {
        poll.options.push_back(text);
    }
    int number = 0;
    soci::statement votes = (sql_.prepare << "SELECT user_id, number FROM poll_votes WHERE poll_id = :poll",
                             soci::use(id), soci::into(user), soci::into(number));
    votes.execute();
    while (votes.fetch()) {
        if (number >= 0 && static_cast<std::size_t>(number) < poll.options.size()) {
            state.votes[idFrom<UserId>(user)] = static_cast<std::size_t>(number);
        }
    }
    state.poll = std::move(poll);
}

void AudienceRows::loadQuestions(const std::string& channel, chat::AudienceState& state) {
    const auto most = static_cast<int>(chat::Questions::kOpen);
    std::string id;
    std::string user;
    std::string name;
    std::string text;
    long long at = 0;
    soci::statement select =
        (sql_.prepare << "SELECT questions.id, users.id, users.name, questions.text, questions.asked_at "
                         "FROM questions JOIN users ON users.id = questions.user_id "
                         "WHERE questions.channel_id = :channel AND questions.answered_at IS NULL "
                         "ORDER BY questions.id LIMIT :most",
         soci::use(channel), soci::use(most), soci::into(id), soci::into(user), soci::into(name),
         soci::into(text), soci::into(at));
    select.execute();
    while (select.fetch()) {
        state.questions.push_back(
            {idFrom<QuestionId>(id), {idFrom<UserId>(user), name}, text, utcFromMilliseconds(at)});
    }
    soci::statement votes =
        (sql_.prepare << "SELECT user_id FROM question_votes WHERE question_id = :question", soci::use(id),
         soci::into(user));
    for (auto& question : state.questions) {
        id = question.id.text();
        votes.execute();
        while (votes.fetch()) {
            question.votes.insert(idFrom<UserId>(user));
        }
    }
}

}  // namespace footlight::store
