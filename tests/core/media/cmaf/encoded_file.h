#pragma once

#include <string>
#include <vector>

#include "core/media/cmaf/cmaf_muxer.h"
#include "core/media/cmaf/init_reader.h"
#include "core/media/cmaf/segment_index.h"
#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// What another muxer, FFmpeg's, makes of a test picture and a tone: fragments of one GOP, and what is in
/// them.
struct EncodedFile {
    Bytes bytes;
    std::vector<media::InitTrack> init;
    media::SegmentIndex index;
    media::Tracks tracks;
    std::vector<media::Sample> samples;  ///< fragment by fragment, pictures before sound
};

struct EncodeOptions {
    std::vector<std::string> video{"-c:v", "libx264", "-preset", "ultrafast", "-g", "30", "-bf", "2"};
    std::vector<std::string> audio{"-c:a", "aac"};
    std::string size = "320x180";
    std::string seconds = "4";
    int sampleRate = 48'000;
};

/// Empty where ffmpeg failed, which a failed expectation tells.
EncodedFile encode(const EncodeOptions& options);

/// What an RTMP publisher would send of such a file, its times rounded to milliseconds.
FlvClip clipOf(const EncodedFile& file);

/// Writes `bytes` into `folder` and gives what ffmpeg or ffprobe say of the file, errors included.
std::string write(const TempDir& folder, const std::string& name, ByteView bytes);
std::string ask(std::vector<std::string> command, const std::string& file,
                const std::vector<std::string>& behind = {});

/// The MD5 of all decoded pictures or samples ("v" or "a") of a file, and every complaint of the decoder.
std::string decodedHash(const std::string& file, const std::string& stream);

}  // namespace footlight::tests
