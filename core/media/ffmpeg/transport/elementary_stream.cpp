#include "core/media/ffmpeg/transport/elementary_stream.h"

#include "core/media/bitstream/aac_configuration.h"
#include "core/media/bitstream/adts.h"
#include "core/media/bitstream/annex_b.h"
#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "core/media/bitstream/mp3_frame.h"
#include "core/media/bitstream/opus_configuration.h"

namespace footlight::media::ffmpeg {

ElementaryStream::ElementaryStream(Codec codec, TrackId track, Bytes configuration)
    : codec_(codec), track_(track), sets_(codec) {
    if (codec == Codec::Opus) {
        learn(opusTrack(configuration));
    }
}

std::optional<std::int64_t> ElementaryStream::stamp(std::optional<std::int64_t> told) {
    if (told) {
        told_ = told;
        samples_ = 0;
    } else if (!told_ || kind() == MediaKind::Video || audio_.sampleRate == 0) {
        return std::nullopt;
    }
    return *told_ + (samples_ == 0 ? 0 : samples_ * MediaTime::period::den / audio_.sampleRate);
}

int ElementaryStream::samplesOf(ByteView frame) const {
    constexpr int kAacSamples = 1'024;
    if (codec_ == Codec::Opus) {
        return opusPacketSamples(frame);
    }
    if (codec_ == Codec::Aac) {
        return kAacSamples;
    }
    const auto mp3 = parseMp3Frame(frame);
    return mp3 ? mp3->samples : 0;
}

Result<std::optional<Bytes>> ElementaryStream::take(ByteView frame) {
    if (kind() == MediaKind::Video) {
        return takeVideo(frame);
    }
    samples_ += samplesOf(frame);
    if (codec_ == Codec::Aac) {
        return takeAac(frame);
    }
    if (codec_ == Codec::Mp3 && !isKnown_) {
        learn(mp3TrackOf(frame));
    }
    return frame.empty() ? std::nullopt : std::optional(Bytes(frame.begin(), frame.end()));
}

std::optional<Bytes> ElementaryStream::takeVideo(ByteView frame) {
    const auto units = sets_.take(annexBUnits(frame));
    if (auto record = sets_.configuration(); record && *record != configuration_) {
        auto track = codec_ == Codec::H264 ? avcTrack(*record) : hevcTrack(*record);
        if (track) {
            configuration_ = std::move(*record);
            video_ = std::move(*track);
            isKnown_ = true;
        }
    }
    return units.empty() ? std::nullopt : std::optional(lengthPrefixed(units));
}

/// A damaged frame is left out; one of another form ends the stream, for every frame will be like it.
Result<std::optional<Bytes>> ElementaryStream::takeAac(ByteView frame) {
    auto parsed = parseAdts(frame);
    if (!parsed) {
        return parsed.error().category() == ErrorCategory::Unsupported
                   ? Result<std::optional<Bytes>>(fail(std::move(parsed.error())))
                   : std::nullopt;
    }
    if (parsed->configuration != configuration_) {
        configuration_ = parsed->configuration;
        learn(aacTrack(configuration_));
    }
    return Bytes(parsed->payload.begin(), parsed->payload.end());
}

void ElementaryStream::learn(const Result<AudioTrack>& track) {
    if (track) {
        audio_ = *track;
        isKnown_ = true;
    }
}

void ElementaryStream::describe(Tracks& tracks) const {
    if (!isKnown_) {
        return;
    }
    if (kind() == MediaKind::Video) {
        tracks.video = video_;
    } else if (track_ == 0) {
        tracks.audio = audio_;
    } else {
        tracks.moreAudio[track_] = audio_;
    }
}

}  // namespace footlight::media::ffmpeg
