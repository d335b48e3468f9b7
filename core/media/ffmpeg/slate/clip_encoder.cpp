#include "core/media/ffmpeg/slate/clip_encoder.h"

#include <fmt/format.h>

#include <cmath>

namespace footlight::media::ffmpeg {

namespace {

constexpr int kClipSeconds = 30;

std::string pictureChain(const SlateShape& shape) {
    return fmt::format(
        "fps={2:.6f}:round=up,scale={0}:{1}:force_original_aspect_ratio=decrease:force_divisible_by=2:"
        "out_color_matrix=bt709:out_range=tv,pad={0}:{1}:-1:-1:color=0x0F1115,format=yuv420p,setsar=1",
        shape.width, shape.height, shape.frameRate);
}

std::string soundChain(const SlateShape& shape, int frameSamples) {
    return fmt::format(
        "aresample={0}:async=1:first_pts=0,aformat=sample_fmts=fltp:sample_rates={0}:"
        "channel_layouts={1},asetnsamples=n={2}:p=0",
        shape.sampleRate, shape.channels == 1 ? "mono" : "stereo", frameSamples);
}

}  // namespace

ClipEncoder::ClipEncoder(const SlateShape& shape, SlateSource& source, SlateWriter& writer)
    : shape_(shape),
      source_(source),
      writer_(writer),
      mostPictures_(std::lround(shape.frameRate * kClipSeconds)) {}

Result<> ClipEncoder::run() {
    Result<> done;
    while (done && !isFull()) {
        const auto decoded = source_.next();
        if (!decoded.frame) {
            break;
        }
        decoded_ += decoded.isVideo ? 1 : 0;
        if (decoded.isVideo || shape_.sampleRate > 0) {
            done = take(decoded.frame.get(), decoded.isVideo);
        }
    }
    for (const bool isVideo : {true, false}) {
        if (done && (isVideo ? video_ : audio_)) {
            done = take(nullptr, isVideo);
        }
    }
    if (done && writer_.pictures() == 0) {
        return fail(ErrorCategory::Corrupt, "slate.empty", "no picture comes out of the slate's file");
    }
    return done;
}

Result<> ClipEncoder::take(AVFrame* frame, bool isVideo) {
    auto& graph = isVideo ? video_ : audio_;
    if (!graph) {
        auto made = FilterGraph::between(
            *frame, source_.timeBase(isVideo),
            isVideo ? pictureChain(shape_) : soundChain(shape_, writer_.samplesPerFrame()));
        if (!made) {
            return fail(std::move(made.error()));
        }
        graph.emplace(std::move(*made));
    }
    auto put = graph->put(frame);
    return put ? drain(isVideo) : put;
}

/// Sound ends with the picture, at the latest.
Result<> ClipEncoder::drain(bool isVideo) {
    const auto mostSamples = static_cast<std::int64_t>(kClipSeconds) * shape_.sampleRate;
    auto& graph = isVideo ? *video_ : *audio_;
    Result<> done;
    for (FrameHandle frame = graph.take(); done && frame; frame = graph.take()) {
        if (isVideo && !isFull()) {
            done = writer_.picture(*frame);
            last_ = std::move(frame);
        } else if (!isVideo && writer_.samples() < mostSamples) {
            done = writer_.sound(*frame);
        }
    }
    return done;
}

}  // namespace footlight::media::ffmpeg
