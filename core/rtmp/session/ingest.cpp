#include "core/rtmp/session/ingest.h"

#include <algorithm>

#include "core/media/bitstream/aac_configuration.h"
#include "core/media/bitstream/avc_configuration.h"

namespace footlight::rtmp {

using media::MediaKind;
using media::flv::TagKind;

namespace {

/// True where the sequence header is the one that we have: encoders repeat them.
template <typename Track>
bool isKnown(const std::optional<Track>& track, ByteView configuration) {
    return track && std::equal(track->configuration.begin(), track->configuration.end(),
                               configuration.begin(), configuration.end());
}

}  // namespace

Ingest::Ingest(std::unique_ptr<PublishSink> sink, Logger logger)
    : sink_(std::move(sink)), logger_(std::move(logger)) {}

Result<bool> Ingest::take(MediaReceived received) {
    const bool isVideo = received.kind == MediaKind::Video;
    auto tag = isVideo ? media::flv::parseVideo(received.body) : media::flv::parseAudio(received.body);
    if (!tag) {
        return fail(std::move(tag.error()));
    }
    switch (tag->kind) {
        case TagKind::Configuration:
            return takeConfiguration(tag->codec, tag->payload);
        case TagKind::Frame:
            return takeFrame(std::move(received), *tag);
        default:
            return false;
    }
}

Result<bool> Ingest::takeConfiguration(media::Codec codec, ByteView configuration) {
    if (media::kindOf(codec) == MediaKind::Video ? isKnown(tracks_.video, configuration)
                                                 : isKnown(tracks_.audio, configuration)) {
        return true;
    }
    if (media::kindOf(codec) == MediaKind::Video) {
        auto parsed = media::parseAvcConfiguration(configuration);
        auto track = media::avcTrack(configuration);
        if (!parsed || !track) {
            return fail(std::move(parsed ? track.error() : parsed.error()));
        }
        nalLengthSize_ = parsed->nalLengthSize;
        tracks_.video = std::move(*track);
    } else {
        auto track = media::aacTrack(configuration);
        if (!track) {
            return fail(std::move(track.error()));
        }
        tracks_.audio = std::move(*track);
    }
    sink_->tracks(tracks_);
    return true;
}

Result<bool> Ingest::takeFrame(MediaReceived received, const media::flv::Tag& tag) {
    const bool isVideo = received.kind == MediaKind::Video;
    const bool isDescribed = isVideo ? tracks_.video.has_value() : tracks_.audio.has_value();
    if (!isDescribed || (isVideo && !media::areNalUnitsWhole(tag.payload, nalLengthSize_))) {
        if (++dropped_ == 1) {
            logger_.warning("leaving out frames {}", isDescribed ? "whose NAL units do not add up"
                                                                 : "that came before their sequence header");
        }
        return false;
    }
    media::Packet packet;
    packet.kind = received.kind;
    packet.dts = received.time;
    packet.pts = received.time + tag.compositionOffset;
    packet.isKeyFrame = tag.isKeyFrame;
    const auto headerSize = static_cast<std::ptrdiff_t>(received.body.size() - tag.payload.size());
    received.body.erase(received.body.begin(), received.body.begin() + headerSize);
    packet.payload = share(std::move(received.body));
    sink_->packet(std::move(packet));
    return true;
}

void Ingest::take(const CaptureClockReceived& received) { sink_->captureClock(received.at, received.utc); }

void Ingest::take(const KeyFrameIntervalReceived& received) { sink_->keyFrameInterval(received.interval); }

void Ingest::end(PublishEnd end) {
    if (dropped_ > 0) {
        logger_.info("{} frames were left out in all", dropped_);
    }
    sink_->ended(end);
}

}  // namespace footlight::rtmp
