#pragma once

#include <memory>

#include "app/desktop/app_context.h"
#include "app/desktop/app_window.h"
#include "app/desktop/command_line.h"
#include "app/desktop/reporter.h"
#include "app/desktop/verb.h"
#include "core/base/logger.h"

namespace footlight::theme {
class Theme;
}

namespace footlight::desktop {

/// `footlight` without a verb, and what every verb with a window builds on: opens it, ends when it is closed.
class WindowVerb : public Verb {
    Q_OBJECT
public:
    WindowVerb(AppContext& context, OpenWindow options, Logger logger);
    ~WindowVerb() override;

    void start() override;
    /// Ends what runs, sums up, closes.
    void stop() override;

protected:
    /// Opens the window; `destinations` outlives it.
    AppWindow& open(studio::DestinationProvider& destinations, FirstScene scene);
    [[nodiscard]] AppContext& context() { return context_; }
    [[nodiscard]] AppWindow& app() { return *app_; }
    /// What the verb still says before the end; the exit code follows.
    virtual void sumUp() { succeed(); }

private:
    bool askForRelay();
    /// The person closes the window: asks first where that would end a broadcast.
    bool closeAsked();

    AppContext& context_;
    OpenWindow options_;
    Logger logger_;
    std::unique_ptr<theme::Theme> theme_;
    std::unique_ptr<AppWindow> app_;
};

}  // namespace footlight::desktop
