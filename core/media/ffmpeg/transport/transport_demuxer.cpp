#include "core/media/ffmpeg/transport/transport_demuxer.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "core/media/bitstream/transport_clock.h"
#include "core/media/ffmpeg/decoder_handles.h"
#include "core/media/ffmpeg/transport/elementary_stream.h"

namespace footlight::media::ffmpeg {

namespace {

constexpr int kIoBufferSize = 188 * 7;
constexpr TrackId kMostSounds = 8;
constexpr MediaTime kKnownWithin = std::chrono::seconds(3);

std::optional<Codec> takenCodec(AVCodecID id) {
    switch (id) {
        case AV_CODEC_ID_H264:
            return Codec::H264;
        case AV_CODEC_ID_HEVC:
            return Codec::Hevc;
        case AV_CODEC_ID_AAC:
            return Codec::Aac;
        case AV_CODEC_ID_OPUS:
            return Codec::Opus;
        case AV_CODEC_ID_MP3:
            return Codec::Mp3;
        default:
            return std::nullopt;
    }
}

Error refused(AVMediaType type, AVCodecID id) {
    const AVCodecDescriptor* known = avcodec_descriptor_get(id);
    return {ErrorCategory::Unsupported, "transport.codec",
            fmt::format("the stream's {} is {}; of MPEG-TS this relay takes H.264 and HEVC, AAC (ADTS), Opus "
                        "and MP3: choose those in the encoder",
                        type == AVMEDIA_TYPE_VIDEO ? "video" : "audio",
                        known != nullptr ? known->long_name : "of an unknown codec")};
}

}  // namespace

struct TransportDemuxer::State {
    static int readInto(void* opaque, std::uint8_t* to, int room) {
        const auto count = static_cast<State*>(opaque)->read({to, static_cast<std::size_t>(room)});
        return count > 0 ? static_cast<int>(count) : AVERROR_EOF;
    }

    Result<> open();
    [[nodiscard]] const AVProgram* chosenProgram() const;
    [[nodiscard]] bool belongs(int stream) const;
    ElementaryStream* streamOf(int index);
    [[nodiscard]] std::optional<Error> whatIsRefused() const;
    Result<std::optional<Packet>> convert(const AVPacket& packet);
    [[nodiscard]] bool areAllKnown() const;

    Read read;
    int program = 0;
    IoHandle io;
    InputHandle format;
    TransportClock clock;
    std::map<int, ElementaryStream> streams;  ///< by the container's index
    TrackId sounds = 0;
    bool hasVideo = false;
    Tracks tracks;
    bool hasBegun = false;
};

Result<> TransportDemuxer::State::open() {
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kIoBufferSize));
    io.reset(avio_alloc_context(buffer, kIoBufferSize, 0, this, &State::readInto, nullptr, nullptr));
    AVFormatContext* context = avformat_alloc_context();
    if (!io || context == nullptr) {
        avformat_free_context(context);
        return fail(ErrorCategory::Unavailable, "transport.memory",
                    "there is not enough memory for the stream");
    }
    context->pb = io.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_DISCARD_CORRUPT;
    context->protocol_whitelist = av_strdup("");
    context->max_streams = 64;
    context->probesize = 188 * 7 * 64;
    context->correct_ts_overflow = 0;
    if (avformat_open_input(&context, "", av_find_input_format("mpegts"), nullptr) < 0) {
        return fail(ErrorCategory::Corrupt, "transport.stream", "this is no MPEG transport stream");
    }
    format.reset(context);
    return {};
}

const AVProgram* TransportDemuxer::State::chosenProgram() const {
    for (unsigned i = 0; i < format->nb_programs; ++i) {
        const AVProgram* one = format->programs[i];
        if (program == 0 ? one->nb_stream_indexes > 0 : one->id == program) {
            return one;
        }
    }
    return nullptr;
}

bool TransportDemuxer::State::belongs(int stream) const {
    const AVProgram* chosen = chosenProgram();
    for (unsigned i = 0; chosen != nullptr && i < chosen->nb_stream_indexes; ++i) {
        if (static_cast<int>(chosen->stream_index[i]) == stream) {
            return true;
        }
    }
    return false;
}

