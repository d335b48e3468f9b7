#include "ui/audience/poll_card.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

#include "ui/audience/poll_board.h"
#include "ui/audience/poll_option_button.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr std::chrono::milliseconds kPulse{250};
constexpr int kKeys = 9;

}  // namespace

PollCard::PollCard(PollBoard& board, Kind kind, QWidget* parent)
    : QFrame(parent),
      board_(board),
      kind_(kind),
      kindName_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::DemiBold, this)),
      left_(new widgets::FigureLabel(theme::TextRole::Caption, this)),
      close_(new QToolButton(this)),
      question_(new widgets::TextLabel({}, theme::TextRole::Body, QFont::DemiBold, this)),
      options_(new QVBoxLayout),
      total_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      end_(new QPushButton(tr("End now"), this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setProperty("surface", QStringLiteral("card"));
    question_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    options_->setSpacing(theme::kGap4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap8);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(makeHead());
    layout->addWidget(question_);
    layout->addLayout(options_);
    layout->addWidget(problem_);
    layout->addWidget(makeFoot());
    pulse_.setInterval(kPulse);
    connect(&pulse_, &QTimer::timeout, this, &PollCard::showTime);
    connect(&board_, &PollBoard::changed, this, &PollCard::showPoll);
    connect(&board_, &PollBoard::refused, this, &PollCard::showProblem);
    showPoll();
}

QWidget* PollCard::makeHead() {
    auto* head = new QWidget(this);
    kindName_->setSecondary();
    left_->setAccessibleName(tr("Time left"));
    close_->setProperty("tone", QStringLiteral("icon"));
    close_->setIcon(theme::icon(QStringLiteral("close")));
    close_->setAccessibleName(tr("Close the poll's card"));
    close_->setToolTip(tr("Close"));
    connect(close_, &QToolButton::clicked, this, &PollCard::dismiss);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(new widgets::IconView(QStringLiteral("poll"), theme::IconTone::Accent, head));
    row->addWidget(kindName_, 1);
    row->addWidget(left_);
    row->addWidget(close_);
    return head;
}

QWidget* PollCard::makeFoot() {
    auto* foot = new QWidget(this);
    total_->setSecondary();
    total_->setFit(widgets::TextLabel::Fit::Elide);
    end_->setProperty("tone", QStringLiteral("quiet"));
    end_->setAccessibleName(tr("End the poll now"));
    connect(end_, &QPushButton::clicked, &board_, &PollBoard::end);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(total_, 1);
    row->addWidget(end_);
    return foot;
}

void PollCard::addKeysTo(QWidget& page) {
    for (int i = 0; i < kKeys; ++i) {
        auto* key = new QShortcut(QKeySequence(Qt::Key_1 + i), &page);
        connect(key, &QShortcut::activated, &board_, [this, i] { board_.vote(i); });
        keys_.append(key);
    }
    showPoll();
}

void PollCard::showPoll() {
    const auto& poll = board_.poll();
    const bool isShown = poll && dismissed_ != poll->id;
    setVisible(isShown);
    const bool mayVote = isShown && poll->open && !board_.voted();
    for (QShortcut* key : std::as_const(keys_)) {
        key->setEnabled(mayVote);
    }
    if (!isShown) {
        shown_.reset();
        pulse_.stop();
        return;
    }
    if (shown_ != poll->id) {
        shown_ = poll->id;
        problem_->hide();
    }
    kindName_->setText(poll->isQuiz ? tr("Quiz by %1").arg(QString::fromStdString(poll->by.name))
                                    : tr("Poll by %1").arg(QString::fromStdString(poll->by.name)));
    question_->setText(QString::fromStdString(poll->question));
    setAccessibleName(question_->text());
    end_->setVisible(kind_ == Kind::Maker && poll->open && board_.mayMake());
    showOptions();
    showTime();
    if (poll->open) {
        pulse_.start();
    } else {
        pulse_.stop();
    }
    updateGeometry();
}

void PollCard::showOptions() {
    const auto& poll = *board_.poll();
    const auto count = static_cast<qsizetype>(poll.options.size());
    while (buttons_.size() > count) {
        delete buttons_.takeLast();
    }
    while (buttons_.size() < count) {
        const int index = static_cast<int>(buttons_.size());
        auto* button = new PollOptionButton(index + 1, this);
        connect(button, &PollOptionButton::clicked, &board_, [this, index] { board_.vote(index); });
        options_->addWidget(button);
        buttons_.append(button);
    }
    const auto votes = board_.votes();
    for (qsizetype i = 0; i < count; ++i) {
        const auto& option = poll.options[static_cast<std::size_t>(i)];
        buttons_[i]->show({QString::fromStdString(option.text), option.votes, votes, board_.voted() == i,
                           poll.right == i, poll.open && !board_.voted()});
    }
    const QString sum = tr("%n votes", nullptr, static_cast<int>(votes));
    if (!poll.open) {
        total_->setText(tr("Closed, %1").arg(sum));
    } else {
        total_->setText(
            board_.voted() || keys_.isEmpty() ? sum : tr("%1. Click or press 1 to %2").arg(sum).arg(count));
    }
}

void PollCard::showTime() {
    const bool isOpen = board_.isOpen();
    left_->setVisible(isOpen);
    if (isOpen) {
        left_->setText(models::clockText(std::chrono::ceil<std::chrono::seconds>(board_.left())));
    }
}

void PollCard::dismiss() {
    if (board_.poll()) {
        dismissed_ = board_.poll()->id;
    }
    showPoll();
}

void PollCard::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
}

}  // namespace footlight::audience
