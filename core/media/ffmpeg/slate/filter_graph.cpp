#include "core/media/ffmpeg/slate/filter_graph.h"

extern "C" {
#include <libavfilter/buffersink.h>
#include <libavfilter/buffersrc.h>
#include <libavutil/channel_layout.h>
}

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace footlight::media::ffmpeg {

namespace {

struct FreeEnds {
    void operator()(AVFilterInOut* ends) const { avfilter_inout_free(&ends); }
};
using EndsHandle = std::unique_ptr<AVFilterInOut, FreeEnds>;

tl::unexpected<Error> refused() {
    return fail(ErrorCategory::Unsupported, "slate.filter", "the picture cannot be brought into shape");
}

std::string pictureInput(const AVFrame& frame, AVRational timeBase) {
    const AVRational aspect =
        frame.sample_aspect_ratio.num > 0 ? frame.sample_aspect_ratio : AVRational{1, 1};
    return fmt::format("video_size={}x{}:pix_fmt={}:time_base={}/{}:pixel_aspect={}/{}", frame.width,
                       frame.height, frame.format, timeBase.num, timeBase.den, aspect.num, aspect.den);
}

std::string soundInput(const AVFrame& frame, AVRational timeBase) {
    std::array<char, 64> layout{};
    av_channel_layout_describe(&frame.ch_layout, layout.data(), layout.size());
    return fmt::format("sample_rate={}:sample_fmt={}:channel_layout={}:time_base={}/{}", frame.sample_rate,
                       av_get_sample_fmt_name(static_cast<AVSampleFormat>(frame.format)), layout.data(),
                       timeBase.num, timeBase.den);
}

}  // namespace

Result<FilterGraph> FilterGraph::source(const std::string& chain) {
    FilterGraph made;
    if (auto built = made.build({}, chain, true); !built) {
        return fail(std::move(built.error()));
    }
    return made;
}

Result<FilterGraph> FilterGraph::between(const AVFrame& first, AVRational timeBase,
                                         const std::string& chain) {
    const bool isVideo = first.width > 0;
    FilterGraph made;
    const std::string input = isVideo ? pictureInput(first, timeBase) : soundInput(first, timeBase);
    if (auto built = made.build(input, chain, isVideo); !built) {
        return fail(std::move(built.error()));
    }
    return made;
}

Result<> FilterGraph::build(const std::string& input, const std::string& chain, bool isVideo) {
    graph_.reset(avfilter_graph_alloc());
    if (!graph_) {
        return refused();
    }
    graph_->nb_threads = 1;
    const AVFilter* sink = avfilter_get_by_name(isVideo ? "buffersink" : "abuffersink");
    const AVFilter* source = avfilter_get_by_name(isVideo ? "buffer" : "abuffer");
    EndsHandle inputs(avfilter_inout_alloc());
    if (!inputs || avfilter_graph_create_filter(&output_, sink, "out", nullptr, nullptr, graph_.get()) < 0) {
        return refused();
    }
    inputs->name = av_strdup("out");
    inputs->filter_ctx = output_;
    EndsHandle outputs;
    if (!input.empty()) {
        outputs.reset(avfilter_inout_alloc());
        if (!outputs ||
            avfilter_graph_create_filter(&input_, source, "in", input.c_str(), nullptr, graph_.get()) < 0) {
            return refused();
        }
        outputs->name = av_strdup("in");
        outputs->filter_ctx = input_;
    }
    AVFilterInOut* open = inputs.release();
    AVFilterInOut* fed = outputs.release();
    const int parsed = avfilter_graph_parse_ptr(graph_.get(), chain.c_str(), &open, &fed, nullptr);
    inputs.reset(open);
    outputs.reset(fed);
    return parsed >= 0 && avfilter_graph_config(graph_.get(), nullptr) >= 0 ? Result<>{} : refused();
}

Result<> FilterGraph::put(AVFrame* frame) {
    if (frame == nullptr) {
        return av_buffersrc_close(input_, end_, 0) >= 0 ? Result<>{} : refused();
    }
    end_ = frame->pts + std::max<std::int64_t>(frame->pkt_duration, 1);
    return av_buffersrc_add_frame_flags(input_, frame, AV_BUFFERSRC_FLAG_KEEP_REF) >= 0 ? Result<>{}
                                                                                        : refused();
}

FrameHandle FilterGraph::take() {
    FrameHandle frame(av_frame_alloc());
    return frame && av_buffersink_get_frame(output_, frame.get()) >= 0 ? std::move(frame) : FrameHandle();
}

}  // namespace footlight::media::ffmpeg
