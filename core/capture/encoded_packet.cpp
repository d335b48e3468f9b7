#include "core/capture/encoded_packet.h"

#include <obs-avc.h>

namespace footlight::capture {

namespace {

Bytes headerOf(const obs_encoder_t* encoder) {
    std::uint8_t* data = nullptr;
    std::size_t size = 0;
    if (encoder == nullptr || !obs_encoder_get_extra_data(encoder, &data, &size)) {
        return {};
    }
    return {data, data + size};
}

/// avcC (ISO/IEC 14496-15 5.2.4.1) of an Annex B header.
Bytes avcConfiguration(const Bytes& annexB) {
    std::uint8_t* record = nullptr;
    const std::size_t size = obs_parse_avc_header(&record, annexB.data(), annexB.size());
    const std::unique_ptr<std::uint8_t, ObsRelease<bfree>> owner(record);
    return record == nullptr ? Bytes{} : Bytes(record, record + size);
}

media::MediaTime ticks(std::int64_t count, const encoder_packet& packet) {
    return media::MediaTime(count * 90000 * packet.timebase_num / packet.timebase_den);
}

SharedBytes lengthPrefixed(const encoder_packet& packet, bool& isKeyFrame, int& priority) {
    encoder_packet parsed{};
    obs_parse_avc_packet(&parsed, &packet);
    isKeyFrame = parsed.keyframe;
    priority = parsed.priority;
    auto payload = share(Bytes(parsed.data, parsed.data + parsed.size));
    obs_encoder_packet_release(&parsed);
    return payload;
}

}  // namespace

Result<BroadcastFormat> formatOf(const obs_encoder_t* video, const obs_encoder_t* audio) {
    BroadcastFormat format;
    media::VideoTrack picture;
    picture.configuration = avcConfiguration(headerOf(video));
    picture.width = static_cast<int>(obs_encoder_get_width(video));
    picture.height = static_cast<int>(obs_encoder_get_height(video));
    obs_video_info info{};
    if (obs_get_video_info(&info)) {
        picture.frameRate = static_cast<double>(info.fps_num) / info.fps_den;
    }
    media::AudioTrack sound;
    sound.configuration = headerOf(audio);
    sound.sampleRate = static_cast<int>(obs_encoder_get_sample_rate(audio));
    sound.channels = static_cast<int>(audio_output_get_channels(obs_get_audio()));
    if (picture.configuration.empty() || sound.configuration.empty()) {
        return fail(ErrorCategory::Corrupt, "capture.header",
                    "An encoder gave no header; reinstall the packages obs-studio and libx264.");
    }
    format.tracks.video = std::move(picture);
    format.tracks.audio = std::move(sound);
    return format;
}

OutgoingPacket convert(const encoder_packet& packet, UtcTime capturedAt) {
    OutgoingPacket outgoing;
    outgoing.capturedAt = capturedAt;
    outgoing.packet.dts = ticks(packet.dts, packet);
    outgoing.packet.pts = ticks(packet.pts, packet);
    if (packet.type == OBS_ENCODER_AUDIO) {
        outgoing.packet.kind = media::MediaKind::Audio;
        outgoing.packet.isKeyFrame = true;
        outgoing.packet.payload = share(Bytes(packet.data, packet.data + packet.size));
        return outgoing;
    }
    int priority = packet.priority;
    outgoing.packet.payload = lengthPrefixed(packet, outgoing.packet.isKeyFrame, priority);
    outgoing.disposable = priority == 0;
    return outgoing;
}

}  // namespace footlight::capture
