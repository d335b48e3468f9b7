#pragma once

#include <memory>
#include <string>

#include "core/relay/origin/live_window.h"
#include "core/relay/ports/archive.h"

namespace footlight::relay::origin {

/// One rendition of a broadcast: its window of segments, and the archive that is told the same. Owned by the
/// Programme.
class Rendition {
public:
    /// Without an archive nothing is kept. Goes on with the last initialisation section of `start`.
    Rendition(std::string name, LiveWindow::Start start, std::shared_ptr<BroadcastArchive> archive);

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] LiveWindow& window() { return window_; }
    [[nodiscard]] const LiveWindow& window() const { return window_; }

    /// What segments begin with from now on. It keeps its name for as long as its bytes stay the same.
    void useInit(const SharedBytes& bytes);
    [[nodiscard]] bool hasInit() const { return init_ != nullptr; }

    struct Head {
        UtcTime shownAt{};
        bool discontinuity = false;
        bool isSlate = false;
    };
    void beginSegment(const Head& head);
    void addPart(SharedBytes bytes, media::MediaTime duration, bool isIndependent);
    void closeSegment();
    /// Ends an open segment that stayed empty: it is listed as a gap.
    void closeAsGap(media::MediaTime duration) { window_.closeAsGap(duration); }

private:
    std::string name_;
    std::shared_ptr<BroadcastArchive> archive_;
    std::shared_ptr<const InitSection> init_;
    LiveWindow window_;
    SegmentHead head_;
    bool isArchived_ = false;  ///< the open segment
};

}  // namespace footlight::relay::origin
