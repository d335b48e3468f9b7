#include "core/rtmp/session/stream_metadata.h"

#include "core/media/bitstream/flv_tag.h"
#include "core/rtmp/protocol/amf0.h"

namespace footlight::rtmp {

namespace {

using media::Codec;

/// The number of the legacy formats, else the FourCC as a number (Enhanced RTMP).
double codecId(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return 7;
        case Codec::Aac:
            return 10;
        case Codec::Mp3:
            return 2;
        default:
            break;
    }
    double number = 0;
    for (const char letter : media::flv::fourCcOf(codec)) {
        number = number * 256 + static_cast<unsigned char>(letter);
    }
    return number;
}

void add(amf0::Object& object, std::string_view name, amf0::Value value) {
    object.properties.push_back({std::string(name), std::move(value)});
}

void describe(const media::VideoTrack& track, amf0::Object& object) {
    add(object, "width", static_cast<double>(track.width));
    add(object, "height", static_cast<double>(track.height));
    add(object, "framerate", track.frameRate);
    add(object, "videocodecid", codecId(track.codec));
}

void describe(const media::AudioTrack& track, amf0::Object& object) {
    add(object, "audiocodecid", codecId(track.codec));
    add(object, "audiosamplerate", static_cast<double>(track.sampleRate));
    add(object, "audiosamplesize", 16.0);
    add(object, "audiochannels", static_cast<double>(track.channels));
    add(object, "stereo", track.channels == 2);
}

void describe(const media::AudioTrack& track, const std::string& label, const std::string& language,
              amf0::Object& object) {
    describe(track, object);
    if (!label.empty()) {
        add(object, "trackName", label);
    }
    if (!language.empty()) {
        add(object, "language", language);
    }
}

template <typename Track>
amf0::Object trackMap(const std::map<media::TrackId, Track>& tracks) {
    amf0::Object map;
    for (const auto& [id, track] : tracks) {
        amf0::Object object;
        if constexpr (std::is_same_v<Track, media::AudioTrack>) {
            describe(track, track.label, track.language, object);
        } else {
            describe(track, object);
        }
        add(map, std::to_string(id), std::move(object));
    }
    return map;
}

}  // namespace

Bytes writeMetadata(const media::Tracks& tracks, const StreamMetadata& metadata, MetadataFor reader) {
    amf0::Object object;
    object.isEcmaArray = true;
    add(object, "duration", 0.0);
    add(object, "encoder", metadata.encoder);
    if (tracks.video) {
        describe(*tracks.video, object);
        add(object, "videodatarate", static_cast<double>(metadata.videoKbps));
        if (metadata.keyFrameInterval.count() > 0) {
            add(object, "videokeyframe_frequency",
                std::chrono::duration<double>(metadata.keyFrameInterval).count());
        }
    }
    if (tracks.audio) {
        describe(*tracks.audio, object);
        add(object, "audiodatarate", static_cast<double>(metadata.audioKbps));
    }
    if (!tracks.moreVideo.empty()) {
        add(object, "videoTrackIdInfoMap", trackMap(tracks.moreVideo));
    }
    if (!tracks.moreAudio.empty()) {
        add(object, "audioTrackIdInfoMap", trackMap(tracks.moreAudio));
    }
    if (reader == MetadataFor::Player) {
        return amf0::writeAll({"onMetaData", std::move(object)});
    }
    return amf0::writeAll({"@setDataFrame", "onMetaData", std::move(object)});
}

}  // namespace footlight::rtmp
