#pragma once

namespace footlight::app {

/// SIGINT, SIGTERM and SIGHUP as a descriptor that becomes readable, for a main thread that polls. Made
/// before any other thread, so that every thread has them blocked. SIGPIPE is ignored from then on.
class StopSignals {
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    /// The signal that came, or 0.
    int take();

    /// Undoes the blocking: for a child between fork and exec.
    static void unblock();

private:
    int descriptor_;
};

}  // namespace footlight::app
