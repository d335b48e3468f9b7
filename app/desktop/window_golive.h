#pragma once

#include "app/desktop/channel_destination.h"
#include "app/desktop/window_verb.h"

namespace footlight::desktop {

/// `footlight golive` with its window: opens the Studio and presses the button.
class WindowGoLive final : public WindowVerb {
    Q_OBJECT
public:
    WindowGoLive(AppContext& context, GoLive options, Logger logger);

    void start() override;

private:
    studio::DestinationProvider& destinations();
    void onAir();
    void sumUp() override;

    GoLive options_;
    std::unique_ptr<FixedDestination> fixed_;
    Reporter reporter_;
};

}  // namespace footlight::desktop
