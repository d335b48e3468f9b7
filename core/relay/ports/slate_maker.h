#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/net/async/task.h"

namespace footlight::relay {

/// What viewers see while the publisher is away, in the shape of what it sent.
struct SlateRequest {
    std::string slate;  ///< SHA-256 of the channel's own picture or clip; empty: the default
    int width = 1280;
    int height = 720;
    double frameRate = 30;
    int sampleRate = 48'000;  ///< 0: no sound
    int channels = 2;

    bool operator==(const SlateRequest&) const = default;
};

/// Makes slates: H.264 and AAC, the first picture a key frame, to be played round and round.
class SlateMaker {
public:
    virtual ~SlateMaker() = default;
    /// A finished FLV file, the same for the same request while it is cached. Unavailable where none can be
    /// made (said once in the log). Takes seconds; any loop.
    virtual net::Task<Result<std::filesystem::path>> make(SlateRequest request) = 0;
};

}  // namespace footlight::relay
