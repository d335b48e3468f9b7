#pragma once

#include <memory>

#include "app/desktop/app_context.h"
#include "app/desktop/broadcast.h"
#include "app/desktop/command_line.h"
#include "app/desktop/reporter.h"
#include "app/desktop/verb.h"

namespace footlight::desktop {

/// `footlight golive --headless`: to a relay, or to any RTMP server.
class HeadlessGoLive final : public Verb {
    Q_OBJECT
public:
    HeadlessGoLive(AppContext& context, GoLive options, Logger logger);

    void start() override;
    void stop() override;

private:
    Result<> chooseDestination();
    void onAir();

    AppContext& context_;
    GoLive options_;
    Logger logger_;
    std::unique_ptr<FixedDestination> fixed_;
    std::unique_ptr<Broadcast> broadcast_;
    std::unique_ptr<Reporter> reporter_;
};

}  // namespace footlight::desktop
