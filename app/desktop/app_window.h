#pragma once

#include <QObject>
#include <memory>

#include "app/desktop/copies_here.h"
#include "app/desktop/people_side.h"
#include "app/desktop/studio_side.h"
#include "core/base/result.h"
#include "core/playback/player.h"
#include "ui/channel/channel_controller.h"
#include "ui/channel/page_controller.h"
#include "ui/channel/picture_controller.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/models/channel_list_model.h"
#include "ui/recordings/recordings_controller.h"
#include "ui/theme/system_appearance.h"
#include "ui/watch/channel_feed.h"
#include "ui/watch/watch_controller.h"

namespace footlight::shell {
class MainWindow;
}  // namespace footlight::shell

namespace footlight::desktop {

struct AppContext;

/// The window with its pages, put together. Where there is no engine the Studio says why, and the rest works.
/// Made by a verb, on the window's thread.
class AppWindow : public QObject {
    Q_OBJECT
public:
    AppWindow(AppContext& context, Result<std::unique_ptr<capture::StudioEngine>> engine,
              studio::DestinationProvider& destinations, FirstScene scene);
    ~AppWindow() override;

    [[nodiscard]] shell::MainWindow& window() { return *window_; }
    /// Null where there is no engine.
    [[nodiscard]] StudioSide* studio() { return studio_.get(); }
    [[nodiscard]] watch::WatchController& watch() { return watch_; }
    [[nodiscard]] playback::Player& player() { return player_; }

Q_SIGNALS:
    void appearanceChosen(footlight::theme::Appearance appearance);

private:
    void addHome();
    void addWatch();
    void tellFollowsToChat();
    void addStudio(const QString& whyNot);
    void addRecordings();
    void addChannel();
    void addSettings();
    void addPeople();

    AppContext& context_;
    PeopleSide people_;  // before the chats, which show its pictures
    models::ChannelListModel channels_;
    watch::ChannelFeed channelFeed_;
    chatui::ChatOptions chatOptions_;
    chatui::ChatController watchChat_;
    playback::Player player_;
    watch::WatchController watch_;
    channel::ChannelController channel_;
    channel::PageController channelAbout_;
    CopiesHere copies_;
    recordings::RecordingsController recordings_;
    channel::PictureController channelPictures_;
    std::unique_ptr<StudioSide> studio_;
    std::unique_ptr<shell::MainWindow> window_;  // last: its pages use all of the above
};

}  // namespace footlight::desktop
