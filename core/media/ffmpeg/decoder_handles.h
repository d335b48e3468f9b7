#pragma once

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>
}

#include <memory>

#include "core/media/types/media_time.h"

/// Owners of libav's handles on the decoding side. Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

struct FreeFrame {
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
struct FreePacket {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};
struct FreeCodecContext {
    void operator()(AVCodecContext* context) const { avcodec_free_context(&context); }
};
struct CloseInput {
    void operator()(AVFormatContext* context) const { avformat_close_input(&context); }
};
struct FreeIo {
    void operator()(AVIOContext* io) const {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};
struct FreeResampler {
    void operator()(SwrContext* context) const { swr_free(&context); }
};
struct FreeScaler {
    void operator()(SwsContext* context) const { sws_freeContext(context); }
};

using FrameHandle = std::unique_ptr<AVFrame, FreeFrame>;
using PacketHandle = std::unique_ptr<AVPacket, FreePacket>;
using CodecContextHandle = std::unique_ptr<AVCodecContext, FreeCodecContext>;
using InputHandle = std::unique_ptr<AVFormatContext, CloseInput>;
using IoHandle = std::unique_ptr<AVIOContext, FreeIo>;
using ResamplerHandle = std::unique_ptr<SwrContext, FreeResampler>;
using ScalerHandle = std::unique_ptr<SwsContext, FreeScaler>;

inline constexpr AVRational kTimeBase{1, MediaTime::period::den};

}  // namespace footlight::media::ffmpeg
