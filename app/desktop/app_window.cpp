#include "app/desktop/app_window.h"

#include <QClipboard>
#include <QGuiApplication>

#include "app/desktop/app_context.h"
#include "app/desktop/relay_notices.h"
#include "app/desktop/settings_side.h"
#include "ui/channel/channel_page.h"
#include "ui/channel/ingest_section.h"
#include "ui/channel/picture_section.h"
#include "ui/people/follow_button.h"
#include "ui/people/home_page.h"
#include "ui/recordings/recordings_page.h"
#include "ui/settings/settings_page.h"
#include "ui/shell/main_window.h"
#include "ui/studio/studio_page.h"
#include "ui/watch/watch_page.h"
#include "ui/widgets/empty_state.h"

namespace footlight::desktop {

AppWindow::AppWindow(AppContext& context, Result<std::unique_ptr<capture::StudioEngine>> engine,
                     studio::DestinationProvider& destinations, FirstScene scene)
    : context_(context),
      people_(context_),
      channelFeed_(context_.client, channels_),
      chatOptions_(context_.settings),
      watchChat_(context_.client, people_.pictures().faces, chatOptions_),
      watch_(context_.client, player_, channels_, watchChat_),
      channel_(context_.client),
      channelAbout_(context_.client),
      copies_(context_.settings),
      recordings_(context_.client, copies_),
      channelPictures_(context_.client, people_.pictures()),
      window_(std::make_unique<shell::MainWindow>()) {
    new RelayNotices(context_, *window_);
    addHome();
    addWatch();
    if (engine) {
        studio_ = std::make_unique<StudioSide>(context_, std::move(*engine), destinations,
                                               people_.pictures().faces, chatOptions_);
        connect(studio_.get(), &StudioSide::trouble, window_.get(),
                [this](const QString& message) { window_->setNotice(QStringLiteral("scene"), message); });
        studio_->begin(scene);
    }
    addStudio(engine ? QString() : QString::fromStdString(engine.error().message()));
    addRecordings();
    addChannel();
    addSettings();
    addPeople();
}

AppWindow::~AppWindow() = default;

void AppWindow::addPeople() {
    people_.addTo(*window_);
    connect(&people_, &PeopleSide::watchAsked, this, [this](const QString& channel) {
        window_->showPage(QStringLiteral("watch"));
        watch_.openChannel(channel);
    });
    connect(&people_, &PeopleSide::playAsked, this, [this](const QString& address, const QString& title) {
        window_->showPage(QStringLiteral("watch"));
        watch_.openRecording(QUrl(address), title);
    });
}

void AppWindow::addHome() {
    people_.addHomeTo(*window_, watch_.friends());
    connect(&people_, &PeopleSide::studioAsked, this,
            [this] { window_->showPage(QStringLiteral("studio")); });
}

void AppWindow::addWatch() {
    auto* page = new watch::WatchPage(watch_, channels_, watchChat_, context_.settings);
    connect(page, &watch::WatchPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("watch"), sentence); });
    auto* follow = new people::FollowButton(people_.follows(), page);
    page->addTool(follow);
    connect(&watch_, &watch::WatchController::openedChanged, follow,
            [this, follow] { follow->setChannel(watch_.channel()); });
    tellFollowsToChat();
    connect(page, &watch::WatchPage::signInAsked, this,
            [this] { window_->showPage(QStringLiteral("account")); });
    window_->addPage(
        {QStringLiteral("watch"), tr("Watch"), QStringLiteral("watch"), page, shell::Page::Place::Top});
}

/// Following by the button opens a chat of followers; following by the chat is shown on the button.
void AppWindow::tellFollowsToChat() {
    people::Follows& follows = people_.follows();
    connect(&follows, &people::Follows::changed, this, [this, &follows] {
        const QString& channel = watchChat_.room().channel();
        const auto known = follows.known(channel);
        if (follows.canFollow(channel) && known) {
            watchChat_.room().noteFollows(*known);
        }
    });
    connect(&watchChat_.room(), &chatui::Room::followed, &follows, &people::Follows::refresh);
}

void AppWindow::addStudio(const QString& whyNot) {
    QWidget* shown = nullptr;
    if (studio_) {
        auto* page = studio_->makePage();
        connect(page, &studio::StudioPage::onAirChanged, this, [this](const models::OnAirState& state) {
            window_->setOnAir(state);
            people_.home().setOnAir(state);
        });
        connect(page, &studio::StudioPage::notice, this,
                [this](const QString& sentence) { window_->setNotice(QStringLiteral("studio"), sentence); });
        connect(page, &studio::StudioPage::signInAsked, this,
                [this] { window_->showPage(QStringLiteral("account")); });
        connect(&context_.client, &client::RelayClient::connectionChanged, page,
                &studio::StudioPage::refreshDestinations);
        shown = page;
    } else {
        shown =
            new widgets::EmptyState(QStringLiteral("drawing-stage"), tr("The Studio cannot start"), whyNot);
    }
    window_->addPage(
        {QStringLiteral("studio"), tr("Studio"), QStringLiteral("studio"), shown, shell::Page::Place::Top});
}

void AppWindow::addRecordings() {
    auto* page = new recordings::RecordingsPage(recordings_);
    connect(page, &recordings::RecordingsPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("recordings"), sentence); });
    connect(page, &recordings::RecordingsPage::studioAsked, this,
            [this] { window_->showPage(QStringLiteral("studio")); });
    connect(page, &recordings::RecordingsPage::playAsked, this,
            [this](const QString& address, const QString& title) {
                window_->showPage(QStringLiteral("watch"));
                watch_.openRecording(QUrl(address), title);
            });
    window_->addPage({QStringLiteral("recordings"), tr("Recordings"), QStringLiteral("library"), page,
                      shell::Page::Place::Top});
}

void AppWindow::addChannel() {
    auto* page = new channel::ChannelPage(channel_, channelAbout_, channelPictures_);
    connect(page, &channel::ChannelPage::notice, this,
            [this](const QString& sentence) { window_->setNotice(QStringLiteral("channel"), sentence); });
    auto& ingest = page->ingest();
    connect(&ingest, &channel::IngestSection::rotateKeyAsked, this,
            [this] { window_->showPage(QStringLiteral("settings")); });
    connect(&ingest, &channel::IngestSection::copyKeyAsked, &ingest, [this, &ingest] {
        context_.destination.fetchKey(
            {&ingest, [&ingest](const Result<Secret>& key) {
                 if (key) {
                     QGuiApplication::clipboard()->setText(
                         QString::fromStdString(std::string(key->reveal())));
                 }
                 ingest.showKeyCopied(key ? QString() : QString::fromStdString(key.error().message()));
             }});
    });
    connect(&people_, &PeopleSide::pictureAsked, page, [this, page] {
        window_->showPage(QStringLiteral("channel"));
        page->pictures().choose(channel::PictureKind::Avatar);
    });
    window_->addPage(
        {QStringLiteral("channel"), tr("Channel"), QStringLiteral("channel"), page, shell::Page::Place::Top});
}

void AppWindow::addSettings() {
    auto* page = new settings::SettingsPage(context_.settings);
    new SettingsSide(context_, studio_.get(), *page);
    connect(page, &settings::SettingsPage::appearanceChosen, this, &AppWindow::appearanceChosen);
    window_->addPage({QStringLiteral("settings"), tr("Settings"), QStringLiteral("settings"), page,
                      shell::Page::Place::Bottom});
}

}  // namespace footlight::desktop
