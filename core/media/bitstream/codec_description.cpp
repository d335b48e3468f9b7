#include "core/media/bitstream/codec_description.h"

#include "core/media/bitstream/aac_configuration.h"
#include "core/media/bitstream/av1_configuration.h"
#include "core/media/bitstream/avc_configuration.h"
#include "core/media/bitstream/flac_configuration.h"
#include "core/media/bitstream/hevc_configuration.h"
#include "core/media/bitstream/mp3_frame.h"
#include "core/media/bitstream/opus_configuration.h"
#include "core/media/bitstream/vp9_configuration.h"

namespace footlight::media {
namespace {

/// MPEG-2 audio, at half the rates of MPEG-1, has an object type of its own (ISO/IEC 14496-1 table 5).
constexpr int kLowestMpeg1Rate = 32'000;

tl::unexpected<Error> wrongKind(Codec codec) {
    return fail(ErrorCategory::Unsupported, "codec.kind",
                std::string(nameOf(codec)) + " cannot stand where it was announced");
}

template <typename Configuration>
std::string nameIn(const Result<Configuration>& configuration) {
    return configuration ? configuration->codec : std::string();
}

}  // namespace

Result<VideoTrack> videoTrackOf(Codec codec, ByteView configuration) {
    switch (codec) {
        case Codec::H264:
            return avcTrack(configuration);
        case Codec::Hevc:
            return hevcTrack(configuration);
        case Codec::Av1:
            return av1Track(configuration);
        case Codec::Vp9:
            return vp9Track(configuration);
        default:
            return wrongKind(codec);
    }
}

Result<AudioTrack> audioTrackOf(Codec codec, ByteView configuration) {
    switch (codec) {
        case Codec::Aac:
            return aacTrack(configuration);
        case Codec::Opus:
            return opusTrack(configuration);
        case Codec::Flac:
            return flacTrack(configuration);
        case Codec::Mp3:
            return mp3TrackOf(configuration);
        default:
            return wrongKind(codec);
    }
}

Result<void> learnSize(VideoTrack& track, ByteView keyFrame) {
    if (track.width > 0) {
        return {};
    }
    if (track.codec == Codec::Vp9) {
        const auto frame = parseVp9KeyFrame(keyFrame);
        if (!frame) {
            return fail(frame.error());
        }
        track.width = frame->width;
        track.height = frame->height;
    } else if (track.codec == Codec::Av1) {
        const auto header = findAv1SequenceHeader(keyFrame);
        if (!header) {
            return fail(header.error());
        }
        track.width = header->width;
        track.height = header->height;
        track.frameRate = header->frameRate;
    }
    return {};
}

std::string codecName(const VideoTrack& track) {
    switch (track.codec) {
        case Codec::H264:
            return nameIn(parseAvcConfiguration(track.configuration));
        case Codec::Hevc:
            return nameIn(parseHevcConfiguration(track.configuration));
        case Codec::Av1:
            return nameIn(parseAv1Configuration(track.configuration));
        case Codec::Vp9:
            return nameIn(parseVp9Configuration(track.configuration));
        default:
            return {};
    }
}

std::string codecName(const AudioTrack& track) {
    switch (track.codec) {
        case Codec::Aac:
            return nameIn(parseAacConfiguration(track.configuration));
        case Codec::Opus:
            return "opus";
        case Codec::Flac:
            return "fLaC";
        case Codec::Mp3:
            return track.sampleRate >= kLowestMpeg1Rate ? "mp4a.6B" : "mp4a.69";
        default:
            return {};
    }
}

int samplesIn(const AudioTrack& track, ByteView frame) {
    switch (track.codec) {
        case Codec::Aac: {
            const auto configuration = parseAacConfiguration(track.configuration);
            return configuration ? configuration->frameSamples : 0;
        }
        case Codec::Opus:
            return opusPacketSamples(frame);
        case Codec::Flac:
            return flacFrameSamples(frame);
        case Codec::Mp3: {
            const auto parsed = parseMp3Frame(frame);
            return parsed ? parsed->samples : 0;
        }
        default:
            return 0;
    }
}

}  // namespace footlight::media
