#include "ui/watch/watch_page.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/audience/audience_tabs.h"
#include "ui/audience/friends_strip.h"
#include "ui/audience/poll_card.h"
#include "ui/audience/reaction_bar.h"
#include "ui/audience/reaction_field.h"
#include "ui/audience/sync_menu.h"
#include "ui/audience/sync_strip.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_panel.h"
#include "ui/chat/emote_store.h"
#include "ui/models/wording.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/watch/player_pane.h"
#include "ui/watch/side_splitter.h"
#include "ui/watch/watch_controller.h"
#include "ui/widgets/channel_grid.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/figure_label.h"
#include "ui/widgets/icon_view.h"
#include "ui/widgets/text_label.h"

namespace footlight::watch {
namespace {

constexpr int kLinkWidth = 560;

}  // namespace

WatchPage::WatchPage(WatchController& controller, QAbstractItemModel& channels, chatui::ChatController& chat,
                     models::SettingsStore& settings, QWidget* parent)
    : QWidget(parent), controller_(controller), stack_(new QStackedWidget(this)) {
    stack_->addWidget(makeList(channels));
    stack_->addWidget(makeStage(chat, settings));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    connect(&controller_, &WatchController::openedChanged, this, &WatchPage::showOpened);
    connect(&controller_, &WatchController::detailsChanged, this, &WatchPage::showDetails);
    connect(pane_, &PlayerPane::retryAsked, &controller_, &WatchController::openAgain);
    connect(pane_, &PlayerPane::leaveAsked, &controller_, &WatchController::close);
    connect(pane_, &PlayerPane::liveAsked, &controller_, &WatchController::backToLive);
    connect(pane_, &PlayerPane::seekAsked, &controller_, &WatchController::seek);
    connect(pane_, &PlayerPane::skipAsked, &controller_, &WatchController::skip);
    connect(&controller_, &WatchController::notice, this, &WatchPage::notice);
    connect(&controller_.player(), &playback::Player::statisticsChanged, this,
            [this](const playback::Statistics& statistics) {
                latency_->setText(statistics.isLive ? models::delayText(statistics.latencyMs) : QString());
                const auto span = controller_.span().value_or(WatchController::Span{});
                pane_->showSpan(span.length, span.at);
            });
    makeCommands();
    showOpened();
    showDetails();
}

QWidget* WatchPage::makeList(QAbstractItemModel& channels) {
    list_ = new QStackedWidget(this);
    auto* empty = new widgets::EmptyState(
        QStringLiteral("drawing-channels"), tr("Nothing to watch yet"),
        tr("Channels of this relay appear here the moment they go live. Nothing needs to be reloaded."),
        list_);
    auto* grid = new widgets::ChannelGrid(list_);
    grid->setModel(&channels);
    connect(grid, &widgets::ChannelGrid::channelChosen, &controller_, &WatchController::openChannel);
    list_->addWidget(empty);
    list_->addWidget(grid);
    const auto showListOrEmpty = [this, &channels] {
        list_->setCurrentIndex(channels.rowCount() > 0 ? 1 : 0);
    };
    connect(&channels, &QAbstractItemModel::rowsInserted, this, showListOrEmpty);
    connect(&channels, &QAbstractItemModel::rowsRemoved, this, showListOrEmpty);
    connect(&channels, &QAbstractItemModel::modelReset, this, showListOrEmpty);
    showListOrEmpty();
    auto* holder = new QWidget(this);
    auto* layout = new QVBoxLayout(holder);
    layout->setContentsMargins(theme::kGap24, theme::kGap8, theme::kGap24, theme::kGap8);
    layout->setSpacing(theme::kGap12);
    layout->addWidget(makeLinkBar());
    auto* friends = new audience::FriendsStrip(controller_.friends(), holder);
    connect(friends, &audience::FriendsStrip::channelChosen, &controller_, &WatchController::openChannel);
    layout->addWidget(friends);
    layout->addWidget(list_, 1);
    return holder;
}

QWidget* WatchPage::makeLinkBar() {
    auto* bar = new QWidget(this);
    link_ = new QLineEdit(bar);
    link_->setPlaceholderText(tr("Paste a link to watch"));
    link_->setAccessibleName(tr("Link to watch"));
    link_->setClearButtonEnabled(true);
    link_->setMaximumWidth(kLinkWidth);
    auto* open = new QPushButton(theme::icon(QStringLiteral("link")), tr("Open"), bar);
    open->setAccessibleName(tr("Open the link"));
    open->setEnabled(false);
    linkProblem_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, bar);
    linkProblem_->setFit(widgets::TextLabel::Fit::Elide);
    linkProblem_->setSecondary();
    connect(link_, &QLineEdit::textChanged, this, [this, open](const QString& text) {
        open->setEnabled(!text.trimmed().isEmpty());
        linkProblem_->setText({});
    });
    connect(link_, &QLineEdit::returnPressed, this, &WatchPage::openLink);
    connect(open, &QPushButton::clicked, this, &WatchPage::openLink);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::kGap8);
    row->addWidget(link_, 2);
    row->addWidget(open);
    row->addWidget(linkProblem_, 1);
    return bar;
}

