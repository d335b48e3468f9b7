#pragma once

#include <memory>

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/media/ffmpeg/decoder_handles.h"

/// Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

/// Decodes a picture or clip that somebody uploaded, out of memory: opens no file and no address. One thread.
class SlateSource {
public:
    /// `file` must outlive it. Unsupported where it is no picture and no clip that we take.
    static Result<SlateSource> open(ByteView file);
    ~SlateSource();
    SlateSource(SlateSource&& other) noexcept;
    SlateSource& operator=(SlateSource&&) = delete;

    struct Decoded {
        FrameHandle frame;
        bool isVideo = false;
    };
    /// The next picture or stretch of sound; no frame at the end. What is damaged is left out.
    Decoded next();
    [[nodiscard]] bool hasAudio() const;
    /// Of the times of the frames.
    [[nodiscard]] AVRational timeBase(bool isVideo) const;

private:
    struct State;
    explicit SlateSource(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace footlight::media::ffmpeg
