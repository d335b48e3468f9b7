#pragma once

#include <QApplication>
#include <vector>

namespace footlight::bench {

/// An application that knows what its thread spends on events.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override;
    /// From now on: the time of each frame of that widget in milliseconds. A frame ends with the event that
    /// painted the widget, and has all that the thread did since the frame before.
    void watch(const QWidget* painted);
    [[nodiscard]] const std::vector<double>& frames() const { return frames_; }

private:
    const QWidget* painted_ = nullptr;
    std::vector<double> frames_;
    double spent_ = 0;
    bool hasPainted_ = false;
    int depth_ = 0;
};

/// Prints what each frame takes while 200 messages a second come for 10 s, of the chat's panel as the app has
/// it, and of a QTextBrowser.
void printFrames(TimedApplication& app);

}  // namespace footlight::bench
