#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/logger.h"
#include "core/relay/origin/follower.h"
#include "core/relay/origin/packager.h"
#include "core/relay/origin/rendition.h"
#include "core/relay/origin/rendition_names.h"
#include "core/relay/origin/restored_window.h"
#include "core/relay/origin/stream_snapshot.h"

namespace footlight::relay::origin {

/// All renditions of one broadcast. The source (first picture and first sound) decides where segments and
/// parts end; other tracks of the publisher are cut at the same instants and numbered alike. Owned by the
/// Programme.
class RenditionSet {
public:
    struct Setup {
        Announcement announcement;
        const StreamSettings& settings;
        std::shared_ptr<BroadcastArchive> archive;
        std::uint64_t sequence = 0;               ///< of the first segment
        std::uint64_t discontinuitySequence = 0;  ///< before it
    };
    /// What an earlier process made of this broadcast.
    struct Kept {
        std::vector<ArchivedRendition> renditions;
        std::uint64_t discontinuitySequence = 0;  ///< before the source's first segment
    };
    RenditionSet(Setup setup, Kept kept, Logger logger);

    [[nodiscard]] const Announcement& announcement() const { return setup_.announcement; }

    /// When a moment of the time line was captured.
    using Dating = std::function<UtcTime(media::MediaTime)>;
    /// Cuts the tracks of another source from here on, behind a discontinuity. Unsupported where the first
    /// tracks cannot be carried; others that cannot are left out.
    Result<void> begin(const StreamShape& shape, bool isSlate, Dating date);
    /// True where there is something new to fetch. Times go on where interrupt() ended.
    Result<bool> push(const media::Packet& packet);
    /// What was pushed is made whole; segments end.
    void interrupt();
    /// Segments end with the last part that is whole; what was pushed after it is dropped.
    void cut();

    [[nodiscard]] std::vector<StreamSnapshot::Rendition> snapshots(WindowPhase phase);

private:
    struct Other {
        TrackSelection wanted;
        Rendition rendition;
        Follower follower{};
    };

    [[nodiscard]] LiveWindow::Start windowStart(std::uint64_t sequence,
                                                std::uint64_t discontinuitySequence) const;
    Rendition makeRendition(std::string name, LiveWindow::Start start) const;
    void restore(RestoredWindow window);
    void addOthers(const media::Tracks& tracks);
    void beginOther(Other& other, const StreamShape& shape, bool isSlate);
    void add(std::vector<PackagedPart> parts);
    void addPart(PackagedPart part);
    bool settle(bool isLast);

    Setup setup_;
    Logger logger_;
    Rendition source_;
    std::vector<Other> others_;
    std::unique_ptr<Packager> packager_;
    Dating date_;
    bool isSlate_ = false;
    bool isDiscontinuous_ = false;
};

}  // namespace footlight::relay::origin
