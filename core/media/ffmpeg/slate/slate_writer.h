#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/ffmpeg/decoder_handles.h"
#include "core/media/ffmpeg/slate/slate.h"

/// Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

/// Encodes pictures and sound and makes an FLV file of them. One thread.
class SlateWriter {
public:
    /// `shape` is one that encoders take. Unavailable where an encoder is missing.
    static Result<SlateWriter> create(const SlateShape& shape, bool isStill);

    /// YUV 4:2:0 of the shape's size; the n-th picture is shown at n frames.
    Result<> picture(AVFrame& frame);
    /// Planar float of the shape's rate and channels, 1024 samples, the last one may be shorter.
    Result<> sound(AVFrame& frame);
    /// What is still in the encoders, and the whole file.
    Result<Bytes> finish();

    [[nodiscard]] std::int64_t pictures() const { return pictures_; }
    [[nodiscard]] std::int64_t samples() const { return samples_; }
    [[nodiscard]] int samplesPerFrame() const { return audio_ ? audio_->frame_size : 0; }

private:
    SlateWriter() = default;
    Result<> openVideo(const SlateShape& shape, bool isStill);
    Result<> openAudio(const SlateShape& shape);
    Result<> encode(AVCodecContext& context, const AVFrame* frame);
    Result<> addPicture(const AVPacket& packet);
    void addSound(const AVPacket& packet);
    [[nodiscard]] Result<Bytes> file() const;

    struct Frame {
        std::chrono::milliseconds time{};
        bool isVideo = false;
        bool isKeyFrame = false;
        Bytes payload;
    };
    CodecContextHandle video_;
    CodecContextHandle audio_;
    Bytes videoConfiguration_;
    std::vector<Frame> frames_;
    std::int64_t pictures_ = 0;
    std::int64_t samples_ = 0;
};

}  // namespace footlight::media::ffmpeg
