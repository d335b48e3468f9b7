#include "core/client/pending_lines.h"

#include <algorithm>
#include <chrono>

namespace footlight::client {
namespace {

constexpr std::size_t kLimit = 32;
constexpr std::chrono::seconds kLifetime{30};
constexpr int kMostSends = 2;

}  // namespace

bool PendingLines::add(wire::Say say, SteadyTime now) {
    if (lines_.size() >= kLimit) {
        return false;
    }
    lines_.push_back({Line{std::move(say), now, 0}, false});
    return true;
}

std::vector<wire::Say> PendingLines::due(const std::string& channel) {
    std::vector<wire::Say> says;
    for (auto& kept : lines_) {
        if (kept.line.say.channel == channel && !kept.inFlight && kept.line.sent < kMostSends) {
            kept.inFlight = true;
            ++kept.line.sent;
            says.push_back(kept.line.say);
        }
    }
    return says;
}

std::optional<PendingLines::Line> PendingLines::take(const std::string& nonce) {
    const auto found = std::find_if(lines_.begin(), lines_.end(),
                                    [&](const Kept& kept) { return kept.line.say.nonce == nonce; });
    if (found == lines_.end()) {
        return std::nullopt;
    }
    Line line = std::move(found->line);
    lines_.erase(found);
    return line;
}

std::vector<PendingLines::Line> PendingLines::expire(SteadyTime now) {
    std::vector<Line> expired;
    std::erase_if(lines_, [&](Kept& kept) {
        if (now - kept.line.since < kLifetime) {
            return false;
        }
        expired.push_back(std::move(kept.line));
        return true;
    });
    return expired;
}

std::vector<PendingLines::Line> PendingLines::takeAll() {
    std::vector<Line> all;
    for (auto& kept : lines_) {
        all.push_back(std::move(kept.line));
    }
    lines_.clear();
    return all;
}

void PendingLines::connectionLost() {
    for (auto& kept : lines_) {
        kept.inFlight = false;
    }
}

}  // namespace footlight::client
