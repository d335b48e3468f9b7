#include <algorithm>

#include "core/media/ffmpeg/decoder.h"
#include "core/media/ffmpeg/decoder_codecs.h"

namespace footlight::media::ffmpeg {

struct AudioDecoder::State {
    CodecContextHandle context;
    PacketHandle packet{av_packet_alloc()};
    FrameHandle frame{av_frame_alloc()};
    ResamplerHandle resampler;
    int sampleRate = 0;
    int inputRate = 0;
    int inputFormat = -1;
    AVChannelLayout inputLayout{};

    ~State() { av_channel_layout_uninit(&inputLayout); }
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// A resampler for the frame at hand; the old one as long as nothing changed.
    bool prepareResampler() {
        if (resampler && frame->sample_rate == inputRate && frame->format == inputFormat &&
            av_channel_layout_compare(&frame->ch_layout, &inputLayout) == 0) {
            return true;
        }
        AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
        SwrContext* context_ = nullptr;
        swr_alloc_set_opts2(&context_, &stereo, AV_SAMPLE_FMT_FLT, sampleRate, &frame->ch_layout,
                            static_cast<AVSampleFormat>(frame->format), frame->sample_rate, 0, nullptr);
        resampler.reset(context_);
        inputRate = frame->sample_rate;
        inputFormat = frame->format;
        return resampler && av_channel_layout_copy(&inputLayout, &frame->ch_layout) >= 0 &&
               swr_init(resampler.get()) >= 0;
    }

    PcmBlock resampled() {
        PcmBlock block;
        // What the resampler still holds from before goes out first.
        const auto held = swr_get_delay(resampler.get(), MediaTime::period::den);
        block.pts = MediaTime(frame->best_effort_timestamp - held);
        const int room = swr_get_out_samples(resampler.get(), frame->nb_samples);
        block.samples.resize(static_cast<std::size_t>(std::max(0, room)) * kPcmChannels);
        auto* out = reinterpret_cast<std::uint8_t*>(block.samples.data());
        const int made =
            swr_convert(resampler.get(), &out, room, const_cast<const std::uint8_t**>(frame->extended_data),
                        frame->nb_samples);
        block.samples.resize(static_cast<std::size_t>(std::max(0, made)) * kPcmChannels);
        return block;
    }
};

AudioDecoder::AudioDecoder(std::unique_ptr<State> state) : state_(std::move(state)) {}
AudioDecoder::AudioDecoder(AudioDecoder&&) noexcept = default;
AudioDecoder& AudioDecoder::operator=(AudioDecoder&&) noexcept = default;
AudioDecoder::~AudioDecoder() = default;

Result<AudioDecoder> AudioDecoder::create(const AudioTrack& track, int sampleRate) {
    auto context = openDecoder(track.codec, track.configuration, 1);
    if (!context) {
        return fail(std::move(context.error()));
    }
    auto state = std::make_unique<State>();
    state->context = std::move(*context);
    state->sampleRate = sampleRate;
    return AudioDecoder(std::move(state));
}

Result<> AudioDecoder::send(const CodedFrame& frame) {
    return sendToDecoder(*state_->context, *state_->packet, frame.data, frame.dts, frame.pts);
}

std::optional<PcmBlock> AudioDecoder::receive() {
    if (avcodec_receive_frame(state_->context.get(), state_->frame.get()) < 0) {
        return std::nullopt;
    }
    if (state_->frame->best_effort_timestamp == AV_NOPTS_VALUE || !state_->prepareResampler()) {
        return std::nullopt;
    }
    return state_->resampled();
}

}  // namespace footlight::media::ffmpeg
