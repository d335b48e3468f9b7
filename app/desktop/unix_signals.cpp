#include "app/desktop/unix_signals.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <QSocketNotifier>
#include <array>

namespace footlight::desktop {
namespace {

int writeEnd = -1;

void setHandler(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM}) {
        sigaction(number, &action, nullptr);
    }
}

/// Only what POSIX allows in a handler.
void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    setHandler(SIG_DFL);
}

}  // namespace

UnixSignals::UnixSignals(QObject* parent) : QObject(parent) {
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return;
    }
    readEnd_ = ends[0];
    writeEnd = ends[1];
    notifier_ = std::make_unique<QSocketNotifier>(readEnd_, QSocketNotifier::Read);
    connect(notifier_.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(readEnd_, &byte, 1) == 1) {
            Q_EMIT endAsked();
        }
    });
    setHandler(onSignal);
}

UnixSignals::~UnixSignals() {
    setHandler(SIG_DFL);
    notifier_.reset();
    ::close(readEnd_);
    ::close(writeEnd);
}

}  // namespace footlight::desktop
