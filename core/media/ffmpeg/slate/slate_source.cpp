#include "core/media/ffmpeg/slate/slate_source.h"

#include <algorithm>

namespace footlight::media::ffmpeg {

namespace {

constexpr int kIoBufferSize = 32 * 1024;
constexpr const char* kContainers =
    "png_pipe,jpeg_pipe,webp_pipe,gif,mov,mp4,m4a,3gp,3g2,mj2,mov,mp4,matroska,webm,matroska,webm";
constexpr const char* kDecoders =
    "png,mjpeg,webp,gif,h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,aac,opus,libopus,vorbis,mp3,mp3float,flac";
constexpr int kLargestPicture = 8'192 * 8'192;

/// The file, as libavformat reads and seeks it.
struct Memory {
    ByteView bytes;
    std::int64_t at = 0;

    static int read(void* opaque, std::uint8_t* to, int room) {
        auto& self = *static_cast<Memory*>(opaque);
        const ByteView rest = self.bytes.subspan(static_cast<std::size_t>(self.at));
        const auto count = std::min(rest.size(), static_cast<std::size_t>(room));
        std::copy_n(rest.begin(), count, to);
        self.at += static_cast<std::int64_t>(count);
        return count > 0 ? static_cast<int>(count) : AVERROR_EOF;
    }

    static std::int64_t seek(void* opaque, std::int64_t offset, int whence) {
        auto& self = *static_cast<Memory*>(opaque);
        const auto size = static_cast<std::int64_t>(self.bytes.size());
        if ((whence & AVSEEK_SIZE) != 0) {
            return size;
        }
        const std::int64_t base = whence == SEEK_CUR ? self.at : whence == SEEK_END ? size : 0;
        if (base + offset < 0 || base + offset > size) {
            return AVERROR(EINVAL);
        }
        return self.at = base + offset;
    }
};

tl::unexpected<Error> unsupported() {
    return fail(
        ErrorCategory::Unsupported, "slate.source",
        "the slate is no picture (PNG, JPEG, WebP) and no clip (MP4, WebM, Matroska, GIF) that can be "
        "read");
}

}  // namespace

struct SlateSource::State {
    struct Stream {
        int index = -1;
        CodecContextHandle decoder;
    };

    Result<> openFormat();
    void openStream(AVMediaType type, Stream& stream);
    /// Gives the next packet to its decoder, or the end to both; false once that is done.
    bool feed();

    Memory memory;
    IoHandle io;
    InputHandle format;
    Stream video;
    Stream audio;
    bool isDrained = false;
};

Result<> SlateSource::State::openFormat() {
    auto* buffer = static_cast<std::uint8_t*>(av_malloc(kIoBufferSize));
    io.reset(avio_alloc_context(buffer, kIoBufferSize, 0, &memory, &Memory::read, nullptr, &Memory::seek));
    AVFormatContext* context = avformat_alloc_context();
    if (!io || context == nullptr) {
        avformat_free_context(context);
        return unsupported();
    }
    context->pb = io.get();
    context->flags |= AVFMT_FLAG_CUSTOM_IO;
    context->protocol_whitelist = av_strdup("");
    context->format_whitelist = av_strdup(kContainers);
    context->codec_whitelist = av_strdup(kDecoders);
    context->max_streams = 16;
    if (avformat_open_input(&context, "", nullptr, nullptr) < 0) {
        return unsupported();
    }
    format.reset(context);
    return avformat_find_stream_info(context, nullptr) >= 0 ? Result<>{} : unsupported();
}

void SlateSource::State::openStream(AVMediaType type, Stream& stream) {
    const AVCodec* codec = nullptr;
    const int index = av_find_best_stream(format.get(), type, -1, -1, &codec, 0);
    if (index < 0 || codec == nullptr) {
        return;
    }
    CodecContextHandle decoder(avcodec_alloc_context3(codec));
    if (!decoder || avcodec_parameters_to_context(decoder.get(), format->streams[index]->codecpar) < 0) {
        return;
    }
    decoder->codec_whitelist = av_strdup(kDecoders);
    decoder->max_pixels = kLargestPicture;
    decoder->thread_count = 1;
    decoder->pkt_timebase = format->streams[index]->time_base;
    if (avcodec_open2(decoder.get(), codec, nullptr) >= 0) {
        stream.index = index;
        stream.decoder = std::move(decoder);
    }
}

bool SlateSource::State::feed() {
    const PacketHandle packet(av_packet_alloc());
    if (isDrained || !packet) {
        return false;
    }
    if (av_read_frame(format.get(), packet.get()) < 0) {
        isDrained = true;
        for (const Stream* stream : {&video, &audio}) {
            if (stream->decoder) {
                avcodec_send_packet(stream->decoder.get(), nullptr);
            }
        }
        return true;
    }
    for (const Stream* stream : {&video, &audio}) {
        if (stream->index == packet->stream_index) {
            avcodec_send_packet(stream->decoder.get(), packet.get());
        }
    }
    return true;
}

Result<SlateSource> SlateSource::open(ByteView file) {
    auto state = std::make_unique<State>();
    state->memory.bytes = file;
    if (auto opened = state->openFormat(); !opened) {
        return fail(std::move(opened.error()));
    }
    state->openStream(AVMEDIA_TYPE_VIDEO, state->video);
    state->openStream(AVMEDIA_TYPE_AUDIO, state->audio);
    if (!state->video.decoder) {
        return unsupported();
    }
    return SlateSource(std::move(state));
}

SlateSource::SlateSource(std::unique_ptr<State> state) : state_(std::move(state)) {}
SlateSource::~SlateSource() = default;
SlateSource::SlateSource(SlateSource&& other) noexcept = default;

SlateSource::Decoded SlateSource::next() {
    FrameHandle frame(av_frame_alloc());
    do {
        for (const State::Stream* stream : {&state_->video, &state_->audio}) {
            if (frame && stream->decoder && avcodec_receive_frame(stream->decoder.get(), frame.get()) >= 0) {
                // A picture alone has no time.
                frame->pts =
                    frame->best_effort_timestamp == AV_NOPTS_VALUE ? 0 : frame->best_effort_timestamp;
                return {std::move(frame), stream == &state_->video};
            }
        }
    } while (state_->feed());
    return {};
}

bool SlateSource::hasAudio() const { return state_->audio.decoder != nullptr; }

AVRational SlateSource::timeBase(bool isVideo) const {
    return state_->format->streams[isVideo ? state_->video.index : state_->audio.index]->time_base;
}

}  // namespace footlight::media::ffmpeg
