#include "core/rtmp/session/stream_metadata.h"

#include "core/rtmp/protocol/amf0.h"

namespace footlight::rtmp {

namespace {

constexpr double kAvc = 7;
constexpr double kAac = 10;

}  // namespace

Bytes writeMetadata(const media::Tracks& tracks, const StreamMetadata& metadata) {
    amf0::Object object;
    object.isEcmaArray = true;
    const auto add = [&object](std::string_view name, amf0::Value value) {
        object.properties.push_back({std::string(name), std::move(value)});
    };
    add("duration", 0.0);
    add("encoder", metadata.encoder);
    if (tracks.video) {
        add("width", static_cast<double>(tracks.video->width));
        add("height", static_cast<double>(tracks.video->height));
        add("framerate", tracks.video->frameRate);
        add("videocodecid", kAvc);
        add("videodatarate", static_cast<double>(metadata.videoKbps));
        if (metadata.keyFrameInterval.count() > 0) {
            add("videokeyframe_frequency", std::chrono::duration<double>(metadata.keyFrameInterval).count());
        }
    }
    if (tracks.audio) {
        add("audiocodecid", kAac);
        add("audiosamplerate", static_cast<double>(tracks.audio->sampleRate));
        add("audiosamplesize", 16.0);
        add("audiochannels", static_cast<double>(tracks.audio->channels));
        add("stereo", tracks.audio->channels == 2);
        add("audiodatarate", static_cast<double>(metadata.audioKbps));
    }
    return amf0::writeAll({"@setDataFrame", "onMetaData", std::move(object)});
}

}  // namespace footlight::rtmp
