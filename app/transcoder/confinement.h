#pragma once

#include <cstdint>

#include "core/base/result.h"

namespace footlight::app {

/// What a process that meets foreign bytes keeps for itself.
struct Confinement {
    std::uint64_t memory = 0;      ///< bytes of address space
    std::uint64_t cpuSeconds = 0;  ///< 0: as much as it takes
    bool mayConnect = false;       ///< may open network connections
    bool mayOpenFiles = false;     ///< may open files to read
};

/// Gives up everything else for this process and its threads to come, for good: limits by setrlimit, no new
/// programs and no tracing (seccomp), no files (Landlock, where the kernel has it). Unavailable where the
/// kernel has no seccomp filters.
Result<> confine(const Confinement& confinement);

}  // namespace footlight::app
