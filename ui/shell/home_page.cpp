#include "ui/shell/home_page.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/channel_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::shell {

HomePage::HomePage(QAbstractItemModel& channels, QWidget* parent)
    : QWidget(parent),
      channels_(channels),
      onAirCard_(new QFrame(this)),
      onAirText_(new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, onAirCard_)),
      heading_(new widgets::TextLabel(tr("Live now"), theme::TextRole::Section, QFont::DemiBold, this)),
      empty_(new widgets::EmptyState(QStringLiteral("drawing-stage"), tr("Nobody is live right now"),
                                     tr("Channels of this relay appear here the moment they go live. Be the "
                                        "first: the Studio has your screen, "
                                        "camera and microphone ready."),
                                     this)),
      stack_(new QStackedWidget(this)) {
    empty_->setAction(tr("Open the Studio"), QStringLiteral("studio"));
    connect(empty_, &widgets::EmptyState::actionTriggered, this, &HomePage::studioAsked);
    auto* grid = new widgets::ChannelGrid(this);
    grid->setModel(&channels_);
    connect(grid, &widgets::ChannelGrid::channelChosen, this, &HomePage::channelChosen);
    stack_->addWidget(empty_);
    stack_->addWidget(grid);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap8, theme::kGap8);
    layout->setSpacing(theme::kGap16);
    layout->addWidget(makeOnAirCard());
    layout->addWidget(heading_);
    layout->addWidget(stack_, 1);

    auto* studio = new QAction(theme::icon(QStringLiteral("live")), tr("Go live in the Studio"), this);
    connect(studio, &QAction::triggered, this, &HomePage::studioAsked);
    addAction(studio);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&channels_, signal, this, &HomePage::showListOrEmpty);
    }
    connect(&channels_, &QAbstractItemModel::modelReset, this, &HomePage::showListOrEmpty);
    showListOrEmpty();
    setOnAir({});
}

QWidget* HomePage::makeOnAirCard() {
    onAirCard_->setProperty("surface", QStringLiteral("card"));
    auto* open = new QPushButton(tr("Open the Studio"), onAirCard_);
    open->setAccessibleName(tr("Open the Studio"));
    connect(open, &QPushButton::clicked, this, &HomePage::studioAsked);
    auto* row = new QHBoxLayout(onAirCard_);
    row->setContentsMargins(theme::kGap16, theme::kGap12, theme::kGap16, theme::kGap12);
    row->setSpacing(theme::kGap12);
    row->addWidget(new widgets::IconView(QStringLiteral("live"), theme::IconTone::OnAir, onAirCard_));
    row->addWidget(onAirText_, 1);
    row->addWidget(open);
    auto* holder = new QWidget(this);
    auto* around = new QHBoxLayout(holder);
    around->setContentsMargins(0, 0, theme::kGap16, 0);
    around->addWidget(onAirCard_);
    return holder;
}

void HomePage::setOnAir(const models::OnAirState& state) {
    onAirCard_->parentWidget()->setVisible(state.onAir);
    const QString time = models::clockText(state.timeOnAir);
    onAirText_->setText(state.viewers
                            ? tr("You are on air: %1, %2").arg(time, models::viewersText(*state.viewers))
                            : tr("You are on air: %1").arg(time));
}

void HomePage::showListOrEmpty() {
    const bool any = channels_.rowCount() > 0;
    heading_->setVisible(any);
    stack_->setCurrentIndex(any ? 1 : 0);
}

}  // namespace footlight::shell
