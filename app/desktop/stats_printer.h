#pragma once

#include <iosfwd>
#include <string>

#include "app/desktop/sample.h"
#include "app/desktop/summary.h"

namespace footlight::desktop {

/// One JSON object without a line break: t, bitrate_kbps, fps, drops, latency_ms, stalls, position, rendition
/// and what else is known; null for what is not.
std::string toJsonLine(const Sample& sample, bool isSummary);

/// "20 s, median latency 912 ms, no stalls, first picture 240 ms after joining." for people.
std::string toSentence(const Sample& summary);

/// Writes samples to a stream as they come, each line flushed, and sums them up at the end. Silent but for
/// the sum where no JSON was asked for.
class StatsPrinter {
public:
    enum class Form { Sentence, Json };
    StatsPrinter(std::ostream& out, Form form) : out_(out), form_(form) {}

    void print(const Sample& sample);
    void printSummary();
    [[nodiscard]] const Summary& summary() const { return summary_; }

private:
    std::ostream& out_;
    Form form_;
    Summary summary_;
};

}  // namespace footlight::desktop
