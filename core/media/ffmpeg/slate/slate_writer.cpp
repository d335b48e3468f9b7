#include "core/media/ffmpeg/slate/slate_writer.h"

extern "C" {
#include <libavutil/channel_layout.h>
#include <libavutil/opt.h>
}

#include <algorithm>

#include "core/media/bitstream/annex_b.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/media/bitstream/parameter_sets.h"

namespace footlight::media::ffmpeg {

namespace {

constexpr int kKeyFrameSeconds = 2;
constexpr int kVideoBitrate = 2'500'000;
constexpr int kAudioBitrate = 96'000;
constexpr int kThreads = 2;
constexpr AVRational kMilliseconds{1, 1'000};

tl::unexpected<Error> noEncoder(const char* codec) {
    return fail(ErrorCategory::Unavailable, "slate.encoder",
                std::string("this system's FFmpeg libraries cannot encode ") + codec);
}

std::chrono::milliseconds inMilliseconds(std::int64_t time, AVRational base) {
    return std::chrono::milliseconds(av_rescale_q(time, base, kMilliseconds));
}

}  // namespace

Result<SlateWriter> SlateWriter::create(const SlateShape& shape, bool isStill) {
    SlateWriter made;
    if (auto opened = made.openVideo(shape, isStill); !opened) {
        return fail(std::move(opened.error()));
    }
    if (shape.sampleRate > 0) {
        if (auto opened = made.openAudio(shape); !opened) {
            return fail(std::move(opened.error()));
        }
    }
    return made;
}

Result<> SlateWriter::openVideo(const SlateShape& shape, bool isStill) {
    const AVCodec* codec = avcodec_find_encoder_by_name("libx264");
    video_.reset(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    if (!video_) {
        return noEncoder("H.264");
    }
    const AVRational rate = av_d2q(shape.frameRate, 1'001'000);
    video_->width = shape.width;
    video_->height = shape.height;
    video_->pix_fmt = AV_PIX_FMT_YUV420P;
    video_->time_base = av_inv_q(rate);
    video_->framerate = rate;
    video_->gop_size = std::max(1, static_cast<int>(shape.frameRate * kKeyFrameSeconds + 0.5));
    video_->keyint_min = video_->gop_size;
    video_->max_b_frames = 0;
    video_->thread_count = kThreads;
    video_->rc_max_rate = kVideoBitrate;
    video_->rc_buffer_size = kVideoBitrate;
    video_->color_range = AVCOL_RANGE_MPEG;
    video_->color_primaries = AVCOL_PRI_BT709;
    video_->color_trc = AVCOL_TRC_BT709;
    video_->colorspace = AVCOL_SPC_BT709;
    av_opt_set(video_->priv_data, "preset", "veryfast", 0);
    av_opt_set(video_->priv_data, "crf", isStill ? "18" : "23", 0);
    av_opt_set(video_->priv_data, "x264-params", "scenecut=0:rc-lookahead=0:sync-lookahead=0:mbtree=0", 0);
    return avcodec_open2(video_.get(), codec, nullptr) >= 0 ? Result<>{} : noEncoder("H.264");
}

Result<> SlateWriter::openAudio(const SlateShape& shape) {
    const AVCodec* codec = avcodec_find_encoder(AV_CODEC_ID_AAC);
    audio_.reset(codec != nullptr ? avcodec_alloc_context3(codec) : nullptr);
    if (!audio_) {
        return noEncoder("AAC");
    }
    audio_->sample_fmt = AV_SAMPLE_FMT_FLTP;
    audio_->sample_rate = shape.sampleRate;
    av_channel_layout_default(&audio_->ch_layout, shape.channels);
    audio_->bit_rate = kAudioBitrate;
    audio_->time_base = {1, shape.sampleRate};
    audio_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    return avcodec_open2(audio_.get(), codec, nullptr) >= 0 ? Result<>{} : noEncoder("AAC");
}

Result<> SlateWriter::picture(AVFrame& frame) {
    frame.pts = pictures_++;
    frame.pict_type = AV_PICTURE_TYPE_NONE;
    return encode(*video_, &frame);
}

Result<> SlateWriter::sound(AVFrame& frame) {
    frame.pts = samples_;
    samples_ += frame.nb_samples;
    return encode(*audio_, &frame);
}

Result<> SlateWriter::encode(AVCodecContext& context, const AVFrame* frame) {
    if (avcodec_send_frame(&context, frame) < 0) {
        return fail(ErrorCategory::Unavailable, "slate.encode", "the slate could not be encoded");
    }
    const PacketHandle packet(av_packet_alloc());
    while (packet && avcodec_receive_packet(&context, packet.get()) >= 0) {
        if (&context == audio_.get()) {
            addSound(*packet);
        } else if (auto added = addPicture(*packet); !added) {
            return added;
        }
        av_packet_unref(packet.get());
    }
    return {};
}

Result<> SlateWriter::addPicture(const AVPacket& packet) {
    ParameterSets sets(Codec::H264);
    const auto units = sets.take(annexBUnits({packet.data, static_cast<std::size_t>(packet.size)}));
    if (videoConfiguration_.empty()) {
        auto configuration = sets.configuration();
        if (!configuration) {
            return noEncoder("H.264 as it is needed here");
        }
        videoConfiguration_ = std::move(*configuration);
    }
    frames_.push_back({inMilliseconds(packet.pts, video_->time_base), true,
                       (packet.flags & AV_PKT_FLAG_KEY) != 0, lengthPrefixed(units)});
    return {};
}

/// The encoder's run-in, before time zero, is left out: it is silence.
void SlateWriter::addSound(const AVPacket& packet) {
    if (packet.pts >= 0) {
        frames_.push_back({inMilliseconds(packet.pts, audio_->time_base), false, true,
                           Bytes(packet.data, packet.data + packet.size)});
    }
}

Result<Bytes> SlateWriter::finish() {
    for (const auto* context : {&video_, &audio_}) {
        if (*context) {
            if (auto flushed = encode(**context, nullptr); !flushed) {
                return fail(std::move(flushed.error()));
            }
        }
    }
    std::ranges::stable_sort(frames_, {}, &Frame::time);
    return file();
}

Result<Bytes> SlateWriter::file() const {
    using std::chrono::milliseconds;
    Bytes file = flv::fileHeader(true, audio_ != nullptr);
    Result<> done;
    const auto add = [&](bool isVideo, milliseconds time, ByteView head, ByteView payload) {
        const auto type = isVideo ? flv::FileTagType::Video : flv::FileTagType::Audio;
        auto tag = done ? flv::fileTag(type, time, head, payload) : Result<Bytes>();
        if (!tag) {
            done = fail(std::move(tag.error()));
        }
        if (done) {
            file.insert(file.end(), tag->begin(), tag->end());
        }
    };
    add(true, milliseconds(0), flv::configurationHeader(Codec::H264, 0), videoConfiguration_);
    if (audio_) {
        const ByteView configuration(audio_->extradata, static_cast<std::size_t>(audio_->extradata_size));
        add(false, milliseconds(0), flv::configurationHeader(Codec::Aac, 0), configuration);
    }
    for (const Frame& frame : frames_) {
        if (frame.isVideo) {
            add(true, frame.time, flv::frameHeader(Codec::H264, 0, frame.isKeyFrame, milliseconds(0)),
                frame.payload);
        } else {
            add(false, frame.time, flv::frameHeader(Codec::Aac, 0, true, milliseconds(0)), frame.payload);
        }
    }
    return done ? Result<Bytes>(std::move(file)) : fail(std::move(done.error()));
}

}  // namespace footlight::media::ffmpeg
