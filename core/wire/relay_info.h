#pragma once

#include <optional>
#include <string>

#include "core/base/clock.h"

namespace footlight::wire {

/// GET /api/v1/relay: whoever knows one address of a relay learns all the others here.
struct RelayInfo {
    std::string name;
    std::string version;
    UtcTime time;        ///< the relay's clock when it answered
    std::string rtmp;    ///< rtmp://host:port/live, where publishers connect; the stream name is the key
    std::string media;   ///< http://host:port, below it /live/<channel>/index.m3u8
    std::string api;     ///< http://host:port/api/v1
    std::string socket;  ///< ws://host:port/api/v1/socket
    std::optional<std::string> rtmps{};  ///< where the relay has a certificate
    std::optional<std::string> srt{};    ///< srt://host:port; the stream id is the key

    bool operator==(const RelayInfo&) const = default;
};

}  // namespace footlight::wire
