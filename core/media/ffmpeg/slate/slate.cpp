#include "core/media/ffmpeg/slate/slate.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/samplefmt.h>
}

#include <algorithm>
#include <array>
#include <cmath>

#include "core/media/ffmpeg/slate/clip_encoder.h"
#include "core/media/ffmpeg/slate/default_picture.h"
#include "core/media/ffmpeg/slate/slate_writer.h"

namespace footlight::media::ffmpeg {

namespace {

constexpr int kStillSeconds = 8;

constexpr std::array<int, 13> kSampleRates{7'350,  8'000,  11'025, 12'000, 16'000, 22'050, 24'000,
                                           32'000, 44'100, 48'000, 64'000, 88'200, 96'000};

SlateShape within(SlateShape shape) {
    shape.width = std::clamp(shape.width, 16, 4'096) & ~1;
    shape.height = std::clamp(shape.height, 16, 4'096) & ~1;
    shape.frameRate = std::isfinite(shape.frameRate) ? std::clamp(shape.frameRate, 1.0, 60.0) : 30.0;
    if (shape.sampleRate != 0 && std::ranges::find(kSampleRates, shape.sampleRate) == kSampleRates.end()) {
        shape.sampleRate = 48'000;
    }
    shape.channels = std::clamp(shape.channels, 1, 2);
    return shape;
}

Result<> addSilence(SlateWriter& writer, const SlateShape& shape, std::int64_t until) {
    FrameHandle silence(av_frame_alloc());
    silence->format = AV_SAMPLE_FMT_FLTP;
    silence->sample_rate = shape.sampleRate;
    silence->nb_samples = writer.samplesPerFrame();
    av_channel_layout_default(&silence->ch_layout, shape.channels);
    if (av_frame_get_buffer(silence.get(), 0) < 0) {
        return fail(ErrorCategory::Unavailable, "slate.memory", "there is not enough memory for a slate");
    }
    av_samples_set_silence(silence->extended_data, 0, silence->nb_samples, shape.channels,
                           AV_SAMPLE_FMT_FLTP);
    Result<> done;
    while (done && writer.samples() + silence->nb_samples <= until) {
        done = writer.sound(*silence);
    }
    return done;
}

std::int64_t samplesIn(const SlateShape& shape, std::int64_t pictures) {
    return static_cast<std::int64_t>(static_cast<double>(pictures) / shape.frameRate * shape.sampleRate);
}

Result<Bytes> encodeStill(const SlateShape& shape, AVFrame& frame) {
    auto writer = SlateWriter::create(shape, true);
    Result<> done = writer ? Result<>{} : fail(writer.error());
    const auto pictures = static_cast<std::int64_t>(std::lround(shape.frameRate * kStillSeconds));
    while (done && writer->pictures() < pictures) {
        done = writer->picture(frame);
    }
    if (done && shape.sampleRate > 0) {
        done = addSilence(*writer, shape, samplesIn(shape, pictures));
    }
    return done ? writer->finish() : fail(std::move(done.error()));
}

}  // namespace

Result<Bytes> encodeDefaultSlate(const SlateShape& wanted) {
    const SlateShape shape = within(wanted);
    const auto picture = drawDefaultPicture(shape);
    return picture ? encodeStill(shape, **picture) : fail(picture.error());
}

Result<Bytes> encodeSlate(const SlateShape& wanted, ByteView file) {
    const SlateShape shape = within(wanted);
    auto source = SlateSource::open(file);
    if (!source) {
        return fail(std::move(source.error()));
    }
    auto writer = SlateWriter::create(shape, false);
    if (!writer) {
        return fail(std::move(writer.error()));
    }
    ClipEncoder clip(shape, *source, *writer);
    if (auto done = clip.run(); !done) {
        return fail(std::move(done.error()));
    }
    if (AVFrame* const only = clip.onlyPicture()) {
        return encodeStill(shape, *only);
    }
    if (shape.sampleRate > 0 && !clip.hasSound()) {
        if (auto done = addSilence(*writer, shape, samplesIn(shape, writer->pictures())); !done) {
            return fail(std::move(done.error()));
        }
    }
    return writer->finish();
}

}  // namespace footlight::media::ffmpeg
