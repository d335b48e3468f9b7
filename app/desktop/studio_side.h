#pragma once

#include <QObject>
#include <memory>

#include "app/desktop/scene_file.h"
#include "core/base/logger.h"
#include "core/capture/studio_engine.h"
#include "ui/chat/chat_controller.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/engine_ports.h"
#include "ui/studio/studio_feed.h"

namespace footlight::studio {
class StudioPage;
}

namespace footlight::desktop {

struct AppContext;

/// What the Studio begins with.
enum class FirstScene {
    Saved,        ///< the one on disk, else the default; changes are saved
    Default,      ///< for this run
    TestPattern,  ///< for this run
};

/// The Studio in the window: engine, broadcast, feed and page, and the scene on disk. Owned by the window's
/// app; outlives the page.
class StudioSide : public QObject {
    Q_OBJECT
public:
    StudioSide(AppContext& context, std::unique_ptr<capture::StudioEngine> engine,
               studio::DestinationProvider& destinations, pictures::PictureStore& faces,
               chatui::ChatOptions& chatOptions);
    /// Ends a broadcast that runs.
    ~StudioSide() override;

    /// Before the page is made.
    void begin(FirstScene scene);
    /// A new page; its window takes it.
    studio::StudioPage* makePage();

    [[nodiscard]] studio::BroadcastController& broadcast() { return broadcast_; }

Q_SIGNALS:
    void trouble(const QString& message);

private:
    void loadScene();

    AppContext& context_;
    std::unique_ptr<capture::StudioEngine> engine_;
    studio::EngineAdapter adapter_;
    studio::BroadcastController broadcast_;
    chatui::ChatController chat_;
    studio::StudioFeed feed_;
    SceneFile sceneFile_;
    bool savesScene_ = false;
};

}  // namespace footlight::desktop
