#include "core/store/chat_writes.h"
#include "core/store/row.h"

namespace footlight::store {

void ChatWrites::operator()(const relay::PollStarted& started) {
    const auto& poll = started.poll;
    const auto id = poll.id.text();
    const auto channel = started.channel.text();
    const auto by = poll.by.user.text();
    int right = static_cast<int>(poll.right.value_or(0));
    auto hasRight = poll.right ? soci::i_ok : soci::i_null;
    const auto at = columnFrom(poll.at);
    const auto endsAt = columnFrom(poll.endsAt);
    sql_ << "INSERT INTO polls (id, channel_id, made_by, question, right_option, started_at, ends_at) "
            "VALUES (:id, :channel, :by, :question, :right, :at, :ends)",
        soci::use(id), soci::use(channel), soci::use(by), soci::use(poll.question),
        soci::use(right, hasRight), soci::use(at), soci::use(endsAt);
    for (std::size_t i = 0; i < poll.options.size(); ++i) {
        const auto number = static_cast<int>(i);
        sql_ << "INSERT INTO poll_options (poll_id, number, text) VALUES (:poll, :number, :text)",
            soci::use(id), soci::use(number), soci::use(poll.options[i]);
    }
}

void ChatWrites::operator()(const relay::VoteCast& cast) {
    const auto poll = cast.poll.text();
    const auto user = cast.user.text();
    const auto number = static_cast<int>(cast.option);
    const auto at = columnFrom(cast.at);
    sql_ << "INSERT INTO poll_votes (poll_id, user_id, number, cast_at) VALUES (:poll, :user, :number, :at)",
        soci::use(poll), soci::use(user), soci::use(number), soci::use(at);
}

void ChatWrites::operator()(const relay::PollClosed& closed) {
    const auto poll = closed.poll.text();
    const auto at = columnFrom(closed.at);
    sql_ << "UPDATE polls SET closed_at = :at WHERE id = :poll", soci::use(at), soci::use(poll);
}

void ChatWrites::operator()(const relay::QuestionPut& put) {
    const auto& question = put.question;
    const auto id = question.id.text();
    const auto channel = put.channel.text();
    const auto user = question.person.user.text();
    const auto at = columnFrom(question.at);
    sql_ << "INSERT INTO questions (id, channel_id, user_id, text, asked_at) "
            "VALUES (:id, :channel, :user, :text, :at)",
        soci::use(id), soci::use(channel), soci::use(user), soci::use(question.text), soci::use(at);
}

void ChatWrites::operator()(const relay::QuestionVoted& voted) {
    const auto question = voted.question.text();
    const auto user = voted.user.text();
    sql_ << "INSERT INTO question_votes (question_id, user_id) VALUES (:question, :user)",
        soci::use(question), soci::use(user);
}

void ChatWrites::operator()(const relay::QuestionAnswered& answered) {
    const auto question = answered.question.text();
    const auto at = columnFrom(answered.at);
    sql_ << "UPDATE questions SET answered_at = :at WHERE id = :question", soci::use(at), soci::use(question);
}

}  // namespace footlight::store
