#pragma once

#include <memory>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/server_peer.h"
#include "core/rtmp/session/publish.h"

namespace footlight::rtmp {

/// Makes tracks and packets of the FLV bodies of one publication and hands them to its sink, which it owns.
/// One connection owns one.
class Ingest {
public:
    Ingest(std::unique_ptr<PublishSink> sink, Logger logger);

    /// True where the sink got something out of it. Unsupported or Corrupt where the stream cannot be taken.
    Result<bool> take(MediaReceived received);
    void take(const CaptureClockReceived& received);
    void take(const KeyFrameIntervalReceived& received);
    /// Last call.
    void end(PublishEnd end);

private:
    Result<bool> takeConfiguration(media::Codec codec, ByteView configuration);
    Result<bool> takeFrame(MediaReceived received, const media::flv::Tag& tag);

    std::unique_ptr<PublishSink> sink_;
    Logger logger_;
    media::Tracks tracks_;
    int nalLengthSize_ = 4;
    std::uint64_t dropped_ = 0;
};

}  // namespace footlight::rtmp
