#include "core/capture/local_copy/flv_tags.h"

#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/data_message.h"

namespace footlight::capture {
namespace {

using std::chrono::milliseconds;
namespace flv = media::flv;

milliseconds fileTime(media::MediaTime time) {
    return std::max(std::chrono::floor<milliseconds>(time), milliseconds{0});
}

Result<void> append(Bytes& to, flv::FileTagType type, milliseconds time, ByteView head, ByteView payload) {
    auto tag = flv::fileTag(type, time, head, payload);
    if (!tag) {
        return fail(std::move(tag.error()));
    }
    to.insert(to.end(), tag->begin(), tag->end());
    return {};
}

}  // namespace

Result<Bytes> configurationTags(const media::Tracks& tracks, milliseconds time) {
    Bytes tags;
    if (tracks.video) {
        const auto head = flv::configurationHeader(tracks.video->codec, 0);
        if (auto done = append(tags, flv::FileTagType::Video, time, head, tracks.video->configuration);
            !done) {
            return fail(std::move(done.error()));
        }
    }
    if (tracks.audio && flv::hasConfiguration(tracks.audio->codec)) {
        const auto head = flv::configurationHeader(tracks.audio->codec, 0);
        if (auto done = append(tags, flv::FileTagType::Audio, time, head, tracks.audio->configuration);
            !done) {
            return fail(std::move(done.error()));
        }
    }
    return tags;
}

Result<Bytes> clockTag(UtcTime utc, milliseconds time) {
    return flv::fileTag(flv::FileTagType::Data, time, rtmp::writeCaptureClock(utc));
}

Result<Bytes> frameTag(const media::Packet& packet, media::Codec codec) {
    const bool isVideo = packet.kind == media::MediaKind::Video;
    // Each time is cut by itself, so that neither drifts.
    const auto offset =
        std::chrono::floor<milliseconds>(packet.pts) - std::chrono::floor<milliseconds>(packet.dts);
    const auto head =
        flv::frameHeader(codec, 0, !isVideo || packet.isKeyFrame, isVideo ? offset : milliseconds{0});
    return flv::fileTag(isVideo ? flv::FileTagType::Video : flv::FileTagType::Audio, fileTime(packet.dts),
                        head, *packet.payload);
}

}  // namespace footlight::capture
