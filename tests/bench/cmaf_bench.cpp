// What one fragment costs: ours against libavformat's muxer, with the same frames: a 720p30 test
// picture and AAC, in parts of 200 ms.
//   bench_cmaf [SECONDS=20]
extern "C" {
#include <libavformat/avformat.h>
}

#include <time.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

#include "core/media/cmaf/cmaf_muxer.h"
#include "tests/core/media/ffmpeg/flv_clip.h"

namespace footlight::tests {
namespace {

using media::MediaKind;
using media::Sample;
using Parts = std::vector<std::vector<Sample>>;

constexpr std::int64_t kPart = 18'000;  // 200 ms

double processorSeconds() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

Parts partsOf(const FlvClip& clip) {
    Parts parts;
    std::vector<Sample> sounds;
    std::int64_t end = 0;
    std::int64_t samples = 0;
    for (const auto& packet : clip.packets) {
        if (packet.kind == MediaKind::Audio) {
            sounds.push_back({MediaKind::Audio, samples, samples, 1024, true, packet.payload});
            samples += 1024;
            continue;
        }
        if (parts.empty() || packet.dts.count() >= end) {
            if (!parts.empty()) {
                parts.back().insert(parts.back().end(), sounds.begin(), sounds.end());
                sounds.clear();
            }
            parts.emplace_back();
            end += kPart;
        }
        parts.back().push_back({MediaKind::Video, packet.dts.count(), packet.pts.count(), 3'000,
                                packet.isKeyFrame, packet.payload});
    }
    return parts;
}

/// libavformat's muxer, set as the relay had it.
class TheirMuxer {
public:
    explicit TheirMuxer(const media::Tracks& tracks) {
        avformat_alloc_output_context2(&format_, nullptr, "mp4", nullptr);
        auto* buffer = static_cast<unsigned char*>(av_malloc(kBuffer));
        format_->pb = avio_alloc_context(buffer, kBuffer, 1, this, nullptr, &TheirMuxer::write, nullptr);
        format_->flags |= AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;
        format_->avoid_negative_ts = AVFMT_AVOID_NEG_TS_DISABLED;
        auto* video = addStream(AVMEDIA_TYPE_VIDEO, AV_CODEC_ID_H264, tracks.video->configuration);
        video->time_base = {1, 90'000};
        video->codecpar->width = tracks.video->width;
        video->codecpar->height = tracks.video->height;
        auto* audio = addStream(AVMEDIA_TYPE_AUDIO, AV_CODEC_ID_AAC, tracks.audio->configuration);
        audio->time_base = {1, tracks.audio->sampleRate};
        audio->codecpar->sample_rate = tracks.audio->sampleRate;
        av_channel_layout_default(&audio->codecpar->ch_layout, tracks.audio->channels);
        audio->codecpar->frame_size = 1024;
        AVDictionary* options = nullptr;
        av_dict_set(&options, "movflags",
                    "+frag_custom+empty_moov+default_base_moof+omit_tfhd_offset+frag_discont", 0);
        av_dict_set_int(&options, "video_track_timescale", 90'000, 0);
        isOpen_ = avformat_write_header(format_, &options) >= 0;
        av_dict_free(&options);
        avio_flush(format_->pb);
        output_.clear();
    }
    ~TheirMuxer() {
        av_packet_free(&packet_);
        av_freep(&format_->pb->buffer);
        avio_context_free(&format_->pb);
        avformat_free_context(format_);
    }
    TheirMuxer(const TheirMuxer&) = delete;
    TheirMuxer& operator=(const TheirMuxer&) = delete;

    [[nodiscard]] bool isOpen() const { return isOpen_; }

    SharedBytes fragment(const std::vector<Sample>& samples) {
        for (const auto& sample : samples) {
            av_packet_unref(packet_);
            packet_->stream_index = sample.kind == MediaKind::Video ? 0 : 1;
            packet_->data = const_cast<std::uint8_t*>(sample.payload->data());
            packet_->size = static_cast<int>(sample.payload->size());
            packet_->dts = sample.dts;
            packet_->pts = sample.pts;
            packet_->duration = sample.duration;
            packet_->flags = sample.isKeyFrame ? AV_PKT_FLAG_KEY : 0;
            av_write_frame(format_, packet_);
        }
        av_write_frame(format_, nullptr);
        avio_flush(format_->pb);
        return share(std::exchange(output_, {}));
    }

private:
    static constexpr int kBuffer = 32 * 1024;

    static int write(void* opaque, std::uint8_t* bytes, int size) {
        auto& output = static_cast<TheirMuxer*>(opaque)->output_;
        output.insert(output.end(), bytes, bytes + size);
        return size;
    }
    AVStream* addStream(AVMediaType kind, AVCodecID codec, const Bytes& configuration) {
        auto* stream = avformat_new_stream(format_, nullptr);
        auto& parameters = *stream->codecpar;
        parameters.codec_type = kind;
        parameters.codec_id = codec;
        parameters.extradata =
            static_cast<std::uint8_t*>(av_mallocz(configuration.size() + AV_INPUT_BUFFER_PADDING_SIZE));
        std::memcpy(parameters.extradata, configuration.data(), configuration.size());
        parameters.extradata_size = static_cast<int>(configuration.size());
        return stream;
    }

    AVFormatContext* format_ = nullptr;
    AVPacket* packet_ = av_packet_alloc();
    Bytes output_;
    bool isOpen_ = false;
};

/// The same frames one clip's length later.
void moveOn(Parts& parts, std::int64_t ticks, std::int64_t samples) {
    for (auto& part : parts) {
        for (auto& sample : part) {
            const auto shift = sample.kind == MediaKind::Video ? ticks : samples;
            sample.dts += shift;
            sample.pts += shift;
        }
    }
}

/// Microseconds of processor time a fragment.
double measure(Parts parts, int seconds, const std::function<std::size_t(const std::vector<Sample>&)>& make) {
    constexpr int kRounds = 40;
    std::size_t bytes = 0;
    double spent = 0;
    for (int round = 0; round < kRounds; ++round) {
        const double before = processorSeconds();
        for (const auto& part : parts) {
            bytes += make(part);
        }
        spent += processorSeconds() - before;
        moveOn(parts, (seconds + 1) * 90'000LL, (seconds + 1) * 48'000LL);
    }
    const auto fragments = static_cast<double>(parts.size()) * kRounds;
    std::printf("  %.0f fragments of %.1f KiB in the mean\n", fragments,
                static_cast<double>(bytes) / fragments / 1024);
    return spent / fragments * 1e6;
}

int run(int seconds) {
    ClipOptions options;
    options.seconds = seconds;
    options.size = "1280x720";
    av_log_set_level(AV_LOG_ERROR);
    const auto clip = makeClip(options);
    auto ours = media::CmafMuxer::create(clip.tracks);
    TheirMuxer theirs(clip.tracks);
    if (!ours || !theirs.isOpen() || clip.packets.empty()) {
        std::fprintf(stderr, "the clip cannot be packaged\n");
        return 1;
    }
    const auto parts = partsOf(clip);
    std::printf("libavformat:\n");
    const double their =
        measure(parts, seconds, [&](const auto& part) { return theirs.fragment(part)->size(); });
    std::printf("ours:\n");
    const double our =
        measure(parts, seconds, [&](const auto& part) { return (*ours)->fragment(part).value()->size(); });
    std::printf("processor time a fragment: libavformat %.1f us, ours %.1f us, ratio %.2f\n", their, our,
                our / their);
    return 0;
}

}  // namespace
}  // namespace footlight::tests

int main(int count, char** words) { return footlight::tests::run(count > 1 ? std::atoi(words[1]) : 20); }
