#pragma once

#include <atomic>
#include <functional>
#include <string>

#include "core/base/clock.h"

namespace footlight::relay::origin {

/// What the origin knows of a publisher's connection. Any thread.
struct PublisherHandle {
    std::function<void(std::string reason)> requestClose;
    std::function<void(std::string url)>
        requestReconnect;                        ///< empty where the encoder does not understand it
    std::atomic<SteadyTime::rep> lastPacket{0};  ///< written by its own loop
};

}  // namespace footlight::relay::origin
