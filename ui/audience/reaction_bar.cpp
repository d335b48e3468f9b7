#include "ui/audience/reaction_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/audience/own_reactions.h"
#include "ui/audience/reaction_board.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {
namespace {

constexpr std::chrono::seconds kProblemFor{6};
constexpr int kEmojiPixels = 18;

}  // namespace

ReactionBar::ReactionBar(ReactionBoard& board, QWidget* parent)
    : QWidget(parent),
      board_(board),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    problem_->setFit(widgets::TextLabel::Fit::Elide);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->setAccessibleName(tr("Why it was not done"));
    // Keeps its place, or the buttons would share it.
    QSizePolicy place = problem_->sizePolicy();
    place.setRetainSizeWhenHidden(true);
    problem_->setSizePolicy(place);
    problem_->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    for (const QString& kind : ReactionBoard::kinds()) {
        auto* button = addButton(*row, ReactionBoard::nameOf(kind));
        button->setText(kind);
        QFont font = button->font();
        font.setFamilies({QStringLiteral("Noto Color Emoji"), font.family()});
        font.setPixelSize(kEmojiPixels);
        button->setFont(font);
        connect(button, &QToolButton::clicked, &board_, [this, kind] { board_.throwIn(kind); });
    }
    addOwn(*row);
    row->addSpacing(theme::kGap8);
    row->addWidget(problem_, 1);
    problemFor_.setSingleShot(true);
    problemFor_.setInterval(kProblemFor);
    connect(&problemFor_, &QTimer::timeout, problem_, &QWidget::hide);
    connect(&board_, &ReactionBoard::refused, this, &ReactionBar::showProblem);
    connect(&board_, &ReactionBoard::rightsChanged, this, &ReactionBar::showRights);
    showRights();
}

QToolButton* ReactionBar::addButton(QHBoxLayout& row, const QString& name) {
    auto* button = new QToolButton(this);
    button->setProperty("tone", QStringLiteral("quiet"));
    button->setAccessibleName(tr("React: %1").arg(name));
    row.addWidget(button);
    buttons_.append(button);
    return button;
}

/// Where the channel has any.
void ReactionBar::addOwn(QHBoxLayout& row) {
    own_ = addButton(row, tr("the channel's own"));
    own_->setIcon(theme::icon(QStringLiteral("add")));
    own_->setIconSize({kEmojiPixels, kEmojiPixels});
    auto* grid = new OwnReactions(board_, this);
    connect(own_, &QToolButton::clicked, grid,
            [this, grid] { grid->openAbove(own_->mapToGlobal(QPoint())); });
    const auto showOwn = [this] { own_->setVisible(!board_.emotes().empty()); };
    connect(&board_, &ReactionBoard::emotesChanged, own_, showOwn);
    showOwn();
}

void ReactionBar::showRights() {
    for (QToolButton* button : std::as_const(buttons_)) {
        button->setEnabled(board_.mayThrow());
        button->setToolTip(board_.mayThrow() ? button->accessibleName() : tr("Sign in to react"));
    }
}

void ReactionBar::showProblem(const QString& sentence) {
    problem_->setText(sentence);
    problem_->show();
    problemFor_.start();
}

}  // namespace footlight::audience
