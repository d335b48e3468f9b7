#include "ui/audience/poll_maker.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr int kLongestQuestion = 200;
constexpr int kLongestChoice = 80;
constexpr int kUsualTime = 3;

}  // namespace

PollMaker::PollMaker(PollBoard& board, QWidget* parent)
    : QWidget(parent),
      board_(board),
      question_(new QLineEdit(this)),
      choices_(new QVBoxLayout),
      add_(new QPushButton(theme::icon(QStringLiteral("add")), tr("Add a choice"), this)),
      time_(new QComboBox(this)),
      quiz_(new QCheckBox(tr("Quiz: one choice is right"), this)),
      start_(new QPushButton(tr("Start the poll"), this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    question_->setPlaceholderText(tr("What do you ask?"));
    question_->setAccessibleName(tr("Question of the poll"));
    question_->setMaxLength(kLongestQuestion);
    choices_->setSpacing(theme::kGap4);
    add_->setProperty("tone", QStringLiteral("quiet"));
    start_->setProperty("tone", QStringLiteral("primary"));
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap8);
    layout->addWidget(question_);
    layout->addLayout(choices_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    layout->addWidget(makeTerms());
    layout->addWidget(problem_);
    layout->addWidget(start_);
    layout->addStretch(1);
    addChoice();
    addChoice();
    connect(add_, &QPushButton::clicked, this, [this] {
        addChoice();
        lines_.last().text->setFocus();
    });
    connect(quiz_, &QCheckBox::toggled, this, &PollMaker::showQuiz);
    connect(start_, &QPushButton::clicked, this, &PollMaker::start);
    connect(&board_, &PollBoard::started, this, &PollMaker::begin);
    connect(&board_, &PollBoard::refused, this, [this](const QString& sentence) {
        problem_->setText(sentence);
        problem_->show();
    });
    showQuiz();
}

QWidget* PollMaker::makeTerms() {
    auto* terms = new QWidget(this);
    for (const int seconds : {15, 30, 60, 120, 300, 600}) {
        time_->addItem(
            seconds < 60 ? tr("%n seconds", nullptr, seconds) : tr("%n minutes", nullptr, seconds / 60),
            seconds);
    }
    time_->setCurrentIndex(kUsualTime);
    time_->setAccessibleName(tr("How long the poll is open"));
    auto* column = new QVBoxLayout(terms);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap4);
    column->addWidget(quiz_);
    column->addWidget(time_);
    return terms;
}

void PollMaker::addChoice() {
    if (lines_.size() >= PollDraft::kMostOptions) {
        return;
    }
    const auto number = lines_.size() + 1;
    Choice choice;
    choice.line = new QWidget(this);
    choice.right = new QRadioButton(choice.line);
    choice.right->setAccessibleName(tr("Choice %1 is right").arg(number));
    choice.right->setToolTip(choice.right->accessibleName());
    choice.text = new QLineEdit(choice.line);
    choice.text->setMaxLength(kLongestChoice);
    choice.text->setPlaceholderText(tr("Choice %1").arg(number));
    choice.text->setAccessibleName(tr("Choice %1").arg(number));
    auto* row = new QHBoxLayout(choice.line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(choice.right);
    row->addWidget(choice.text, 1);
    choices_->addWidget(choice.line);
    // One button group for all: their lines are different parents.
    choice.right->setAutoExclusive(false);
    connect(choice.right, &QRadioButton::clicked, this, [this, line = choice.line] {
        for (const Choice& each : std::as_const(lines_)) {
            each.right->setChecked(each.line == line);
        }
    });
    connect(choice.text, &QLineEdit::returnPressed, this, &PollMaker::start);
    lines_.append(choice);
    add_->setVisible(lines_.size() < PollDraft::kMostOptions);
    showQuiz();
}

void PollMaker::showQuiz() {
    for (const Choice& each : std::as_const(lines_)) {
        each.right->setVisible(quiz_->isChecked());
    }
    start_->setText(quiz_->isChecked() ? tr("Start the quiz") : tr("Start the poll"));
}

PollDraft PollMaker::draft() const {
    PollDraft draft;
    draft.question = question_->text();
    draft.time = std::chrono::seconds(time_->currentData().toInt());
    for (const Choice& each : lines_) {
        // Lines at the end that nothing was written in were not meant.
        draft.options.append(each.text->text());
        if (quiz_->isChecked() && each.right->isChecked()) {
            draft.right = static_cast<int>(draft.options.size()) - 1;
        }
    }
    while (draft.options.size() > PollDraft::kLeastOptions && draft.options.last().trimmed().isEmpty()) {
        draft.options.removeLast();
    }
    return draft;
}

void PollMaker::start() {
    problem_->hide();
    const PollDraft made = draft();
    if (quiz_->isChecked() && (!made.right || *made.right >= made.options.size())) {
        problem_->setText(tr("Mark the choice that is right."));
        problem_->show();
        return;
    }
    board_.start(made);
}

void PollMaker::begin() {
    problem_->hide();
    question_->clear();
    for (const Choice& each : std::as_const(lines_)) {
        each.text->clear();
        each.right->setChecked(false);
    }
}

}  // namespace footlight::audience
