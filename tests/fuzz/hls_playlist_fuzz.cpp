#include "core/hls/low_latency.h"
#include "core/hls/parser.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

/// Small, so that the limits are reached too.
constexpr hls::ParseLimits kLimits{64 * 1024, 200};

/// A player that has `whole` gets it back from a delta update of it.
void requireWhole(const hls::MediaPlaylist& whole) {
    if (whole.skippedSegments != 0) {
        return;
    }
    const auto joined = hls::applyDelta(whole, hls::makeDelta(whole));
    fuzz::require(joined.has_value() && joined->segments.size() == whole.segments.size());
}

}  // namespace

// One playlist, or two with a zero byte between: what a player has, and an update for it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto split = std::min(input.find('\0'), input.size());
    const auto before = hls::parsePlaylist(input.substr(0, split), kLimits);
    const auto* known = before ? std::get_if<hls::MediaPlaylist>(&*before) : nullptr;
    if (known == nullptr) {
        return 0;
    }
    requireWhole(*known);
    const auto after = hls::parsePlaylist(input.substr(std::min(split + 1, input.size())), kLimits);
    if (const auto* update = after ? std::get_if<hls::MediaPlaylist>(&*after) : nullptr) {
        const auto joined = hls::applyDelta(*known, *update);
        fuzz::require(!joined || joined->skippedSegments == 0);
        fuzz::require(!joined ||
                      joined->segments.size() == update->skippedSegments + update->segments.size());
    }
    return 0;
}
