#include "core/media/ffmpeg/cmaf_muxer.h"

extern "C" {
#include <libavformat/avformat.h>
#include <libavutil/opt.h>
}

#include <array>
#include <cstring>

namespace footlight::media {
namespace {

constexpr int kVideoTimescale = 90'000;
constexpr int kAacFrameSamples = 1024;
constexpr std::size_t kIoBuffer = 32 * 1024;

std::string describe(int code) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

tl::unexpected<Error> muxerError(std::string_view what, int code) {
    return fail(ErrorCategory::Corrupt, "cmaf.muxer", std::string(what) + ": " + describe(code));
}

struct FormatDeleter {
    void operator()(AVFormatContext* context) const { avformat_free_context(context); }
};
struct IoDeleter {
    void operator()(AVIOContext* io) const {
        av_freep(&io->buffer);
        avio_context_free(&io);
    }
};
struct PacketDeleter {
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};

AVCodecID codecIdOf(Codec codec) {
    switch (codec) {
        case Codec::H264:
            return AV_CODEC_ID_H264;
        case Codec::Aac:
            return AV_CODEC_ID_AAC;
        default:
            return AV_CODEC_ID_NONE;
    }
}

Result<void> setConfiguration(AVCodecParameters& parameters, Codec codec, const Bytes& configuration) {
    parameters.codec_id = codecIdOf(codec);
    if (parameters.codec_id == AV_CODEC_ID_NONE) {
        return fail(ErrorCategory::Unsupported, "cmaf.codec",
                    std::string(nameOf(codec)) + " is not taken; send H.264 and AAC");
    }
    parameters.extradata =
        static_cast<std::uint8_t*>(av_mallocz(configuration.size() + AV_INPUT_BUFFER_PADDING_SIZE));
    if (parameters.extradata == nullptr) {
        return muxerError("copying the codec's configuration", AVERROR(ENOMEM));
    }
    std::memcpy(parameters.extradata, configuration.data(), configuration.size());
    parameters.extradata_size = static_cast<int>(configuration.size());
    return {};
}

}  // namespace

struct CmafMuxer::State {
    std::unique_ptr<AVFormatContext, FormatDeleter> format;
    std::unique_ptr<AVIOContext, IoDeleter> io;
    std::unique_ptr<AVPacket, PacketDeleter> packet{av_packet_alloc()};
    Bytes output;
    SharedBytes initSection;
    int videoIndex = -1;
    int audioIndex = -1;
    std::int64_t videoEnd = -1;  ///< where the last fragment's video ended
    std::int64_t audioEnd = -1;

    static int write(void* opaque, std::uint8_t* bytes, int size) {
        auto& self = *static_cast<State*>(opaque);
        self.output.insert(self.output.end(), bytes, bytes + size);
        return size;
    }

