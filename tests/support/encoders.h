#pragma once

#include <string>
#include <vector>

namespace footlight::tests {

/// What an encoder of others is asked to publish: a test picture at 30 frames a second, and a tone.
struct Encoding {
    std::string size = "640x360";
    int seconds = 60;
    int keyFrameInterval = 60;  ///< frames
    std::string videoCodec = "libx264";
    bool hasBFrames = false;
    int sampleRate = 48'000;
    std::string picture{};  ///< ffmpeg: a source of lavfi and its filters in place of the test picture
};

/// The command lines, in real time.
std::vector<std::string> ffmpegEncoder(const std::string& url, const Encoding& encoding = {});
/// `sink`: rtmp2sink, or rtmpsink, which publishes through librtmp.
std::vector<std::string> gstreamerEncoder(const std::string& url, const Encoding& encoding = {},
                                          const std::string& sink = "rtmp2sink");

}  // namespace footlight::tests
