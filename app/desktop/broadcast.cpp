#include "app/desktop/broadcast.h"

#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>

#include "ui/models/settings_store.h"

namespace footlight::desktop {
namespace {

using Phase = studio::BroadcastController::Phase;

/// Qt's own connection where it has one: previews must be drawn through the same.
void* displayOfQt() {
    const auto* x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 == nullptr ? nullptr : x11->display();
}

}  // namespace

Result<std::unique_ptr<capture::StudioEngine>> makeEngine(const models::SettingsStore& settings,
                                                          const Logger& logger) {
    capture::EngineOptions options;
    options.width = settings.value(models::keys::kWidth, options.width).toInt();
    options.height = settings.value(models::keys::kHeight, options.height).toInt();
    options.framesPerSecond = settings.value(models::keys::kFrameRate, options.framesPerSecond).toInt();
    options.x11Display = displayOfQt();
    return capture::StudioEngine::create(std::move(options), logger);
}

Result<> fillScene(capture::StudioEngine& engine, Picture picture) {
    if (picture == Picture::Default) {
        return engine.addDefaultSources();
    }
    auto added = engine.scene().addSource("footlight_test_pattern", "Test pattern");
    return added ? Result<>() : Result<>(footlight::fail(std::move(added.error())));
}

Result<std::unique_ptr<capture::StudioEngine>> makeEngineWith(Picture picture,
                                                              const models::SettingsStore& settings,
                                                              const Logger& logger) {
    auto engine = makeEngine(settings, logger);
    if (engine) {
        if (auto filled = fillScene(**engine, picture); !filled) {
            return footlight::fail(std::move(filled.error()));
        }
    }
    return engine;
}

capture::LocalCopyRule localCopyRule(const models::SettingsStore& settings) {
    QString folder = settings.value(models::keys::kLocalCopyFolder, QString()).toString();
    if (folder.isEmpty()) {
        folder = QDir(QStandardPaths::writableLocation(QStandardPaths::MoviesLocation))
                     .filePath(QStringLiteral("Footlight"));
    }
    capture::LocalCopyRule rule;
    rule.folder = folder.toStdString();
    rule.keepDays = settings.value(models::keys::kLocalCopyDays, rule.keepDays).toInt();
    rule.keepBytes = settings.value(models::keys::kLocalCopyGigabytes, 100).toULongLong() * 1'000'000'000;
    return rule;
}

capture::EncoderSettings encoderSettings(const models::SettingsStore& settings) {
    capture::EncoderSettings encoder;
    encoder.videoKbps = settings.value(models::keys::kVideoKbps, encoder.videoKbps).toInt();
    encoder.audioKbps = settings.value(models::keys::kAudioKbps, encoder.audioKbps).toInt();
    if (settings.value(models::keys::kLocalCopy, false).toBool()) {
        encoder.localCopy = localCopyRule(settings);
    }
    return encoder;
}

Broadcast::Broadcast(std::unique_ptr<capture::StudioEngine> engine, studio::DestinationProvider& destinations,
                     const capture::EncoderSettings& settings)
    : engine_(std::move(engine)), adapter_(*engine_), controller_(adapter_, destinations) {
    controller_.setEncoderSettings(settings);
    connect(&controller_, &studio::BroadcastController::phaseChanged, this, [this](Phase phase) {
        if (phase == Phase::OnAir) {
            Q_EMIT onAir();
        }
    });
    connect(&controller_, &studio::BroadcastController::warned, this, &Broadcast::warned);
    connect(&controller_, &studio::BroadcastController::failed, this, &Broadcast::failed);
}

Sample Broadcast::sample() const { return sampleOf(controller_.statistics()); }

}  // namespace footlight::desktop
