#include "core/media/ffmpeg/demuxer.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/media/ffmpeg/decoder_codecs.h"
#include "core/media/ffmpeg/decoder_handles.h"

namespace footlight::media::ffmpeg {
namespace {

constexpr int kIoBufferSize = 32 * 1024;
constexpr std::uint8_t kTransportSync = 0x47;

/// Two views read one after the other, as libavformat wants to be fed.
class Feed {
public:
    Feed(ByteView first, ByteView second) : views_{first, second} {}

    static int read(void* opaque, std::uint8_t* to, int room) {
        return static_cast<Feed*>(opaque)->take(to, room);
    }

private:
    int take(std::uint8_t* to, int room) {
        for (auto& view : views_) {
            if (!view.empty()) {
                const auto count = std::min(view.size(), static_cast<std::size_t>(room));
                std::copy_n(view.begin(), count, to);
                view = view.subspan(count);
                return static_cast<int>(count);
            }
        }
        return AVERROR_EOF;
    }

    std::array<ByteView, 2> views_;
};

tl::unexpected<Error> brokenChunk() {
    return fail(ErrorCategory::Corrupt, "demux.chunk", "A piece of the stream is damaged.");
}

const char* containerOf(ByteView initSegment, ByteView media) {
    return initSegment.empty() && !media.empty() && media.front() == kTransportSync ? "mpegts" : "mov";
}

/// The input and what it reads through; the input goes first.
struct OpenInput {
    IoHandle io;
    InputHandle format;
};

Result<OpenInput> openInput(Feed& feed, const char* container) {
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kIoBufferSize));
    OpenInput input;
    input.io.reset(avio_alloc_context(buffer, kIoBufferSize, 0, &feed, &Feed::read, nullptr, nullptr));
    AVFormatContext* context = avformat_alloc_context();
    if (!input.io || context == nullptr) {
        avformat_free_context(context);
        return fail(ErrorCategory::Unavailable, "demux.memory",
                    "There is not enough memory to read the stream.");
    }
    context->pb = input.io.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    // No protocol at all: a data reference in a crafted file opens nothing.
    context->protocol_whitelist = av_strdup("");
    if (avformat_open_input(&context, "", av_find_input_format(container), nullptr) < 0) {
        return brokenChunk();
    }
    input.format.reset(context);
    // MP4 says all in its moov; a transport stream only in its frames.
    if (container == std::string_view("mpegts") && avformat_find_stream_info(context, nullptr) < 0) {
        return brokenChunk();
    }
    return input;
}

double frameRateOf(const AVStream& stream) {
    const AVRational rate = stream.avg_frame_rate;
    return rate.num > 0 && rate.den > 0 ? av_q2d(rate) : 0;
}

Bytes configurationOf(const AVCodecParameters& parameters) {
    return parameters.extradata == nullptr
               ? Bytes{}
               : Bytes(parameters.extradata, parameters.extradata + parameters.extradata_size);
}

/// Which streams of the container are our video and our audio.
struct Selection {
    Tracks tracks;
    int video = -1;
    int audio = -1;
};

Selection selectTracks(const AVFormatContext& format, bool configured) {
    Selection selection;
    for (unsigned i = 0; i < format.nb_streams; ++i) {
        const AVStream& stream = *format.streams[i];
        const AVCodecParameters& parameters = *stream.codecpar;
        const auto codec = codecOf(parameters.codec_id);
        if (!codec) {
            continue;
        }
        const Bytes configuration = configured ? configurationOf(parameters) : Bytes{};
        if (kindOf(*codec) == MediaKind::Video && selection.video < 0) {
            selection.video = stream.index;
            selection.tracks.video =
                VideoTrack{*codec, configuration, parameters.width, parameters.height, frameRateOf(stream)};
        } else if (kindOf(*codec) == MediaKind::Audio && selection.audio < 0) {
            selection.audio = stream.index;
            selection.tracks.audio =
                AudioTrack{*codec, configuration, parameters.sample_rate, parameters.ch_layout.nb_channels};
        }
    }
    return selection;
}

MediaTime toMediaTime(std::int64_t ticks, const AVStream& stream) {
    return MediaTime(av_rescale_q(ticks, stream.time_base, kTimeBase));
}

std::optional<CodedFrame> frameOf(const AVPacket& packet, const AVStream& stream, MediaKind kind) {
    const std::int64_t pts = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (pts == AV_NOPTS_VALUE || packet.size <= 0) {
        return std::nullopt;
    }
    CodedFrame frame;
    frame.kind = kind;
    frame.pts = toMediaTime(pts, stream);
    frame.dts = toMediaTime(packet.dts != AV_NOPTS_VALUE ? packet.dts : pts, stream);
    frame.duration = toMediaTime(packet.duration, stream);
    frame.isKeyFrame = kind == MediaKind::Audio || (packet.flags & AV_PKT_FLAG_KEY) != 0;
    frame.data.assign(packet.data, packet.data + packet.size);
    return frame;
}

std::vector<CodedFrame> readFrames(AVFormatContext& format, const Selection& selection) {
    std::vector<CodedFrame> frames;
    const PacketHandle packet(av_packet_alloc());
    while (packet && av_read_frame(&format, packet.get()) >= 0) {
        const int index = packet->stream_index;
        if (index == selection.video || index == selection.audio) {
            const auto kind = index == selection.video ? MediaKind::Video : MediaKind::Audio;
            if (auto frame = frameOf(*packet, *format.streams[index], kind)) {
                frames.push_back(std::move(*frame));
            }
        }
        av_packet_unref(packet.get());
    }
    return frames;
}

}  // namespace

Result<DemuxedChunk> demux(ByteView initSegment, ByteView media) {
    Feed feed(initSegment, media);
    const char* container = containerOf(initSegment, media);
    const auto input = openInput(feed, container);
    if (!input) {
        return fail(input.error());
    }
    const auto selection = selectTracks(*input->format, container == std::string_view("mov"));
    if (selection.video < 0 && selection.audio < 0) {
        return fail(ErrorCategory::Unsupported, "demux.codec",
                    "The stream has neither video nor audio in a format that Footlight plays.");
    }
    DemuxedChunk chunk{selection.tracks, readFrames(*input->format, selection)};
    if (chunk.frames.empty() && !media.empty()) {
        return brokenChunk();
    }
    return chunk;
}

}  // namespace footlight::media::ffmpeg
