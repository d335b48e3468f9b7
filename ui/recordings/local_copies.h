#pragma once

#include <QString>
#include <functional>

#include "core/base/result.h"
#include "core/wire/stream_state.h"

namespace footlight::recordings {

/// What the page needs of the copies that this computer wrote while it was live. On the window's thread.
class LocalCopies {
public:
    virtual ~LocalCopies() = default;
    /// Whether a copy here seems to hold that stretch, by the capture clock.
    [[nodiscard]] virtual bool covers(const wire::RecordingHole& hole) const = 0;
    /// Cuts that stretch out into a file, which the caller deletes. Calls back once, later, on the window's
    /// thread; NotFound where no copy has all of it.
    virtual void cut(const wire::RecordingHole& hole, std::function<void(Result<QString>)> callback) = 0;
};

}  // namespace footlight::recordings
