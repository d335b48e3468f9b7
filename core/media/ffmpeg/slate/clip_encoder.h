#pragma once

#include <optional>

#include "core/media/ffmpeg/slate/filter_graph.h"
#include "core/media/ffmpeg/slate/slate_source.h"
#include "core/media/ffmpeg/slate/slate_writer.h"

/// Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

/// Brings what a source holds into a slate's shape and into the writer. One thread.
class ClipEncoder {
public:
    /// All of them outlive it.
    ClipEncoder(const SlateShape& shape, SlateSource& source, SlateWriter& writer);

    /// To the end of the source or of what a slate may last. Corrupt where no picture came out.
    Result<> run();
    /// The only picture, in shape, where the source had no more than one.
    [[nodiscard]] AVFrame* onlyPicture() const { return decoded_ == 1 ? last_.get() : nullptr; }
    [[nodiscard]] bool hasSound() const { return audio_.has_value(); }

private:
    Result<> take(AVFrame* frame, bool isVideo);
    Result<> drain(bool isVideo);
    [[nodiscard]] bool isFull() const { return writer_.pictures() >= mostPictures_; }

    SlateShape shape_;
    SlateSource& source_;
    SlateWriter& writer_;
    std::int64_t mostPictures_;
    std::optional<FilterGraph> video_;
    std::optional<FilterGraph> audio_;
    FrameHandle last_;
    std::int64_t decoded_ = 0;  ///< pictures of the source
};

}  // namespace footlight::media::ffmpeg
