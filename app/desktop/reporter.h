#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <functional>

#include "app/desktop/command_line.h"
#include "app/desktop/stats_printer.h"

namespace footlight::desktop {

/// Takes a sample each second, prints it, and tells when the asked time is over. Owned by a verb.
class Reporter : public QObject {
    Q_OBJECT
public:
    Reporter(const RunOptions& options, std::function<Sample()> source, QObject* parent = nullptr);

    /// The time runs from here. Does nothing when it runs already.
    void begin();
    [[nodiscard]] bool hasBegun() const { return elapsed_.isValid(); }
    /// Prints the sum of what was sampled; nothing where there was nothing.
    void end();
    [[nodiscard]] const Summary& summary() const { return printer_.summary(); }

Q_SIGNALS:
    void timeIsOver();

private:
    void sample();

    std::function<Sample()> source_;
    StatsPrinter printer_;
    QElapsedTimer elapsed_;
    QTimer pulse_;
    QTimer duration_;
};

}  // namespace footlight::desktop
