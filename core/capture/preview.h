#pragma once

#include <compare>
#include <cstdint>
#include <memory>

#include "core/base/result.h"

namespace footlight::capture {

/// An X11 window (QWidget::winId() of a native, visible widget).
using NativeWindow = std::uintptr_t;

struct PreviewId {
    std::uint32_t value = 0;
    auto operator<=>(const PreviewId&) const = default;
};

class StudioCore;

/// Draws what is on air into native windows, letterboxed. Owned by the StudioEngine, used on its thread. A
/// window must be detached before it is destroyed.
class Previews {
public:
    explicit Previews(StudioCore& core);
    ~Previews();
    Previews(const Previews&) = delete;
    Previews& operator=(const Previews&) = delete;

    /// Sizes in device pixels.
    Result<PreviewId> attach(NativeWindow window, int width, int height);
    void resize(PreviewId id, int width, int height);
    void detach(PreviewId id);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::capture
