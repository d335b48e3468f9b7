#include "ui/studio/poll_desk.h"

#include <QCheckBox>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/audience/poll_board.h"
#include "ui/audience/poll_card.h"
#include "ui/audience/poll_maker.h"
#include "ui/studio/poll_in_picture.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/text_label.h"

namespace footlight::studio {

PollDesk::PollDesk(audience::PollBoard& polls, PollInPicture& picture, QWidget* parent)
    : QFrame(parent),
      polls_(polls),
      inPicture_(new QCheckBox(tr("Show the results in the picture"), this)),
      closed_(new widgets::TextLabel(tr("Sign in to ask your viewers"), theme::TextRole::Caption,
                                     QFont::Normal, this)),
      problem_(new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, this)) {
    setProperty("surface", QStringLiteral("card"));
    auto* area = new QScrollArea(this);
    auto* content = new QWidget(area);
    content->setProperty("surface", QStringLiteral("panel"));
    card_ = new audience::PollCard(polls, audience::PollCard::Kind::Maker, content);
    maker_ = new audience::PollMaker(polls, content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap4);
    column->addWidget(card_);
    column->addWidget(maker_);
    column->addStretch(1);
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    closed_->setSecondary();
    closed_->setContentsMargins(theme::kGap12, theme::kGap12, theme::kGap12, 0);
    problem_->setFit(widgets::TextLabel::Fit::Wrap);
    problem_->setProperty("tone", QStringLiteral("care"));
    problem_->setContentsMargins(theme::kGap12, 0, theme::kGap12, theme::kGap8);
    problem_->hide();
    inPicture_->setContentsMargins(theme::kGap12, 0, theme::kGap12, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, theme::kGap4, 0, theme::kGap4);
    layout->setSpacing(0);
    layout->addWidget(closed_);
    layout->addWidget(area, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(theme::kGap12, theme::kGap4, theme::kGap12, theme::kGap4);
    foot->addWidget(inPicture_);
    layout->addLayout(foot);
    layout->addWidget(problem_);
    connect(inPicture_, &QCheckBox::toggled, &picture, [this, &picture](bool isOn) {
        problem_->hide();
        picture.setWanted(isOn);
    });
    connect(&picture, &PollInPicture::refused, this, [this](const QString& sentence) {
        const QSignalBlocker quiet(inPicture_);
        inPicture_->setChecked(false);
        problem_->setText(sentence);
        problem_->show();
    });
    connect(&polls_, &audience::PollBoard::changed, this, &PollDesk::showMakerOrCard);
    showMakerOrCard();
}

void PollDesk::showMakerOrCard() {
    maker_->setVisible(polls_.mayMake() && !polls_.isOpen());
    closed_->setVisible(!polls_.mayMake());
}

}  // namespace footlight::studio
