#pragma once

#include <string>

namespace footlight::app {

/// The exit code where the stream will never be taken: its key, or its codecs.
inline constexpr int kStreamRefused = 3;

/// `footlight-relay-transcoder transcode`: publishes the MPEG-TS on standard input at the origin (HOST:PORT)
/// as `app`, with the key that FOOTLIGHT_STREAM_KEY holds. Returns the exit code; why it ended goes to
/// standard error.
int transcodeInput(const std::string& origin, const std::string& app, int program, const std::string& name);

}  // namespace footlight::app
