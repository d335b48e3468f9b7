#pragma once

#include <cstdint>
#include <string>

namespace footlight::tests {

/// How long blocking reloads waited beyond the moment that their part was there; milliseconds.
struct Waits {
    std::size_t parts = 0;
    std::size_t playlistBytes = 0;  ///< of the last playlist
    double p50 = 0;
    double p99 = 0;
    double last = 0;  ///< the worst of all
    int failed = 0;   ///< refused, closed, or not answered in time
};

/// `players` connections each ask for the next part of the playlist at `path` by a blocking reload, `parts`
/// times. A part is taken as born when the first of the players has its answer.
Waits waitForParts(std::uint16_t port, const std::string& path, int players, int parts);

}  // namespace footlight::tests
