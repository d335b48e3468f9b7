#pragma once

#include <cstdint>
#include <map>

#include "core/media/types/media_time.h"

namespace footlight::media {

/// Makes one time line from zero of a transport stream's times: 33 bits of 90 kHz that wrap every 26.5 hours
/// (ISO/IEC 13818-1 2.4.3.7) and begin anew where the sender does. One thread at a time.
class TransportClock {
public:
    /// `ticks` is the decoding time of the next frame of `stream` (any number that stays that stream's).
    /// After a jump of more than ten seconds, or back by more than one, the line goes on where it was.
    MediaTime place(int stream, std::int64_t ticks);
    /// How much later `presented` is than `decoded`, also across the wrap.
    static MediaTime offset(std::int64_t decoded, std::int64_t presented);

private:
    [[nodiscard]] bool fits(MediaTime last, MediaTime time) const;

    std::map<int, MediaTime> last_;  ///< by stream
    MediaTime latest_{};
    std::int64_t base_ = 0;     ///< ticks that are `origin_`
    std::int64_t baseOld_ = 0;  ///< before the newest jump: streams jump one after another
    MediaTime origin_{};
    MediaTime originOld_{};
    bool hasBegun_ = false;
};

}  // namespace footlight::media
