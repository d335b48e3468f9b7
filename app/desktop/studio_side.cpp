#include "app/desktop/studio_side.h"

#include "app/desktop/app_context.h"
#include "app/desktop/broadcast.h"
#include "ui/studio/studio_page.h"

namespace footlight::desktop {

StudioSide::StudioSide(AppContext& context, std::unique_ptr<capture::StudioEngine> engine,
                       studio::DestinationProvider& destinations, pictures::PictureStore& faces,
                       chatui::ChatOptions& chatOptions)
    : context_(context),
      engine_(std::move(engine)),
      adapter_(*engine_),
      broadcast_(adapter_, destinations),
      chat_(context_.client, faces, chatOptions),
      feed_(context_.client, chat_),
      sceneFile_(engine_->scene(), context_.places.sceneFile) {
    broadcast_.setEncoderSettings(encoderSettings(context_.settings));
    connect(&context_.client.live(), &client::LiveSocket::clockOffsetChanged, this,
            [this](std::chrono::milliseconds offset) { engine_->setClockOffset(offset); });
    connect(&sceneFile_, &SceneFile::failed, this, &StudioSide::trouble);
}

StudioSide::~StudioSide() { broadcast_.end(); }

void StudioSide::begin(FirstScene scene) {
    savesScene_ = scene == FirstScene::Saved;
    if (savesScene_) {
        loadScene();
        return;
    }
    const auto picture = scene == FirstScene::TestPattern ? Picture::TestPattern : Picture::Default;
    if (const auto filled = fillScene(*engine_, picture); !filled) {
        Q_EMIT trouble(QString::fromStdString(filled.error().message()));
    }
}

void StudioSide::loadScene() {
    const auto loaded = sceneFile_.load();
    if (!loaded) {
        Q_EMIT trouble(QString::fromStdString(loaded.error().message()));
    }
    if (loaded && *loaded) {
        return;
    }
    if (const auto filled = fillScene(*engine_, Picture::Default); !filled) {
        Q_EMIT trouble(QString::fromStdString(filled.error().message()));
    }
}

studio::StudioPage* StudioSide::makePage() {
    const QSize canvas(context_.settings.value(models::keys::kWidth, 1280).toInt(),
                       context_.settings.value(models::keys::kHeight, 720).toInt());
    auto* page = new studio::StudioPage(adapter_.ports(), canvas, broadcast_, feed_, chat_);
    if (savesScene_) {
        connect(page, &studio::StudioPage::sceneChanged, &sceneFile_, &SceneFile::saveSoon);
    }
    return page;
}

}  // namespace footlight::desktop