/// Known streams, and new ones that are wanted; nullptr for all others.
ElementaryStream* TransportDemuxer::State::streamOf(int index) {
    if (const auto found = streams.find(index); found != streams.end()) {
        return &found->second;
    }
    const AVCodecParameters& parameters = *format->streams[index]->codecpar;
    const auto codec = belongs(index) ? takenCodec(parameters.codec_id) : std::nullopt;
    if (!codec) {
        return nullptr;
    }
    const bool isVideo = kindOf(*codec) == MediaKind::Video;
    if (isVideo ? std::exchange(hasVideo, true) : sounds == kMostSounds) {
        return nullptr;
    }
    const auto size = static_cast<std::size_t>(std::max(parameters.extradata_size, 0));
    Bytes configuration(parameters.extradata, parameters.extradata + size);
    const TrackId track = isVideo ? TrackId{0} : sounds++;
    return &streams.emplace(index, ElementaryStream(*codec, track, std::move(configuration))).first->second;
}

/// Why the program cannot be taken: its video, or all of its sound, is in other codecs.
std::optional<Error> TransportDemuxer::State::whatIsRefused() const {
    std::map<AVMediaType, std::optional<AVCodecID>> others;
    std::map<AVMediaType, bool> taken;
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        const AVCodecParameters& parameters = *format->streams[i]->codecpar;
        if (belongs(static_cast<int>(i))) {
            others[parameters.codec_type] = parameters.codec_id;
            taken[parameters.codec_type] |= takenCodec(parameters.codec_id).has_value();
        }
    }
    for (const AVMediaType type : {AVMEDIA_TYPE_VIDEO, AVMEDIA_TYPE_AUDIO}) {
        if (others.contains(type) && !taken[type]) {
            return refused(type, *others[type]);
        }
    }
    return std::nullopt;
}

bool TransportDemuxer::State::areAllKnown() const {
    bool isVideoDeclared = false;
    for (unsigned i = 0; i < format->nb_streams; ++i) {
        const int index = static_cast<int>(i);
        if (!belongs(index) || !takenCodec(format->streams[i]->codecpar->codec_id)) {
            continue;
        }
        isVideoDeclared = true;
        const auto found = streams.find(index);
        if (found == streams.end() ? streams.size() < kMostSounds : !found->second.isKnown()) {
            return false;
        }
    }
    return isVideoDeclared;
}

Result<std::optional<Packet>> TransportDemuxer::State::convert(const AVPacket& packet) {
    ElementaryStream* stream = streamOf(packet.stream_index);
    if (stream == nullptr || packet.size <= 0) {
        return std::nullopt;
    }
    const std::int64_t time33 = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
    const auto dts = stream->stamp(time33 != AV_NOPTS_VALUE ? std::optional(time33) : std::nullopt);
    if (!dts) {
        return std::nullopt;
    }
    auto payload = stream->take({packet.data, static_cast<std::size_t>(packet.size)});
    if (!payload) {
        return fail(std::move(payload.error()));
    }
    const MediaTime time = clock.place(packet.stream_index, *dts);
    Tracks described = tracks;
    stream->describe(described);
    if (described != tracks) {
        tracks = std::move(described);
    }
    if (!*payload || !stream->isKnown()) {
        return std::nullopt;
    }
    const bool isVideo = stream->kind() == MediaKind::Video;
    const bool isKeyFrame = !isVideo || (packet.flags & AV_PKT_FLAG_KEY) != 0;
    hasBegun = hasBegun || ((areAllKnown() || time > kKnownWithin) && (isKeyFrame && isVideo == hasVideo));
    if (!hasBegun) {
        return std::nullopt;
    }
    const MediaTime offset = TransportClock::offset(*dts, packet.pts != AV_NOPTS_VALUE ? packet.pts : *dts);
    Packet made{stream->kind(), stream->track(), time,
                time + offset,  isKeyFrame,      share(std::move(**payload))};
    return made;
}

Result<TransportDemuxer> TransportDemuxer::open(Read read, int program) {
    auto state = std::make_unique<State>();
    state->read = std::move(read);
    state->program = program;
    if (auto opened = state->open(); !opened) {
        return fail(std::move(opened.error()));
    }
    return TransportDemuxer(std::move(state));
}

TransportDemuxer::TransportDemuxer(std::unique_ptr<State> state) : state_(std::move(state)) {}
TransportDemuxer::~TransportDemuxer() = default;
TransportDemuxer::TransportDemuxer(TransportDemuxer&& other) noexcept = default;

Result<std::optional<Packet>> TransportDemuxer::next() {
    const PacketHandle packet(av_packet_alloc());
    while (packet && av_read_frame(state_->format.get(), packet.get()) >= 0) {
        auto reason = state_->hasBegun ? std::nullopt : state_->whatIsRefused();
        auto made = reason ? fail(std::move(*reason)) : state_->convert(*packet);
        av_packet_unref(packet.get());
        if (!made || *made) {
            return made;
        }
    }
    return std::nullopt;
}

const Tracks& TransportDemuxer::tracks() const { return state_->tracks; }

}  // namespace footlight::media::ffmpeg
