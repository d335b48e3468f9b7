#include "core/capture/broadcast_output.h"

#include <callback/calldata.h>
#include <callback/proc.h>
#include <obs-avc.h>
#include <util/platform.h>

#include "core/capture/encoded_packet.h"
#include "core/capture/relay_clock.h"

namespace footlight::capture {

namespace {

constexpr const char* kOutputId = "footlight_output";

/// The instance behind one libobs output. `connect` is called before start; packets come on encoder threads.
class BroadcastOutput {
public:
    explicit BroadcastOutput(obs_output_t* output) : output_(output) {
        proc_handler_add(obs_output_get_proc_handler(output), "void connect(ptr sink, ptr clock)", connect,
                         this);
    }

    [[nodiscard]] bool start() {
        isFormatSent_ = false;
        return sink_ != nullptr && obs_output_can_begin_data_capture(output_, 0) &&
               obs_output_initialize_encoders(output_, 0) && obs_output_begin_data_capture(output_, 0);
    }
    void stop() { obs_output_end_data_capture(output_); }
    void take(encoder_packet* packet);

private:
    static void connect(void* self, calldata_t* arguments);
    bool sendFormat();
    [[nodiscard]] UtcTime composedAt(const encoder_packet& packet) const;

    obs_output_t* output_;
    BroadcastSink* sink_ = nullptr;
    const RelayClock* clock_ = nullptr;
    bool isFormatSent_ = false;
};

void BroadcastOutput::connect(void* self, calldata_t* arguments) {
    auto* output = static_cast<BroadcastOutput*>(self);
    output->sink_ = static_cast<BroadcastSink*>(calldata_ptr(arguments, "sink"));
    output->clock_ = static_cast<const RelayClock*>(calldata_ptr(arguments, "clock"));
}

bool BroadcastOutput::sendFormat() {
    auto format = formatOf(obs_output_get_video_encoder(output_), obs_output_get_audio_encoder(output_, 0));
    if (!format) {
        sink_->failed(format.error().message());
        return false;
    }
    sink_->format(std::move(*format));
    isFormatSent_ = true;
    return true;
}

void BroadcastOutput::take(encoder_packet* packet) {
    // libobs says by a null packet that an encoder failed; it stops the output itself.
    if (packet == nullptr) {
        sink_->failed("The encoder stopped working; lower the resolution or the bitrate and go live again.");
        return;
    }
    if (!isFormatSent_ && !sendFormat()) {
        return;
    }
    sink_->packet(convert(*packet, composedAt(*packet)));
}

/// libobs stamps a packet with the moment of its frame's composition on the monotonic clock, moved by the
/// reordering of frames.
UtcTime BroadcastOutput::composedAt(const encoder_packet& packet) const {
    const std::chrono::microseconds reordering((packet.pts - packet.dts) * 1'000'000 * packet.timebase_num /
                                               packet.timebase_den);
    const auto moment = std::chrono::microseconds(packet.sys_dts_usec) + reordering;
    const auto age = std::chrono::nanoseconds(os_gettime_ns()) - moment;
    return clock_->now() - std::chrono::round<std::chrono::milliseconds>(age);
}

BroadcastOutput* outputOf(void* data) { return static_cast<BroadcastOutput*>(data); }

}  // namespace

void registerBroadcastOutput() {
    obs_output_info info{};
    info.id = kOutputId;
    info.flags = OBS_OUTPUT_AV | OBS_OUTPUT_ENCODED;
    info.get_name = [](void*) { return "Footlight broadcast"; };
    info.create = [](obs_data_t*, obs_output_t* output) -> void* { return new BroadcastOutput(output); };
    info.destroy = [](void* data) { delete outputOf(data); };
    info.start = [](void* data) { return outputOf(data)->start(); };
    info.stop = [](void* data, std::uint64_t) { outputOf(data)->stop(); };
    info.encoded_packet = [](void* data, encoder_packet* packet) { outputOf(data)->take(packet); };
    info.encoded_video_codecs = "h264";
    info.encoded_audio_codecs = "aac";
    obs_register_output(&info);
}

OutputPtr makeBroadcastOutput(BroadcastSink& sink, const RelayClock& clock) {
    OutputPtr output(obs_output_create(kOutputId, "broadcast", nullptr, nullptr));
    if (output) {
        calldata_t arguments{};
        calldata_set_ptr(&arguments, "sink", &sink);
        calldata_set_ptr(&arguments, "clock", const_cast<RelayClock*>(&clock));
        proc_handler_call(obs_output_get_proc_handler(output.get()), "connect", &arguments);
        calldata_free(&arguments);
    }
    return output;
}

}  // namespace footlight::capture
