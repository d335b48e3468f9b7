#include "ui/audience/hands_strip.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/audience/hand_queue.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::audience {

HandsStrip::HandsStrip(HandQueue& queue, QWidget* parent)
    : QWidget(parent),
      queue_(queue),
      own_(new QPushButton(this)),
      place_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      queueLayout_(new QVBoxLayout),
      more_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    own_->setCheckable(true);
    own_->setProperty("tone", QStringLiteral("quiet"));
    own_->setIcon(theme::icon(QStringLiteral("hand")));
    place_->setSecondary();
    place_->setFit(widgets::TextLabel::Fit::Elide);
    more_->setSecondary();
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->hide();
    queueLayout_->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme::kGap8);
    head->addWidget(own_);
    head->addWidget(place_, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap8, 0, theme::kGap8, 0);
    layout->setSpacing(theme::kGap4);
    layout->addLayout(head);
    layout->addLayout(queueLayout_);
    layout->addWidget(more_);
    layout->addWidget(problem_);
    connect(own_, &QPushButton::clicked, this, [this](bool isUp) {
        problem_->hide();
        queue_.raise(isUp);
    });
    connect(&queue_, &HandQueue::changed, this, &HandsStrip::show);
    connect(&queue_, &HandQueue::refused, this, [this](const QString& sentence) {
        problem_->setText(sentence);
        problem_->show();
    });
    show();
}

void HandsStrip::show() {
    const int place = queue_.ownPlace();
    const auto count = static_cast<int>(queue_.hands().size());
    own_->setChecked(place > 0);
    own_->setEnabled(queue_.mayRaise());
    own_->setText(place > 0 ? tr("Lower your hand") : tr("Raise your hand"));
    if (place > 0) {
        place_->setText(tr("You are number %1 of %2").arg(place).arg(count));
    } else {
        place_->setText(count > 0 ? tr("%n hands are up", nullptr, count) : QString());
    }
    showQueue();
}

void HandsStrip::showQueue() {
    const auto& hands = queue_.hands();
    const auto shown =
        queue_.mayCall() ? std::min<qsizetype>(kMostShown, static_cast<qsizetype>(hands.size())) : 0;
    while (lines_.size() < shown) {
        lines_.append(makeLine(static_cast<int>(lines_.size())));
    }
    for (qsizetype i = 0; i < lines_.size(); ++i) {
        const Line& line = lines_[i];
        line.line->setVisible(i < shown);
        if (i < shown) {
            const QString name = QString::fromStdString(hands[static_cast<std::size_t>(i)].name);
            line.name->setText(QStringLiteral("%1. %2").arg(i + 1).arg(name));
            line.call->setAccessibleName(tr("Call %1").arg(name));
            line.lower->setAccessibleName(tr("Lower %1's hand").arg(name));
        }
    }
    const auto rest = static_cast<int>(static_cast<qsizetype>(hands.size()) - shown);
    more_->setVisible(queue_.mayCall() && shown > 0 && rest > 0);
    more_->setText(tr("and %n more", nullptr, rest));
}

HandsStrip::Line HandsStrip::makeLine(int place) {
    Line made;
    made.line = new QWidget(this);
    made.name = new widgets::TextLabel({}, theme::TextRole::Body, QFont::Normal, made.line);
    made.name->setFit(widgets::TextLabel::Fit::Elide);
    made.call = new QPushButton(tr("Call"), made.line);
    made.lower = new QPushButton(tr("Lower"), made.line);
    const auto nameAt = [this, place] {
        const auto& hands = queue_.hands();
        const auto at = static_cast<std::size_t>(place);
        return at < hands.size() ? QString::fromStdString(hands[at].name) : QString();
    };
    for (auto* button : {made.call, made.lower}) {
        button->setProperty("tone", QStringLiteral("quiet"));
    }
    made.call->setToolTip(tr("Tells in the chat that it is their turn, and takes the hand down"));
    connect(made.call, &QPushButton::clicked, this, [this, nameAt] { queue_.call(nameAt()); });
    connect(made.lower, &QPushButton::clicked, this, [this, nameAt] { queue_.lower(nameAt()); });
    auto* row = new QHBoxLayout(made.line);
    row->setContentsMargins(theme::kGap4, 0, 0, 0);
    row->setSpacing(theme::kGap4);
    row->addWidget(made.name, 1);
    row->addWidget(made.call);
    row->addWidget(made.lower);
    queueLayout_->addWidget(made.line);
    return made;
}

}  // namespace footlight::audience
