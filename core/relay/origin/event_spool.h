#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/wire/hooks.h"

namespace footlight::relay::origin {

/// Keeps undelivered events in a file, one JSON text a line, so that they outlive the process. Every call
/// blocks; one thread at a time.
class EventSpool {
public:
    explicit EventSpool(std::filesystem::path file) : file_(std::move(file)) {}

    struct Loaded {
        std::vector<wire::PublishEvent> events;
        std::size_t unreadable = 0;  ///< lines that are passed over
    };
    /// What the file holds. Empty where there is no file.
    [[nodiscard]] Loaded load() const;
    /// Replaces what the file holds, in one step; no events: removes it. Unavailable where the disk refuses.
    Result<void> save(const std::vector<wire::PublishEvent>& events) const;

private:
    std::filesystem::path file_;
};

}  // namespace footlight::relay::origin
