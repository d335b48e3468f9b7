#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/wire/socket.h"

namespace footlight::client {

/// Lines of chat that were said and not yet confirmed by the relay: at most 32, each for 30 s, each sent
/// twice at most (once more after a reconnect; the nonce keeps it from appearing twice).
class PendingLines {
public:
    struct Line {
        wire::Say say;
        SteadyTime since;
        int sent = 0;
    };

    /// False when full: the line is not kept.
    bool add(wire::Say say, SteadyTime now);
    /// What is to be sent now that we are in this channel; counts as sent.
    std::vector<wire::Say> due(const std::string& channel);
    /// The line that was confirmed or refused, off the list.
    std::optional<Line> take(const std::string& nonce);
    /// Lines older than 30 s, off the list.
    std::vector<Line> expire(SteadyTime now);
    std::vector<Line> takeAll();
    /// After a lost connection: what was sent once may be sent again.
    void connectionLost();
    [[nodiscard]] bool empty() const { return lines_.empty(); }

private:
    struct Kept {
        Line line;
        bool inFlight = false;
    };
    std::vector<Kept> lines_;
};

}  // namespace footlight::client
