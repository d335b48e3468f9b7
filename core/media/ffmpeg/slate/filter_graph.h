#pragma once

#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/media/ffmpeg/decoder_handles.h"

extern "C" {
#include <libavfilter/avfilter.h>
}

/// Included by the .cpp files of this folder only.
namespace footlight::media::ffmpeg {

struct FreeGraph {
    void operator()(AVFilterGraph* graph) const { avfilter_graph_free(&graph); }
};
using GraphHandle = std::unique_ptr<AVFilterGraph, FreeGraph>;

/// A chain of libavfilter's filters between at most one input and one output. One thread.
class FilterGraph {
public:
    /// A chain that makes its pictures itself. Unsupported where a filter is missing or refuses its options.
    static Result<FilterGraph> source(const std::string& chain);
    /// A chain that changes frames like `first`, whose times are in `timeBase`.
    static Result<FilterGraph> between(const AVFrame& first, AVRational timeBase, const std::string& chain);

    /// nullptr: no more will come, and the last one lasts as long as it says. The frame stays the caller's.
    Result<> put(AVFrame* frame);
    /// The next frame; empty where more must be put first, or at the end.
    FrameHandle take();

private:
    FilterGraph() = default;
    Result<> build(const std::string& input, const std::string& chain, bool isVideo);

    GraphHandle graph_;
    AVFilterContext* input_ = nullptr;
    AVFilterContext* output_ = nullptr;
    std::int64_t end_ = 0;  ///< of the last frame, in the input's time base
};

}  // namespace footlight::media::ffmpeg