    Result<void> open();
    Result<void> addVideo(const VideoTrack& track);
    Result<void> addAudio(const AudioTrack& track);
    Result<void> writeHeader();
    Result<void> put(const Sample& sample);
    bool continues(std::span<const Sample> samples) const;
    SharedBytes takeOutput() {
        avio_flush(io.get());
        return share(std::exchange(output, {}));
    }
};

Result<void> CmafMuxer::State::open() {
    AVFormatContext* context = nullptr;
    if (const int code = avformat_alloc_output_context2(&context, nullptr, "mp4", nullptr); code < 0) {
        return muxerError("making the MP4 muxer", code);
    }
    format.reset(context);
    auto* buffer = static_cast<unsigned char*>(av_malloc(kIoBuffer));
    io.reset(avio_alloc_context(buffer, kIoBuffer, 1, this, nullptr, &State::write, nullptr));
    if (!io || !packet) {
        return muxerError("making the MP4 muxer", AVERROR(ENOMEM));
    }
    io->seekable = 0;
    format->pb = io.get();
    format->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
    format->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
    return {};
}

Result<void> CmafMuxer::State::addVideo(const VideoTrack& track) {
    auto* stream = avformat_new_stream(format.get(), nullptr);
    videoIndex = stream->index;
    stream->time_base = {1, kVideoTimescale};
    stream->codecpar->codec_type = AVMEDIA_TYPE_VIDEO;
    stream->codecpar->width = track.width;
    stream->codecpar->height = track.height;
    return setConfiguration(*stream->codecpar, track.codec, track.configuration);
}

Result<void> CmafMuxer::State::addAudio(const AudioTrack& track) {
    auto* stream = avformat_new_stream(format.get(), nullptr);
    audioIndex = stream->index;
    stream->time_base = {1, track.sampleRate};
    stream->codecpar->codec_type = AVMEDIA_TYPE_AUDIO;
    stream->codecpar->sample_rate = track.sampleRate;
    av_channel_layout_default(&stream->codecpar->ch_layout, track.channels);
    stream->codecpar->frame_size = kAacFrameSamples;
    return setConfiguration(*stream->codecpar, track.codec, track.configuration);
}

Result<void> CmafMuxer::State::writeHeader() {
    AVDictionary* options = nullptr;
    // empty_moov without delay_moov keeps edit lists out; frag_discont takes the first dts as it is.
    av_dict_set(&options, "movflags",
                "+frag_custom+empty_moov+default_base_moof+omit_tfhd_offset+frag_discont", 0);
    av_dict_set(&options, "use_editlist", "0", 0);
    av_dict_set_int(&options, "video_track_timescale", kVideoTimescale, 0);
    const int code = avformat_write_header(format.get(), &options);
    av_dict_free(&options);
    if (code < 0) {
        return muxerError("writing the initialisation section", code);
    }
    initSection = takeOutput();
    return {};
}

/// Whether every track goes on where the last fragment ended. libavformat counts tfdt on by durations, so
/// that a jump has to be said.
bool CmafMuxer::State::continues(std::span<const Sample> samples) const {
    bool sawVideo = false;
    bool sawAudio = false;
    for (const auto& sample : samples) {
        auto& seen = sample.kind == MediaKind::Video ? sawVideo : sawAudio;
        const auto end = sample.kind == MediaKind::Video ? videoEnd : audioEnd;
        if (!seen && end >= 0 && sample.dts != end) {
            return false;
        }
        seen = true;
    }
    return true;
}

Result<void> CmafMuxer::State::put(const Sample& sample) {
    const bool isVideo = sample.kind == MediaKind::Video;
    av_packet_unref(packet.get());
    packet->stream_index = isVideo ? videoIndex : audioIndex;
    // The muxer only reads from the packet; its bytes stay ours.
    packet->data = const_cast<std::uint8_t*>(sample.payload->data());
    packet->size = static_cast<int>(sample.payload->size());
    packet->dts = sample.dts;
    packet->pts = sample.pts;
    packet->duration = sample.duration;
    packet->flags = sample.isKeyFrame ? AV_PKT_FLAG_KEY : 0;
    if (packet->stream_index < 0) {
        return fail(ErrorCategory::Invalid, "cmaf.track", "a frame of a track that was not announced");
    }
    if (const int code = av_write_frame(format.get(), packet.get()); code < 0) {
        return muxerError("writing a frame", code);
    }
    (isVideo ? videoEnd : audioEnd) = sample.dts + sample.duration;
    return {};
}

CmafMuxer::CmafMuxer(std::unique_ptr<State> state) : state_(std::move(state)) {}

CmafMuxer::~CmafMuxer() = default;

Result<std::unique_ptr<CmafMuxer>> CmafMuxer::create(const Tracks& tracks) {
    if (!tracks.video && !tracks.audio) {
        return fail(ErrorCategory::Invalid, "cmaf.no_track", "a stream needs a video or an audio track");
    }
    auto state = std::make_unique<State>();
    auto done = state->open();
    if (done && tracks.video) {
        done = state->addVideo(*tracks.video);
    }
    if (done && tracks.audio) {
        done = state->addAudio(*tracks.audio);
    }
    if (done) {
        done = state->writeHeader();
    }
    if (!done) {
        return fail(std::move(done.error()));
    }
    return std::unique_ptr<CmafMuxer>(new CmafMuxer(std::move(state)));
}

const SharedBytes& CmafMuxer::initSection() const { return state_->initSection; }

Result<SharedBytes> CmafMuxer::fragment(std::span<const Sample> samples) {
    auto& state = *state_;
    if (!state.continues(samples)) {
        av_opt_set(state.format->priv_data, "movflags", "+frag_discont", 0);
    }
    for (const auto& sample : samples) {
        if (auto done = state.put(sample); !done) {
            return fail(std::move(done.error()));
        }
    }
    if (const int code = av_write_frame(state.format.get(), nullptr); code < 0) {
        return muxerError("ending a fragment", code);
    }
    return state.takeOutput();
}

}  // namespace footlight::media
