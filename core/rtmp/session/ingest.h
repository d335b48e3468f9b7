#pragma once

#include <map>
#include <memory>
#include <optional>

#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/stream_events.h"
#include "core/rtmp/session/publish.h"

namespace footlight::rtmp {

/// Makes tracks and packets of the FLV bodies of one publication and hands them to its sink, which it owns.
/// One connection owns one.
class Ingest {
public:
    Ingest(std::unique_ptr<PublishSink> sink, Logger logger);

    /// True where the sink got media out of it. Unsupported or Corrupt where the stream cannot be taken.
    Result<bool> take(StreamEvent event);
    /// Last call.
    void end(PublishEnd end);

private:
    /// What a track was last described by.
    struct Described {
        media::Codec codec{};
        Bytes fingerprint;  ///< what came; equal where nothing has changed
        int nalLengthSize = 0;
        std::optional<media::VideoTrack> sizeless;  ///< where key frames alone tell the picture's size
        bool needsSize = false;                     ///< and none has come yet
    };

    Result<bool> takeMedia(MediaReceived received);
    void takeNames(TrackNamesReceived received);
    Result<bool> takeTag(MediaReceived& received, const media::flv::Tag& tag, bool isAlone);
    Result<bool> takeConfiguration(const media::flv::Tag& tag, ByteView fingerprint);
    Result<bool> describeVideo(const media::flv::Tag& tag, Described& described);
    Result<bool> describeAudio(const media::flv::Tag& tag);
    bool learnSize(const media::flv::Tag& tag);
    Result<bool> takeFrame(MediaReceived& received, const media::flv::Tag& tag, bool isAlone);
    [[nodiscard]] bool isUsable(media::MediaKind kind, const media::flv::Tag& tag);
    void leaveOut(std::string_view why);

    std::unique_ptr<PublishSink> sink_;
    Logger logger_;
    media::Tracks tracks_;
    std::map<media::TrackId, Described> video_;
    std::map<media::TrackId, Described> audio_;
    std::map<media::TrackId, TrackName> names_;
    std::uint64_t dropped_ = 0;
};

}  // namespace footlight::rtmp
