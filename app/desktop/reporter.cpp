#include "app/desktop/reporter.h"

#include <iostream>

namespace footlight::desktop {

Reporter::Reporter(const RunOptions& options, std::function<Sample()> source, QObject* parent)
    : QObject(parent),
      source_(std::move(source)),
      printer_(std::cout, options.statsAsJson ? StatsPrinter::Form::Json : StatsPrinter::Form::Sentence) {
    pulse_.setInterval(std::chrono::seconds{1});
    pulse_.setTimerType(Qt::PreciseTimer);
    connect(&pulse_, &QTimer::timeout, this, &Reporter::sample);
    duration_.setSingleShot(true);
    if (options.duration) {
        duration_.setInterval(*options.duration);
    }
    connect(&duration_, &QTimer::timeout, this, &Reporter::timeIsOver);
}

void Reporter::begin() {
    if (hasBegun()) {
        return;
    }
    elapsed_.start();
    pulse_.start();
    if (duration_.interval() > 0) {
        duration_.start();
    }
}

void Reporter::end() {
    pulse_.stop();
    duration_.stop();
    if (!printer_.summary().isEmpty()) {
        printer_.printSummary();
    }
}

void Reporter::sample() {
    Sample taken = source_();
    taken.seconds = static_cast<double>(elapsed_.elapsed()) / 1000;
    printer_.print(taken);
}

}  // namespace footlight::desktop
