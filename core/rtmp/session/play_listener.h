#pragma once

#include "core/rtmp/session/play_frame.h"

namespace footlight::rtmp {

/// One player of a PlayFeed; called on its own loop.
class PlayListener {
public:
    virtual ~PlayListener() = default;
    /// In order, each once. Does not leave the feed while it is called.
    virtual void frames(const PlayFrames& frames) = 0;
    /// The stream is over; the last call. The same rule.
    virtual void ended() = 0;
};

}  // namespace footlight::rtmp
