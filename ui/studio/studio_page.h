#pragma once

#include <QWidget>

#include "ui/models/on_air_state.h"
#include "ui/studio/ports.h"

namespace footlight::chatui {
class ChatController;
class ChatPanel;
}  // namespace footlight::chatui

namespace footlight::studio {

class BroadcastBar;
class PollInPicture;
class BroadcastController;
class HealthPanel;
class MixerPanel;
class RelayPanel;
class SourcesPanel;
class StudioFeed;

/// Preview, sources, mixer, chat, health and the one button. Everything given outlives it.
class StudioPage final : public QWidget {
    Q_OBJECT
public:
    StudioPage(const EnginePorts& engine, QSize canvas, BroadcastController& broadcast, StudioFeed& feed,
               chatui::ChatController& chat, QWidget* parent = nullptr);

    /// The destinations' names may be others now.
    void refreshDestinations();

Q_SIGNALS:
    /// For the rail and Home; each second while on air.
    void onAirChanged(const footlight::models::OnAirState& state);
    /// What is wrong and what to do, for the window's status line; empty when it is over.
    void notice(const QString& sentence);
    /// Nobody is signed in, and somebody wants to write in the chat.
    void signInAsked();
    /// The sources changed: time to save the scene.
    void sceneChanged();

private:
    QWidget* makeStage(const EnginePorts& engine, QSize canvas);
    QWidget* makeSide(const EnginePorts& engine, QSize canvas, chatui::ChatController& chat);
    void wire();
    void wireHealth();
    void tellOnAir();

    BroadcastController& broadcast_;
    StudioFeed& feed_;
    SourcesPanel* sources_ = nullptr;
    MixerPanel* mixer_ = nullptr;
    BroadcastBar* bar_;
    chatui::ChatPanel* chat_ = nullptr;
    PollInPicture* pollPicture_ = nullptr;
    HealthPanel* health_ = nullptr;
    RelayPanel* relay_ = nullptr;
};

}  // namespace footlight::studio
