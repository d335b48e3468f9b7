#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/clock.h"

namespace footlight::capture {

/// Where local copies stand and how many of them: what is older or more goes, the oldest first.
struct LocalCopyRule {
    std::filesystem::path folder;
    int keepDays = 14;
    std::uint64_t keepBytes = 100'000'000'000;
    std::uint64_t leaveFree = 5'000'000'000;  ///< below so much room on the disk nothing is written

    bool operator==(const LocalCopyRule&) const = default;
};

/// One file; its times are by the capture clock, the end as far as the file system tells it.
struct KeptCopy {
    std::filesystem::path file;
    UtcTime startsAt{};
    UtcTime endsAt{};
    std::uint64_t bytes = 0;
};

/// "footlight 2026-11-21 13.46.00.123.flv", in UTC.
std::filesystem::path copyName(UtcTime startsAt);

/// Oldest first; other files in the folder are not ours.
std::vector<KeptCopy> copiesIn(const std::filesystem::path& folder);

/// Deletes what the rule does not keep. `spared` is being written.
void tidy(const LocalCopyRule& rule, UtcTime now, const std::filesystem::path& spared);

}  // namespace footlight::capture
