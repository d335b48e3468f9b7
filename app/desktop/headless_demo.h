#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QVideoSink>
#include <memory>
#include <optional>

#include "app/desktop/app_context.h"
#include "app/desktop/broadcast.h"
#include "app/desktop/command_line.h"
#include "app/desktop/reporter.h"
#include "app/desktop/verb.h"
#include "core/playback/player.h"

namespace footlight::desktop {

/// `footlight demo --headless`: the whole path on this machine, measured. A viewer waits for the broadcast,
/// then leaves and comes again as one who clicks on a running one; what follows is sampled. The context is
/// one that keeps nothing.
class HeadlessDemo final : public Verb {
    Q_OBJECT
public:
    HeadlessDemo(AppContext& context, Demo options, Logger logger);

    void start() override;
    void stop() override;

private:
    enum class Step {
        SigningIn,
        Waiting,  ///< the viewer, for the broadcast
        GoingLive,
        Seen,  ///< by the viewer who waited
        Joined,
    };

    void wire();
    void waitForBroadcast();
    void goLive();
    void pictureShown();
    void joinAgain();
    void stateChanged(playback::Player::State state);
    [[nodiscard]] Sample sample() const;

    AppContext& context_;
    Demo options_;
    Logger logger_;
    QVideoSink sink_;
    playback::Player player_;
    Reporter reporter_;
    QTimer patience_;
    std::unique_ptr<Broadcast> broadcast_;
    Step step_ = Step::SigningIn;
    QUrl url_;
    QElapsedTimer sinceGoLive_;
    std::optional<double> goLiveMs_;
};

}  // namespace footlight::desktop
