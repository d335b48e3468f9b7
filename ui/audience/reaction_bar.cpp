#include "ui/audience/reaction_bar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include "ui/audience/reaction_board.h"
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
    problem_->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    for (const QString& kind : ReactionBoard::kinds()) {
        auto* button = new QToolButton(this);
        button->setProperty("tone", QStringLiteral("quiet"));
        button->setText(kind);
        QFont font = button->font();
        font.setFamilies({QStringLiteral("Noto Color Emoji"), font.family()});
        font.setPixelSize(kEmojiPixels);
        button->setFont(font);
        button->setAccessibleName(tr("React: %1").arg(ReactionBoard::nameOf(kind)));
        connect(button, &QToolButton::clicked, &board_, [this, kind] { board_.throwIn(kind); });
        row->addWidget(button);
        buttons_.append(button);
    }
    row->addSpacing(theme::kGap8);
    row->addWidget(problem_, 1);
    row->addStretch(0);
    problemFor_.setSingleShot(true);
    problemFor_.setInterval(kProblemFor);
    connect(&problemFor_, &QTimer::timeout, problem_, &QWidget::hide);
    connect(&board_, &ReactionBoard::refused, this, &ReactionBar::showProblem);
    connect(&board_, &ReactionBoard::rightsChanged, this, &ReactionBar::showRights);
    showRights();
}

void ReactionBar::showRights() {
    for (QWidget* button : buttons_) {
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
