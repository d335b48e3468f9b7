#pragma once

#include <gtest/gtest.h>

#include <QTest>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "app/desktop/app_context.h"
#include "app/desktop/app_window.h"
#include "tests/support/relay_process.h"
#include "ui/shell/main_window.h"

namespace footlight::theme {
class Theme;
}

namespace footlight::tests {

/// Turns the window's loop until the condition holds.
bool eventually(const std::function<bool()>& condition,
                std::chrono::milliseconds limit = std::chrono::seconds(60));

/// The app's own window, signed in at a real relay in a process of its own. Nothing in it is a fake: what a
/// test does, it does with the pointer and the keys.
class AppOnARelay : public testing::Test {
protected:
    explicit AppOnARelay(const std::vector<std::string>& relayArguments = {});
    ~AppOnARelay() override;

    void SetUp() override;
    /// The Studio's engine; without one the other pages work all the same.
    virtual Result<std::unique_ptr<capture::StudioEngine>> makeEngine();
    virtual studio::DestinationProvider& destinations() { return context_.destination; }

    /// An encoder of others goes live on our channel, with a picture that tells its time.
    void publish();
    /// The encoder says goodbye, and the broadcast is over.
    void finish();
    /// Two whole segments of the slate play where the encoder's pictures should.
    bool viewersSeeTheSlate();
    /// The stream key of our channel, as "Copy key" has it.
    std::string key();
    [[nodiscard]] QString channel();

    /// The page is opened by its button in the rail.
    void open(const char* page);
    [[nodiscard]] shell::MainWindow& window() { return app_->window(); }
    /// What a person would find by that name: shown now, and of that kind.
    template <typename Control>
    Control* named(const char* name) {
        for (auto* control : window().findChildren<Control*>()) {
            if (control->isVisible() && control->accessibleName() == QLatin1String(name)) {
                return control;
            }
        }
        return nullptr;
    }
    /// Presses a button once it is there and can be pressed; one of a dialog where that is given.
    bool press(const char* name, QWidget* within = nullptr);

    /// Seconds since the encoder began, as the picture on screen says; below 0 where there is none.
    double pictureTime();
    /// The length of what the encoder's picture can tell.
    static constexpr int kClockSeconds = 150;

    RelayProcess relay_;
    desktop::AppContext context_;
    std::unique_ptr<theme::Theme> theme_;
    std::unique_ptr<desktop::AppWindow> app_;
    std::unique_ptr<Process> encoder_;
};

}  // namespace footlight::tests
