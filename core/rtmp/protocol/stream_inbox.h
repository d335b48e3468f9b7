#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/rtmp/protocol/message.h"
#include "core/rtmp/protocol/stream_events.h"

namespace footlight::rtmp {

/// What one side of a connection is told of its stream: aggregates taken apart, all on one time line, handed
/// out one by one. Owned by a peer.
class StreamInbox {
public:
    /// A stream begins, with times of its own.
    void begin();
    /// An audio, video, data or aggregate message. Corrupt.
    Result<void> take(Message message);
    /// In the order in which they came; nothing where all are out.
    std::optional<StreamEvent> next();

private:
    void add(Message message);

    Timeline timeline_;
    std::vector<StreamEvent> told_;
    std::size_t taken_ = 0;  ///< of `told_`
};

}  // namespace footlight::rtmp
