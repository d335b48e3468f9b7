#include "ui/channel/channel_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/channel/about_section.h"
#include "ui/channel/audience_section.h"
#include "ui/channel/away_section.h"
#include "ui/channel/channel_controller.h"
#include "ui/channel/ingest_section.h"
#include "ui/channel/inputs_section.h"
#include "ui/channel/page_controller.h"
#include "ui/channel/picture_controller.h"
#include "ui/channel/picture_section.h"
#include "ui/channel/recording_section.h"
#include "ui/channel/schedule_section.h"
#include "ui/channel/targets_section.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr std::chrono::seconds kSaysSaved{2};

}  // namespace

ChannelPage::ChannelPage(ChannelController& controller, PageController& about, PictureController& pictures,
                         QWidget* parent)
    : QWidget(parent),
      controller_(controller),
      about_(about),
      pictures_(pictures),
      stack_(new QStackedWidget(this)),
      saved_(new widgets::TextLabel(tr("Saved"), theme::TextRole::Caption, QFont::Normal, this)) {
    stack_->addWidget(
        new widgets::EmptyState(QStringLiteral("drawing-relay"), tr("Your channel is on the relay"),
                                tr("Its settings appear here as soon as the relay has let you in."), stack_));
    stack_->addWidget(makeSections());
    saved_->setSecondary();
    saved_->setAlignment(Qt::AlignRight);
    saved_->hide();
    quiet_.setSingleShot(true);
    quiet_.setInterval(kSaysSaved);
    connect(&quiet_, &QTimer::timeout, saved_, &QWidget::hide);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    const auto showChannel = [this](const QString& channel) {
        stack_->setCurrentIndex(channel.isEmpty() ? 0 : 1);
        Q_EMIT notice({});
    };
    connect(&controller_, &ChannelController::channelChanged, this, showChannel);
    connect(&controller_, &ChannelController::failed, this, &ChannelPage::notice);
    connect(&controller_, &ChannelController::saved, this, &ChannelPage::saySaved);
    connect(&about_, &PageController::saved, this, &ChannelPage::saySaved);
    connect(&pictures_, &PictureController::saved, this, &ChannelPage::saySaved);
    connect(&pictures_, &PictureController::changed, this, &ChannelPage::orderTabs);
    // Behind the sections, which make their rows first.
    connect(&controller_, &ChannelController::ingestChanged, this, &ChannelPage::orderTabs);
    connect(&controller_, &ChannelController::targetsChanged, this, &ChannelPage::orderTabs);
    connect(&controller_, &ChannelController::inputsChanged, this, &ChannelPage::orderTabs);
    orderTabs();
    showChannel(controller_.channel());
}

void ChannelPage::saySaved() {
    Q_EMIT notice({});
    saved_->adjustSize();
    saved_->move(width() - saved_->width() - theme::kGap24, theme::kGap4);
    saved_->show();
    saved_->raise();
    quiet_.start();
}

QWidget* ChannelPage::makeSections() {
    auto* area = new QScrollArea(stack_);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    columns_ = new widgets::Columns(content);
    ingest_ = new IngestSection(controller_, columns_);
    away_ = new AwaySection(controller_, columns_);
    columns_->addLeft(ingest_);
    columns_->addLeft(new TargetsSection(controller_, columns_));
    columns_->addLeft(new InputsSection(controller_, columns_));
    pictureSection_ = new PictureSection(pictures_, columns_);
    auto* schedule = new ScheduleSection(about_, columns_);
    auto* about = new AboutSection(about_, columns_);
    columns_->addLeft(schedule);
    connect(schedule, &ScheduleSection::rowsChanged, this, &ChannelPage::orderTabs);
    connect(about, &AboutSection::rowsChanged, this, &ChannelPage::orderTabs);
    columns_->addRight(new AudienceSection(controller_, columns_));
    columns_->addRight(away_);
    columns_->addRight(new RecordingSection(controller_, columns_));
    columns_->addRight(pictureSection_);
    columns_->addRight(about);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addWidget(columns_);
    area->setWidget(content);
    return area;
}

void ChannelPage::orderTabs() { widgets::tabInLayoutOrder(*columns_); }

void ChannelPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    controller_.refresh();
    about_.refresh();
    pictures_.refresh();
}

}  // namespace footlight::channel
