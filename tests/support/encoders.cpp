#include "tests/support/encoders.h"

#include <algorithm>

namespace footlight::tests {

namespace {

constexpr int kFrameRate = 30;
/// Sound comes in 1024 samples at 48 kHz.
constexpr int kSoundsASecond = 47;

/// The source's own arguments come before the filters behind it.
std::string pictureOf(const Encoding& encoding) {
    const std::string picture = encoding.picture.empty() ? "testsrc2" : encoding.picture;
    const auto end = std::min(picture.find(','), picture.size());
    const std::string separator = picture.find('=') < end ? ":" : "=";
    return picture.substr(0, end) + separator + "size=" + encoding.size +
           ":rate=" + std::to_string(kFrameRate) + ":duration=" + std::to_string(encoding.seconds) +
           picture.substr(end);
}

}  // namespace

std::vector<std::string> ffmpegEncoder(const std::string& url, const Encoding& encoding) {
    const std::string duration = std::to_string(encoding.seconds);
    std::vector<std::string> command = {
        "ffmpeg",
        "-nostdin",
        "-v",
        "warning",
        "-re",
        "-f",
        "lavfi",
        "-i",
        pictureOf(encoding),
        "-f",
        "lavfi",
        "-i",
        "sine=frequency=440:sample_rate=" + std::to_string(encoding.sampleRate) + ":duration=" + duration,
        "-c:v",
        encoding.videoCodec};
    const auto add = [&](std::initializer_list<std::string> words) { command.insert(command.end(), words); };
    if (encoding.videoCodec == "libx264") {
        add({"-preset", "ultrafast", "-pix_fmt", "yuv420p"});
        if (encoding.hasBFrames) {
            add({"-bf", "2"});
        } else {
            add({"-tune", "zerolatency"});
        }
    }
    add({"-g", std::to_string(encoding.keyFrameInterval), "-b:v", "600k"});
    add({"-c:a", "aac", "-b:a", "96k", "-ac", "2", "-f", "flv", url});
    return command;
}

std::vector<std::string> gstreamerEncoder(const std::string& url, const Encoding& encoding,
                                          const std::string& sink) {
    const std::size_t cross = encoding.size.find('x');
    const std::string shape =
        "width=" + encoding.size.substr(0, cross) + ",height=" + encoding.size.substr(cross + 1);
    return {"gst-launch-1.0",
            "-q",
            "-e",
            "videotestsrc",
            "is-live=true",
            "num-buffers=" + std::to_string(kFrameRate * encoding.seconds),
            "!",
            "video/x-raw," + shape + ",framerate=30/1",
            "!",
            "x264enc",
            "tune=zerolatency",
            "speed-preset=ultrafast",
            "bitrate=600",
            "key-int-max=" + std::to_string(encoding.keyFrameInterval),
            "!",
            "video/x-h264,profile=baseline",
            "!",
            "flvmux",
            "name=mux",
            "streamable=true",
            "!",
            sink,
            "location=" + url,
            "audiotestsrc",
            "is-live=true",
            "num-buffers=" + std::to_string(kSoundsASecond * encoding.seconds),
            "!",
            "audio/x-raw,rate=48000,channels=2",
            "!",
            "avenc_aac",
            "!",
            "mux."};
}

}  // namespace footlight::tests
