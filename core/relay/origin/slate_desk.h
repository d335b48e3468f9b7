#pragma once

#include <optional>

#include "core/base/clock.h"
#include "core/net/async/task.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/slate_library.h"

namespace footlight::relay::origin {

/// Has the slate of one broadcast ready, in the shape of what was shown, and plays it. Owned by the
/// LiveStream, on its executor.
class SlateDesk {
public:
    SlateDesk(net::Executor executor, SlateLibrary& library, const Clock& clock);

    /// Fetches the slate for this shape, where it is another than the one at hand. `slate` as in
    /// ChannelPolicy.
    void prepare(const StreamShape& shape, const std::string& slate);
    [[nodiscard]] bool isReady() const { return shelf_->clip != nullptr; }
    [[nodiscard]] bool isPlaying() const { return player_.has_value(); }

    /// Begins; the slate's time zero was at `since`.
    StreamShape start(SteadyTime since);
    void stop() { player_.reset(); }
    /// The next packet that is due now.
    std::optional<media::Packet> next();
    /// When a moment of the slate that is playing is shown.
    [[nodiscard]] UtcTime date(media::MediaTime at) const;

private:
    /// Outlives the desk where a slate comes late.
    struct Shelf {
        std::optional<SlateRequest> wanted;
        SlateClipPtr clip;
    };

    net::Executor executor_;
    SlateLibrary& library_;
    const Clock& clock_;
    std::shared_ptr<Shelf> shelf_ = std::make_shared<Shelf>();
    bool hasVideo_ = true;
    bool hasAudio_ = true;
    std::optional<SlatePlayer> player_;
    SteadyTime since_{};
    UtcTime utcSince_{};
};

}  // namespace footlight::relay::origin