void WatchPage::openLink() {
    if (controller_.openLink(link_->text())) {
        link_->clear();
    } else {
        linkProblem_->setText(tr("That is no address of a stream: it begins with http:// or https://."));
    }
}

QWidget* WatchPage::makeStage(chatui::ChatController& chat, models::SettingsStore& settings) {
    auto* stage = new QWidget(this);
    parts_ = new SideSplitter(settings, stage);
    auto* left = new QWidget(stage);
    pane_ = new PlayerPane(controller_.player(), settings, left);
    field_ = new audience::ReactionField(pane_);
    pane_->setOverlay(field_);
    showOwnReactions(chat);
    connect(&controller_.audience().reactions, &audience::ReactionBoard::reacted, field_,
            &audience::ReactionField::show);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kGap12);
    column->addWidget(pane_, 1);
    column->addWidget(makeCaption(settings));
    auto* row = new QHBoxLayout(stage);
    row->setContentsMargins(theme::kGap12, 0, theme::kGap12, theme::kGap12);
    parts_->setParts(left, makeSide(chat));
    row->addWidget(parts_);
    return stage;
}

/// The chat has the channel's pictures already.
void WatchPage::showOwnReactions(chatui::ChatController& chat) {
    auto& reactions = controller_.audience().reactions;
    reactions.setPictures([&chat](const QString& hash) { return chat.emotes().picture(hash); });
    connect(&chat.emotes(), &chatui::EmoteStore::loaded, &reactions,
            &audience::ReactionBoard::picturesLoaded);
    field_->setBoard(reactions);
}

QWidget* WatchPage::makeSide(chatui::ChatController& chat) {
    side_ = new QWidget(this);
    auto* talk = new QWidget(side_);
    chat_ = new chatui::ChatPanel(chat, talk);
    connect(chat_, &chatui::ChatPanel::signInAsked, this, &WatchPage::signInAsked);
    auto* card =
        new audience::PollCard(controller_.audience().polls, audience::PollCard::Kind::Viewer, chat_);
    card->addKeysTo(*this);
    chat_->setCard(card);
    auto* lines = new QVBoxLayout(talk);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(theme::kGap8);
    lines->addWidget(new audience::SyncStrip(controller_.chatSync(), talk));
    lines->addWidget(chat_, 1);
    tabs_ = new audience::AudienceTabs(controller_.audience(), chat.faces(), talk, side_);
    tabs_->setChatTool(chat_->giveOptions());
    connect(tabs_, &audience::AudienceTabs::personChosen, chat_, &chatui::ChatPanel::openCard);
    auto* stack = new QVBoxLayout(side_);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(tabs_);
    return side_;
}

