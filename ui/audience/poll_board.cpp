#include "ui/audience/poll_board.h"

#include <QCoreApplication>
#include <algorithm>

namespace footlight::audience {
namespace {

constexpr int kLongestQuestion = 200;
constexpr int kLongestOption = 80;

QString say(const char* text) { return QCoreApplication::translate("PollDraft", text); }

}  // namespace

QString PollDraft::problem() const {
    const auto holdsMark = [](const QString& text) { return text.contains(QLatin1Char('|')); };
    if (question.trimmed().isEmpty()) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "Write the question first."));
    }
    if (question.size() > kLongestQuestion) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "The question is too long: at most 200 characters."));
    }
    if (options.size() < kLeastOptions ||
        std::any_of(options.begin(), options.end(),
                    [](const QString& each) { return each.trimmed().isEmpty(); })) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "Write at least two choices, and leave none empty."));
    }
    if (std::any_of(options.begin(), options.end(),
                    [](const QString& each) { return each.size() > kLongestOption; })) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "A choice is too long: at most 80 characters."));
    }
    if (holdsMark(question) || std::any_of(options.begin(), options.end(), holdsMark)) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "The sign | separates choices and cannot be part of one."));
    }
    QStringList different;
    for (const QString& each : options) {
        different.append(each.trimmed().toCaseFolded());
    }
    if (different.removeDuplicates() > 0) {
        return say(QT_TRANSLATE_NOOP("PollDraft", "Two choices are the same."));
    }
    return {};
}

QString PollDraft::command() const {
    QStringList parts{question.trimmed()};
    for (int i = 0; i < options.size(); ++i) {
        parts.append((right == i ? QStringLiteral("*") : QString()) + options[i].trimmed());
    }
    return QStringLiteral("%1 %2s %3")
        .arg(right ? QStringLiteral("/quiz") : QStringLiteral("/poll"))
        .arg(time.count())
        .arg(parts.join(QStringLiteral(" | ")));
}

PollBoard::PollBoard(RoomLink& link, QObject* parent) : QObject(parent), link_(link) {
    connect(&link_, &RoomLink::entered, this, [this] {
        poll_.reset();
        voted_.reset();
        isVoting_ = false;
        Q_EMIT changed();
    });
    connect(&link_, &RoomLink::joined, this, [this](const wire::Joined& joined) {
        if (joined.poll) {
            take(*joined.poll);
            voted_ = joined.voted;
        } else if (isOpen()) {
            poll_.reset();  // it has ended while we were away
        }
        isVoting_ = false;
        Q_EMIT changed();
    });
    connect(&link_, &RoomLink::selfChanged, this, &PollBoard::changed);
    connect(&link_.relay().live(), &client::LiveSocket::pollChanged, this,
            [this](const wire::PollChanged& told) {
                if (link_.isHere(told.channel)) {
                    take(told.poll);
                    Q_EMIT changed();
                }
            });
}

void PollBoard::take(const wire::Poll& poll) {
    if (!poll_ || poll_->id != poll.id) {
        voted_.reset();
        isVoting_ = false;
    }
    poll_ = poll;
}

std::int64_t PollBoard::votes() const {
    std::int64_t sum = 0;
    if (poll_) {
        for (const auto& option : poll_->options) {
            sum += option.votes;
        }
    }
    return sum;
}

std::chrono::milliseconds PollBoard::left() const {
    return isOpen() ? std::max(poll_->endsAt - link_.relayNow(), std::chrono::milliseconds{0})
                    : std::chrono::milliseconds{0};
}

void PollBoard::vote(std::int64_t option) {
    const bool isChoice =
        isOpen() && option >= 0 && option < static_cast<std::int64_t>(poll_->options.size());
    if (!isChoice || voted_ || isVoting_) {
        return;
    }
    isVoting_ = true;
    link_.ask(wire::Vote{{}, poll_->id, option},
              [this, option, id = poll_->id](const QString& problem, const QString&) {
                  isVoting_ = false;
                  if (problem.isEmpty() && poll_ && poll_->id == id) {
                      voted_ = option;
                      Q_EMIT changed();
                  }
                  answerOf(problem);
              });
}

void PollBoard::start(const PollDraft& draft) {
    if (const QString problem = draft.problem(); !problem.isEmpty()) {
        answerOf(problem);
        return;
    }
    link_.say(draft.command(), [this](const QString& problem, const QString&) {
        answerOf(problem);
        if (problem.isEmpty()) {
            Q_EMIT started();
        }
    });
}

void PollBoard::end() {
    link_.say(QStringLiteral("/poll end"),
              [this](const QString& problem, const QString&) { answerOf(problem); });
}

void PollBoard::answerOf(const QString& problem) {
    if (!problem.isEmpty()) {
        Q_EMIT refused(problem);
    }
}

}  // namespace footlight::audience
