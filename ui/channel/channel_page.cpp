#include "ui/channel/channel_page.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

#include "ui/channel/audience_section.h"
#include "ui/channel/away_section.h"
#include "ui/channel/channel_controller.h"
#include "ui/channel/ingest_section.h"
#include "ui/channel/inputs_section.h"
#include "ui/channel/recording_section.h"
#include "ui/channel/targets_section.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

namespace footlight::channel {
namespace {

constexpr int kWidth = 760;
constexpr std::chrono::seconds kSaysSaved{2};

}  // namespace

ChannelPage::ChannelPage(ChannelController& controller, QWidget* parent)
    : QWidget(parent),
      controller_(controller),
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
    connect(&controller_, &ChannelController::saved, this, [this] {
        Q_EMIT notice({});
        saved_->adjustSize();
        saved_->move(width() - saved_->width() - theme::kGap24, theme::kGap4);
        saved_->show();
        saved_->raise();
        quiet_.start();
    });
    showChannel(controller_.channel());
}

QWidget* ChannelPage::makeSections() {
    auto* area = new QScrollArea(stack_);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(area);
    ingest_ = new IngestSection(controller_, content);
    away_ = new AwaySection(controller_, content);
    auto* column = new QVBoxLayout;
    column->setSpacing(theme::kGap12);
    for (QWidget* section :
         {static_cast<QWidget*>(ingest_), static_cast<QWidget*>(new TargetsSection(controller_, content)),
          static_cast<QWidget*>(away_), static_cast<QWidget*>(new AudienceSection(controller_, content)),
          static_cast<QWidget*>(new RecordingSection(controller_, content)),
          static_cast<QWidget*>(new InputsSection(controller_, content))}) {
        section->setMaximumWidth(kWidth);
        column->addWidget(section);
    }
    column->addStretch(1);
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap24);
    row->addLayout(column, 4);
    row->addStretch(1);
    area->setWidget(content);
    return area;
}

void ChannelPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    controller_.refresh();
}

}  // namespace footlight::channel