QWidget* WatchPage::makeCaption(models::SettingsStore& settings) {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("card"));
    auto* back = new QToolButton(card);
    back->setProperty("tone", QStringLiteral("icon"));
    back->setIcon(theme::icon(QStringLiteral("back")));
    back->setAccessibleName(tr("Back to live channels"));
    back->setToolTip(tr("Back to live channels"));
    connect(back, &QToolButton::clicked, &controller_, &WatchController::close);
    title_ = new widgets::TextLabel({}, theme::TextRole::Section, QFont::DemiBold, card);
    title_->setFit(widgets::TextLabel::Fit::Elide);
    channel_ = new widgets::TextLabel({}, theme::TextRole::Caption, QFont::Normal, card);
    channel_->setFit(widgets::TextLabel::Fit::Elide);
    channel_->setSecondary();
    viewers_ = new widgets::FigureLabel(theme::TextRole::Section, card);
    viewers_->setAccessibleName(tr("Viewers"));
    viewers_->setToolTip(tr("People watching now"));
    latency_ = new widgets::FigureLabel(theme::TextRole::Section, card);
    latency_->setAccessibleName(tr("Latency"));
    latency_->setToolTip(tr("From the capture of this picture until now, measured"));
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title_);
    words->addWidget(channel_);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::kGap12);
    row->addWidget(back);
    row->addLayout(words, 1);
    tools_ = new QHBoxLayout;
    row->addLayout(tools_);
    row->addWidget(new widgets::IconView(QStringLiteral("users"), theme::IconTone::Plain, card));
    row->addWidget(viewers_);
    row->addSpacing(theme::kGap8);
    row->addWidget(new widgets::IconView(QStringLiteral("latency"), theme::IconTone::Plain, card));
    row->addWidget(latency_);
    row->addWidget(makeSyncButton(settings, card));
    row->addWidget(parts_->makeFoldButton(card));
    reactions_ = new audience::ReactionBar(controller_.audience().reactions, card);
    auto* lines = new QVBoxLayout(card);
    lines->setContentsMargins(theme::kGap12, theme::kGap8, theme::kGap16, theme::kGap8);
    lines->setSpacing(theme::kGap4);
    lines->addLayout(row);
    lines->addWidget(reactions_);
    return card;
}

QWidget* WatchPage::makeSyncButton(models::SettingsStore& settings, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setProperty("tone", QStringLiteral("icon"));
    button->setIcon(theme::icon(QStringLiteral("chat-sync")));
    button->setAccessibleName(tr("Chat in sync with the picture"));
    button->setToolTip(tr("Chat in sync with the picture"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new audience::SyncMenu(controller_.chatSync(), settings, button));
    return button;
}

void WatchPage::addTool(QWidget* tool) { tools_->addWidget(tool); }

void WatchPage::makeCommands() {
    addActions(pane_->commands());
    auto* focusChat = new QAction(theme::icon(QStringLiteral("chat")), tr("Write in the chat"), this);
    focusChat->setShortcut(QKeySequence(Qt::Key_C));
    connect(focusChat, &QAction::triggered, this, &WatchPage::writeInChat);
    auto* back = new QAction(theme::icon(QStringLiteral("back")), tr("Back to live channels"), this);
    back->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Left));
    connect(back, &QAction::triggered, &controller_, &WatchController::close);
    openLink_ = new QAction(theme::icon(QStringLiteral("link")), tr("Open a link"), this);
    openLink_->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    connect(openLink_, &QAction::triggered, this, [this] {
        controller_.close();
        link_->setFocus();
        link_->selectAll();
    });
    addActions({focusChat, parts_->foldAction(), back, openLink_});
}

void WatchPage::writeInChat() {
    parts_->setFolded(false);
    chat_->focusComposer();
}

void WatchPage::showOpened() {
    const bool open = controller_.isOpen();
    stack_->setCurrentIndex(open ? 1 : 0);
    for (QAction* action : actions()) {
        action->setEnabled(open || action == openLink_);
    }
    latency_->setText({});
    pane_->showSpan(0, 0);
    Q_EMIT notice({});
    field_->clear();
    tabs_->showChat();
    if (open && isVisible()) {
        pane_->setFocus();  // not on a button of before, which Space would press
    }
    showDetails();
}

void WatchPage::showDetails() {
    const QString name = controller_.channel();
    title_->setText(controller_.title().isEmpty() ? name : controller_.title());
    channel_->setText(name);
    channel_->setVisible(!name.isEmpty() && name != title_->text());
    viewers_->setText(models::countText(controller_.viewers()));
    const bool isRoom = !name.isEmpty();
    parts_->setOffered(isRoom || controller_.isRecording());
    tabs_->setAlone(!isRoom);
    reactions_->setVisible(isRoom);
}

}  // namespace footlight::watch
