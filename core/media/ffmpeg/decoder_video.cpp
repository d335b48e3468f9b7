#include "core/media/ffmpeg/decoder_codecs.h"
#include "core/media/ffmpeg/decoder_picture.h"

namespace footlight::media::ffmpeg {
namespace {

constexpr int kMaxWidth = 8192;
constexpr int kMaxHeight = 4320;

bool isShownAsIs(int format) {
    return format == AV_PIX_FMT_YUV420P || format == AV_PIX_FMT_YUVJ420P || format == AV_PIX_FMT_NV12;
}

}  // namespace

struct VideoDecoder::State {
    CodecContextHandle context;
    PacketHandle packet{av_packet_alloc()};
    ScalerHandle scaler;

    /// 4:2:2, 4:4:4 and 10-bit pictures as 8-bit 4:2:0 of the same size.
    FrameHandle converted(const AVFrame& from) {
        FrameHandle to(av_frame_alloc());
        to->format = AV_PIX_FMT_YUV420P;
        to->width = from.width;
        to->height = from.height;
        scaler.reset(sws_getCachedContext(scaler.release(), from.width, from.height,
                                          static_cast<AVPixelFormat>(from.format), to->width, to->height,
                                          AV_PIX_FMT_YUV420P, SWS_BILINEAR, nullptr, nullptr, nullptr));
        if (!scaler || av_frame_copy_props(to.get(), &from) < 0 || av_frame_get_buffer(to.get(), 0) < 0 ||
            sws_scale(scaler.get(), from.data, from.linesize, 0, from.height, to->data, to->linesize) < 0) {
            return nullptr;
        }
        to->best_effort_timestamp = from.best_effort_timestamp;
        return to;
    }
};

VideoDecoder::VideoDecoder(std::unique_ptr<State> state) : state_(std::move(state)) {}
VideoDecoder::VideoDecoder(VideoDecoder&&) noexcept = default;
VideoDecoder& VideoDecoder::operator=(VideoDecoder&&) noexcept = default;
VideoDecoder::~VideoDecoder() = default;

Result<VideoDecoder> VideoDecoder::create(const VideoTrack& track, int threads) {
    if (track.width > kMaxWidth || track.height > kMaxHeight) {
        return fail(ErrorCategory::Unsupported, "decoder.size",
                    "The stream's picture is larger than 8192 x 4320, which Footlight does not play.");
    }
    auto context = openDecoder(track.codec, track.configuration, threads);
    if (!context) {
        return fail(std::move(context.error()));
    }
    (*context)->max_pixels = std::int64_t{kMaxWidth} * kMaxHeight;
    auto state = std::make_unique<State>();
    state->context = std::move(*context);
    return VideoDecoder(std::move(state));
}

Result<> VideoDecoder::send(const CodedFrame& frame) {
    return sendToDecoder(*state_->context, *state_->packet, frame.data, frame.dts, frame.pts);
}

void VideoDecoder::drain() { avcodec_send_packet(state_->context.get(), nullptr); }

std::optional<Picture> VideoDecoder::receive() {
    FrameHandle frame(av_frame_alloc());
    if (!frame || avcodec_receive_frame(state_->context.get(), frame.get()) < 0) {
        return std::nullopt;
    }
    if (!isShownAsIs(frame->format)) {
        frame = state_->converted(*frame);
    }
    if (!frame || frame->best_effort_timestamp == AV_NOPTS_VALUE) {
        return std::nullopt;
    }
    return Picture(std::make_unique<Picture::Frame>(Picture::Frame{std::move(frame)}));
}

}  // namespace footlight::media::ffmpeg
