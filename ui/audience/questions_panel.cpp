#include "ui/audience/questions_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

#include "ui/audience/hands_strip.h"
#include "ui/audience/question_board.h"
#include "ui/audience/question_delegate.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {

QuestionsPanel::QuestionsPanel(QuestionBoard& board, HandQueue& hands, QWidget* parent)
    : QFrame(parent),
      board_(board),
      list_(new QListView(this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-chat"), tr("No questions yet"),
                                     tr("What viewers want to know is collected here. Others vote it up."),
                                     this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setProperty("surface", QStringLiteral("card"));
    list_->setModel(&board_);
    list_->setUniformItemSizes(false);
    list_->setResizeMode(QListView::Adjust);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("Questions"));
    auto* delegate = new QuestionDelegate(list_);
    list_->setItemDelegate(delegate);
    connect(delegate, &QuestionDelegate::upvoteAsked, &board_, &QuestionBoard::upvote);
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->setContentsMargins(theme::kGap12, 0, theme::kGap12, 0);
    problem_->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap8, 0, 0);
    layout->setSpacing(theme::kGap4);
    layout->addWidget(new HandsStrip(hands, this));
    layout->addWidget(empty_, 1);
    layout->addWidget(list_, 1);
    layout->addWidget(makeActions());
    layout->addWidget(problem_);
    layout->addWidget(makeComposer());
    wire();
    showListOrEmpty();
}

void QuestionsPanel::wire() {
    connect(&board_, &QAbstractItemModel::rowsInserted, this, &QuestionsPanel::showListOrEmpty);
    connect(&board_, &QAbstractItemModel::rowsRemoved, this, &QuestionsPanel::showListOrEmpty);
    connect(&board_, &QAbstractItemModel::modelReset, this, &QuestionsPanel::showListOrEmpty);
    connect(&board_, &QAbstractItemModel::dataChanged, this, &QuestionsPanel::showActions);
    connect(&board_, &QuestionBoard::rightsChanged, this, &QuestionsPanel::showActions);
    connect(&board_, &QuestionBoard::refused, this, &QuestionsPanel::showProblem);
    connect(&board_, &QuestionBoard::asked, this, [this] {
        composer_->clear();
        problem_->hide();
        setAsking(false);
    });
    connect(&board_, &QuestionBoard::askRefused, this, [this](const QString& sentence) {
        showProblem(sentence);
        setAsking(false);
    });
    connect(&board_, &QuestionBoard::entered, this, [this] {
        composer_->clear();
        problem_->hide();
        setAsking(false);
    });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QuestionsPanel::showActions);
    connect(list_, &QListView::activated, this, [this](const QModelIndex& at) { board_.upvote(at.row()); });
}

QWidget* QuestionsPanel::makeActions() {
    actions_ = new QWidget(this);
    const auto make = [this](const QString& text, const QString& tip) {
        auto* button = new QPushButton(text, actions_);
        button->setProperty("tone", QStringLiteral("quiet"));
        button->setToolTip(tip);
        return button;
    };
    upvote_ = make(tr("Vote up"), tr("I want to know this too (Enter)"));
    answered_ = make(tr("Answered"), tr("Takes the question off the list"));
    dismiss_ = make(tr("Dismiss"), tr("Takes the question off the list"));
    connect(upvote_, &QPushButton::clicked, this, [this] { board_.upvote(currentRow()); });
    connect(answered_, &QPushButton::clicked, this, [this] { board_.close(currentRow()); });
    connect(dismiss_, &QPushButton::clicked, this, [this] { board_.close(currentRow()); });
    auto* row = new QHBoxLayout(actions_);
    row->setContentsMargins(theme::kGap8, 0, theme::kGap8, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(upvote_);
    row->addStretch(1);
    row->addWidget(answered_);
    row->addWidget(dismiss_);
    return actions_;
}

QWidget* QuestionsPanel::makeComposer() {
    auto* line = new QWidget(this);
    composer_ = new QLineEdit(line);
    composer_->setMaxLength(QuestionBoard::kLongest);
    composer_->setAccessibleName(tr("Ask a question"));
    ask_ = new QPushButton(tr("Ask"), line);
    ask_->setAccessibleName(tr("Ask this question"));
    connect(composer_, &QLineEdit::returnPressed, this, &QuestionsPanel::ask);
    connect(ask_, &QPushButton::clicked, this, &QuestionsPanel::ask);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, theme::kGap12);
    row->setSpacing(theme::kGap4);
    row->addWidget(composer_, 1);
    row->addWidget(ask_);
    setClosed({});
    return line;
}

void QuestionsPanel::setClosed(const QString& reason) {
    composer_->setEnabled(reason.isEmpty());
    ask_->setEnabled(reason.isEmpty() && !composer_->isReadOnly());
    composer_->setPlaceholderText(reason.isEmpty() ? tr("Ask a question") : reason);
}

int QuestionsPanel::currentRow() const { return list_->currentIndex().row(); }

void QuestionsPanel::ask() {
    const QString text = composer_->text().trimmed();
    if (!text.isEmpty() && !composer_->isReadOnly()) {
        setAsking(true);
        board_.ask(text);
    }
}

/// Until the relay has answered, the line stays as it is.
void QuestionsPanel::setAsking(bool isAsking) {
    composer_->setReadOnly(isAsking);
    ask_->setEnabled(!isAsking && composer_->isEnabled());
}

void QuestionsPanel::showListOrEmpty() {
    const bool any = board_.rowCount() > 0;
    list_->setVisible(any);
    empty_->setVisible(!any);
    showActions();
}

void QuestionsPanel::showActions() {
    const QModelIndex current = list_->currentIndex();
    const bool mayClose = board_.mayClose(current.row());
    actions_->setVisible(current.isValid());
    upvote_->setEnabled(current.isValid() && !current.data(QuestionBoard::IsVoted).toBool() &&
                        !current.data(QuestionBoard::IsOwn).toBool());
    answered_->setVisible(mayClose);
    dismiss_->setVisible(mayClose);
}

void QuestionsPanel::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
}

}  // namespace footlight::audience
