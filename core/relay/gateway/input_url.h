#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace footlight::relay::gateway {

enum class InputKind : std::uint8_t { Udp, Srt, Rtmp, Rtmps };

/// The address of a channel's input, taken apart.
struct InputUrl {
    InputKind kind = InputKind::Udp;
    std::string host;  ///< without brackets
    std::uint16_t port = 0;
    std::string path;   ///< RTMP: app and stream, without the slash in front
    std::string query;  ///< without the question mark

    /// What the query says of a name, decoded; empty without it.
    [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// udp://ADDRESS:PORT, srt://HOST:PORT[?streamid=...], rtmp[s]://HOST[:PORT]/APP/STREAM. Invalid otherwise.
Result<InputUrl> parseInputUrl(std::string_view text);

}  // namespace footlight::relay::gateway
