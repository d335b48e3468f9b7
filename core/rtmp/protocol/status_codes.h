#pragma once

#include <string_view>

namespace footlight::rtmp {

/// Our own onStatus code, level "error": nothing is wrong with the encoder or its key; the relay, or the part
/// of it that knows the keys, cannot take the stream at this moment. Trying again helps. Encoders that do not
/// know it see the description and the end of the connection.
inline constexpr std::string_view kPublishUnavailable = "NetStream.Publish.Unavailable";

}  // namespace footlight::rtmp
