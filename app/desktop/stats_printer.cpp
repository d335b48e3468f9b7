#include "app/desktop/stats_printer.h"

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <vector>

namespace footlight::desktop {
namespace {

std::string quoted(const std::string& text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            json += c;
        }
    }
    return json + '"';
}

std::string number(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : "null";
}

std::string number(const std::optional<double>& value, int decimals) {
    return value ? number(*value, decimals) : "null";
}

template <typename T>
std::string whole(const std::optional<T>& value) {
    return value ? std::to_string(*value) : "null";
}

std::string text(const std::optional<std::string>& value) { return value ? quoted(*value) : "null"; }

std::string counted(std::uint64_t count, const std::string& one, const std::string& many) {
    if (count == 0) {
        return "no " + many;
    }
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

}  // namespace

std::string toJsonLine(const Sample& sample, bool isSummary) {
    std::string json = "{";
    if (isSummary) {
        json += "\"summary\":true,";
    }
    json += fmt::format(
        R"("t":{},"bitrate_kbps":{},"fps":{},"drops":{},"latency_ms":{},"stalls":{},"position":{},"rendition":{})",
        number(sample.seconds, 1), number(sample.bitrateKbps, 0), number(sample.fps, 1), whole(sample.drops),
        number(sample.latencyMs, 0), whole(sample.stalls), number(sample.position, 1),
        text(sample.rendition));
    json += fmt::format(
        R"(,"glass_latency_ms":{},"buffer_s":{},"rate":{},"join_ms":{},"round_trip_ms":{},"state":{})",
        number(sample.glassLatencyMs, 0), number(sample.bufferSeconds, 2), number(sample.rate, 3),
        number(sample.joinMs, 0), number(sample.roundTripMs, 1), text(sample.state));
    if (isSummary) {
        json += fmt::format(R"(,"golive_ms":{},"glass_p95_ms":{})", number(sample.goLiveMs, 0),
                            number(sample.glassP95Ms, 0));
    }
    return json + "}";
}

std::string toSentence(const Sample& summary) {
    std::vector<std::string> parts;
    if (summary.latencyMs) {
        parts.push_back(fmt::format("median {}latency {:.0f} ms",
                                    summary.glassLatencyMs ? "glass-to-glass " : "", *summary.latencyMs));
    }
    if (summary.glassP95Ms) {
        parts.push_back(fmt::format("95 % within {:.0f} ms", *summary.glassP95Ms));
    }
    if (summary.fps) {
        parts.push_back(fmt::format("{:.0f} pictures a second", *summary.fps));
    }
    if (summary.bitrateKbps) {
        parts.push_back(fmt::format("{:.0f} kbit/s", *summary.bitrateKbps));
    }
    if (summary.stalls) {
        parts.push_back(counted(static_cast<std::uint64_t>(*summary.stalls), "stall", "stalls"));
    }
    if (summary.drops) {
        parts.push_back(counted(*summary.drops, "dropped picture", "dropped pictures"));
    }
    if (summary.goLiveMs) {
        parts.push_back(fmt::format("first picture {:.0f} ms after going live", *summary.goLiveMs));
    }
    if (summary.joinMs) {
        parts.push_back(fmt::format("first picture {:.0f} ms after joining", *summary.joinMs));
    }
    std::string sentence = fmt::format("{:.0f} s", summary.seconds);
    for (const auto& part : parts) {
        sentence += ", " + part;
    }
    return sentence + ".";
}

void StatsPrinter::print(const Sample& sample) {
    summary_.add(sample);
    if (form_ == Form::Json) {
        out_ << toJsonLine(sample, false) << std::endl;
    }
}

void StatsPrinter::printSummary() {
    const Sample sum = summary_.value();
    out_ << (form_ == Form::Json ? toJsonLine(sum, true) : toSentence(sum)) << std::endl;
}

}  // namespace footlight::desktop
