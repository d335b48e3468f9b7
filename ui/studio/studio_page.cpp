#include "ui/studio/studio_page.h"

#include <QAction>
#include <QHBoxLayout>

#include "ui/audience/audience_tabs.h"
#include "ui/audience/reaction_counts.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/emote_store.h"
#include "ui/studio/broadcast_bar.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/health_panel.h"
#include "ui/studio/mixer_panel.h"
#include "ui/studio/poll_desk.h"
#include "ui/studio/poll_in_picture.h"
#include "ui/studio/preview_pane.h"
#include "ui/studio/relay_panel.h"
#include "ui/studio/sources_panel.h"
#include "ui/studio/studio_feed.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"

namespace footlight::studio {
namespace {

constexpr int kSideWidth = 304;
constexpr int kDeskHeight = 176;

}  // namespace

StudioPage::StudioPage(const EnginePorts& engine, QSize canvas, BroadcastController& broadcast,
                       StudioFeed& feed, chatui::ChatController& chat, QWidget* parent)
    : QWidget(parent), broadcast_(broadcast), feed_(feed), bar_(new BroadcastBar(broadcast, this)) {
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::kGap12);
    columns->addWidget(makeStage(engine, canvas), 1);
    columns->addWidget(makeSide(engine, canvas, chat));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme::kGap12, 0, theme::kGap12, theme::kGap12);
    layout->setSpacing(theme::kGap12);
    layout->addLayout(columns, 1);
    layout->addWidget(bar_);
    wire();
    auto* focusChat = new QAction(theme::icon(QStringLiteral("chat")), tr("Write in the chat"), this);
    focusChat->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_T));
    connect(focusChat, &QAction::triggered, chat_, &chatui::ChatPanel::focusComposer);
    addAction(bar_->command());
    addAction(focusChat);
    addActions(sources_->commands());
}

QWidget* StudioPage::makeStage(const EnginePorts& engine, QSize canvas) {
    auto* stage = new QWidget(this);
    sources_ = new SourcesPanel(engine.scene, engine.settings, stage);
    mixer_ = new MixerPanel(engine.scene, engine.sound, stage);
    auto* desk = new QHBoxLayout;
    desk->setSpacing(theme::kGap12);
    desk->addWidget(sources_, 1);
    desk->addWidget(mixer_, 1);
    for (QWidget* panel : {static_cast<QWidget*>(sources_), static_cast<QWidget*>(mixer_)}) {
        panel->setMinimumHeight(kDeskHeight);
        panel->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    }
    auto* layout = new QVBoxLayout(stage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(new PreviewPane(engine.preview, canvas, stage), 3);
    layout->addLayout(desk, 1);
    return stage;
}

QWidget* StudioPage::makeSide(const EnginePorts& engine, QSize canvas, chatui::ChatController& chat) {
    auto* side = new QWidget(this);
    side->setFixedWidth(kSideWidth);
    chat_ = new chatui::ChatPanel(chat, side);
    connect(chat_, &chatui::ChatPanel::signInAsked, this, &StudioPage::signInAsked);
    auto& audience = feed_.audience();
    pollPicture_ = new PollInPicture(audience.polls, engine.scene, engine.settings, canvas, this);
    auto* tabs = new audience::AudienceTabs(audience, chat.faces(), chat_, side);
    connect(tabs, &audience::AudienceTabs::personChosen, chat_, &chatui::ChatPanel::openCard);
    tabs->addTab(tr("Poll"), new PollDesk(audience.polls, *pollPicture_, side));
    tabs->setChatTool(chat_->giveOptions());
    audience.reactions.setPictures([&chat](const QString& hash) { return chat.emotes().picture(hash); });
    connect(&chat.emotes(), &chatui::EmoteStore::loaded, &audience.reactions,
            &audience::ReactionBoard::picturesLoaded);
    auto* reactions = new audience::ReactionCounts(audience.reactions, side);
    connect(&audience.link, &audience::RoomLink::entered, reactions, &audience::ReactionCounts::clear);
    health_ = new HealthPanel(side);
    relay_ = new RelayPanel(feed_, side);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(tabs, 1);
    layout->addWidget(reactions);
    layout->addWidget(health_);
    layout->addWidget(relay_);
    return side;
}

void StudioPage::wire() {
    connect(sources_, &SourcesPanel::sceneChanged, mixer_, &MixerPanel::refresh);
    connect(sources_, &SourcesPanel::sceneChanged, this, &StudioPage::sceneChanged);
    connect(pollPicture_, &PollInPicture::sceneChanged, this, [this] {
        sources_->refresh();
        mixer_->refresh();
    });
    connect(sources_, &SourcesPanel::refused, this, &StudioPage::notice);
    connect(mixer_, &MixerPanel::refused, this, &StudioPage::notice);
    connect(&broadcast_, &BroadcastController::failed, this, &StudioPage::notice);
    connect(&broadcast_, &BroadcastController::warned, this, &StudioPage::notice);
    connect(&broadcast_, &BroadcastController::statisticsChanged, this, [this] {
        health_->showStatistics(broadcast_.statistics());
        tellOnAir();
    });
    connect(&broadcast_, &BroadcastController::phaseChanged, this, &StudioPage::tellOnAir);
    connect(bar_, &BroadcastBar::titleEdited, &feed_, &StudioFeed::saveTitle);
    connect(&feed_, &StudioFeed::titleTold, bar_, &BroadcastBar::setTitle);
    connect(&feed_, &StudioFeed::titleSaved, bar_, &BroadcastBar::showTitleSaved);
    connect(&feed_, &StudioFeed::viewersChanged, this, [this](std::optional<qint64> viewers) {
        health_->showViewers(viewers);
        tellOnAir();
    });
    wireHealth();
    connect(&feed_, &StudioFeed::channelChanged, this, &StudioPage::refreshDestinations);
    refreshDestinations();
    health_->showViewers(feed_.viewers());
}

void StudioPage::wireHealth() {
    connect(&feed_, &StudioFeed::healthChanged, this, [this](const std::optional<wire::Health>& health) {
        health_->showArrival(health);
        relay_->show(health);
    });
    connect(&feed_, &StudioFeed::refused, this, &StudioPage::notice);
}

void StudioPage::refreshDestinations() { bar_->refreshDestinations(); }

void StudioPage::tellOnAir() {
    const auto phase = broadcast_.phase();
    models::OnAirState state;
    state.onAir =
        phase == BroadcastController::Phase::OnAir || phase == BroadcastController::Phase::Reconnecting;
    state.timeOnAir = std::chrono::duration_cast<std::chrono::seconds>(broadcast_.statistics().timeOnAir);
    state.viewers = feed_.viewers();
    Q_EMIT onAirChanged(state);
}

}  // namespace footlight::studio
