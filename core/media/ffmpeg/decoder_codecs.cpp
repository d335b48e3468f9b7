#include "core/media/ffmpeg/decoder_codecs.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

namespace footlight::media::ffmpeg {
namespace {

constexpr std::array<std::pair<AVCodecID, Codec>, 8> kCodecs{{{AV_CODEC_ID_H264, Codec::H264},
                                                              {AV_CODEC_ID_HEVC, Codec::Hevc},
                                                              {AV_CODEC_ID_AV1, Codec::Av1},
                                                              {AV_CODEC_ID_VP9, Codec::Vp9},
                                                              {AV_CODEC_ID_AAC, Codec::Aac},
                                                              {AV_CODEC_ID_OPUS, Codec::Opus},
                                                              {AV_CODEC_ID_FLAC, Codec::Flac},
                                                              {AV_CODEC_ID_MP3, Codec::Mp3}}};

bool copyConfiguration(AVCodecContext& context, ByteView configuration) {
    if (configuration.empty()) {
        return true;
    }
    context.extradata =
        static_cast<std::uint8_t*>(av_mallocz(configuration.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (context.extradata == nullptr) {
        return false;
    }
    std::memcpy(context.extradata, configuration.data(), configuration.size());
    context.extradata_size = static_cast<int>(configuration.size());
    return true;
}

}  // namespace

std::optional<Codec> codecOf(AVCodecID id) {
    const auto* found =
        std::find_if(kCodecs.begin(), kCodecs.end(), [id](const auto& pair) { return pair.first == id; });
    return found == kCodecs.end() ? std::nullopt : std::optional(found->second);
}

AVCodecID codecIdOf(Codec codec) {
    const auto* found = std::find_if(kCodecs.begin(), kCodecs.end(),
                                     [codec](const auto& pair) { return pair.second == codec; });
    return found == kCodecs.end() ? AV_CODEC_ID_NONE : found->first;
}

Result<CodecContextHandle> openDecoder(Codec codec, ByteView configuration, int threads) {
    const AVCodec* decoder = avcodec_find_decoder(codecIdOf(codec));
    CodecContextHandle context(decoder != nullptr ? avcodec_alloc_context3(decoder) : nullptr);
    if (!context) {
        return fail(ErrorCategory::Unsupported, "decoder.missing",
                    "This computer has no decoder for " + std::string(nameOf(codec)) + ".");
    }
    if (!copyConfiguration(*context, configuration)) {
        return fail(ErrorCategory::Unavailable, "decoder.memory",
                    "There is not enough memory to decode the stream.");
    }
    // Frame threads hold a picture back for each thread; slices do not.
    context->thread_type = FF_THREAD_SLICE;
    context->thread_count = threads;
    context->pkt_timebase = kTimeBase;
    if (avcodec_open2(context.get(), decoder, nullptr) < 0) {
        return fail(ErrorCategory::Corrupt, "decoder.configuration",
                    "The stream's " + std::string(nameOf(codec)) + " configuration is broken.");
    }
    return context;
}

Result<> sendToDecoder(AVCodecContext& context, AVPacket& packet, ByteView data, MediaTime dts,
                       MediaTime pts) {
    if (av_new_packet(&packet, static_cast<int>(data.size())) < 0) {
        return fail(ErrorCategory::Unavailable, "decoder.memory",
                    "There is not enough memory to decode the stream.");
    }
    std::copy(data.begin(), data.end(), packet.data);
    packet.dts = dts.count();
    packet.pts = pts.count();
    const int sent = avcodec_send_packet(&context, &packet);
    av_packet_unref(&packet);
    if (sent < 0) {
        return fail(ErrorCategory::Corrupt, "decoder.frame", "A frame of the stream is damaged.");
    }
    return {};
}

}  // namespace footlight::media::ffmpeg
