#pragma once

#include <string>
#include <vector>

#include "core/media/types/packet.h"
#include "core/media/types/track.h"

namespace footlight::tests {

/// What an RTMP publisher would send: timestamps are rounded to milliseconds, as FLV has them.
struct FlvClip {
    media::Tracks tracks;
    std::vector<media::Packet> packets;  ///< audio and video interleaved
};

struct ClipOptions {
    int seconds = 6;
    std::string frameRate = "30";
    int gopFrames = 60;
    bool hasVideo = true;
    bool hasAudio = true;
    bool hasBFrames = false;
    std::string size = "320x180";
    int sampleRate = 48'000;
    int videoKbps = 0;  ///< constant bit rate; 0: as it comes
};

/// Encodes a test picture and a tone with ffmpeg. Empty packets where ffmpeg failed.
FlvClip makeClip(const ClipOptions& options = {});

}  // namespace footlight::tests
