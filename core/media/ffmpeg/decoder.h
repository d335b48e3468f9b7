#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/media/ffmpeg/demuxer.h"
#include "core/media/types/track.h"

namespace footlight::media::ffmpeg {

enum class PixelLayout : std::uint8_t { Yuv420P, Nv12 };
enum class ColourMatrix : std::uint8_t { Unknown, Bt601, Bt709, Bt2020 };

/// Rows of one plane of a picture, valid as long as the picture.
struct PlaneView {
    const std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0;  ///< bytes from row to row
    int rowBytes = 0;           ///< bytes of a row that are picture
    int rows = 0;
};

/// One decoded 8-bit 4:2:0 picture: a reference to the decoder's own memory, not a copy. Movable, any thread.
class Picture {
public:
    struct Frame;
    explicit Picture(std::unique_ptr<Frame> frame);
    Picture(Picture&&) noexcept;
    Picture& operator=(Picture&&) noexcept;
    ~Picture();

    [[nodiscard]] MediaTime pts() const;
    [[nodiscard]] int width() const;
    [[nodiscard]] int height() const;
    [[nodiscard]] PixelLayout layout() const;
    [[nodiscard]] ColourMatrix matrix() const;
    [[nodiscard]] bool isFullRange() const;
    /// 0 = luma; then Cb and Cr, or both interleaved for Nv12.
    [[nodiscard]] PlaneView plane(int index) const;

private:
    std::unique_ptr<Frame> frame_;
};

/// Decodes one video track to 8-bit 4:2:0, without holding pictures back beyond what their order asks for.
/// Owned and used by one thread.
class VideoDecoder {
public:
    static Result<VideoDecoder> create(const VideoTrack& track, int threads);
    VideoDecoder(VideoDecoder&&) noexcept;
    VideoDecoder& operator=(VideoDecoder&&) noexcept;
    ~VideoDecoder();

    /// Corrupt: this frame could not be decoded; later ones may.
    Result<> send(const CodedFrame& frame);
    /// No frame follows: what is held back comes out of receive().
    void drain();
    /// The next picture in showing order, or nothing until more is sent.
    std::optional<Picture> receive();

private:
    struct State;
    explicit VideoDecoder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Interleaved stereo samples, -1 to 1.
struct PcmBlock {
    MediaTime pts{};
    std::vector<float> samples;
};

inline constexpr int kPcmChannels = 2;

/// Decodes one audio track and resamples it to stereo float at one rate. Owned and used by one thread.
class AudioDecoder {
public:
    /// `sampleRate` in Hz is that of the samples that come out.
    static Result<AudioDecoder> create(const AudioTrack& track, int sampleRate);
    AudioDecoder(AudioDecoder&&) noexcept;
    AudioDecoder& operator=(AudioDecoder&&) noexcept;
    ~AudioDecoder();

    /// Corrupt: this frame could not be decoded; later ones may.
    Result<> send(const CodedFrame& frame);
    std::optional<PcmBlock> receive();

private:
    struct State;
    explicit AudioDecoder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::media::ffmpeg
