#include "core/capture/encoder_setup.h"

#include <algorithm>
#include <array>

#include "core/capture/plugin_set.h"

namespace footlight::capture {

namespace {

constexpr std::size_t kMostDestinations = 8;
constexpr std::array<std::string_view, 9> kPresets = {"ultrafast", "superfast", "veryfast", "faster",  "fast",
                                                      "medium",    "slow",      "slower",   "veryslow"};

tl::unexpected<Error> invalid(std::string message) {
    return fail(ErrorCategory::Invalid, "capture.settings", std::move(message));
}

bool isPlain(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c != '\x7F'; });
}

Result<void> checkDestination(const Destination& destination) {
    if (!isPlain(destination.host) || destination.port == 0 || !isPlain(destination.app)) {
        return invalid("\"" + destination.name +
                       "\" needs a host, a port and an app, such as 127.0.0.1, 1935, live.");
    }
    if (!isPlain(destination.key.reveal())) {
        return invalid("\"" + destination.name + "\" needs a stream key without spaces.");
    }
    return {};
}

Result<EncoderPtr> checked(obs_encoder_t* encoder, std::string_view plugin, const PluginSet& plugins) {
    if (encoder != nullptr) {
        return EncoderPtr(encoder);
    }
    return fail(
        ErrorCategory::Unavailable, "capture.encoder",
        plugins.isLoaded(plugin) ? "The encoder could not be made; see the log." : plugins.whyNot(plugin));
}

}  // namespace

Result<void> checkBroadcast(const std::vector<Destination>& destinations, const EncoderSettings& settings) {
    if (destinations.empty() || destinations.size() > kMostDestinations) {
        return invalid("A broadcast goes to one to eight destinations.");
    }
    for (const auto& destination : destinations) {
        if (auto checkedOne = checkDestination(destination); !checkedOne) {
            return checkedOne;
        }
    }
    if (settings.videoKbps < 100 || settings.videoKbps > 50000) {
        return invalid("The video bitrate is between 100 and 50000 kbit/s.");
    }
    if (settings.audioKbps < 32 || settings.audioKbps > 320) {
        return invalid("The audio bitrate is between 32 and 320 kbit/s.");
    }
    if (settings.keyframeSeconds < 1 || settings.keyframeSeconds > 10) {
        return invalid("Key frames come every 1 to 10 seconds.");
    }
    if (std::find(kPresets.begin(), kPresets.end(), settings.preset) == kPresets.end()) {
        return invalid(
            "The preset is one of x264's: ultrafast, superfast, veryfast, faster, fast, medium, slow.");
    }
    return {};
}

Result<EncoderPtr> makeVideoEncoder(const EncoderSettings& settings, const PluginSet& plugins) {
    const DataPtr data(obs_data_create());
    obs_data_set_string(data.get(), "rate_control", "CBR");
    obs_data_set_int(data.get(), "bitrate", settings.videoKbps);
    obs_data_set_int(data.get(), "keyint_sec", settings.keyframeSeconds);
    obs_data_set_string(data.get(), "preset", settings.preset.c_str());
    obs_data_set_string(data.get(), "profile", "high");
    obs_data_set_string(data.get(), "tune", "zerolatency");
    obs_data_set_int(data.get(), "bf", 0);
    // A scene cut must not move the key frames: segments are cut at them. Filler would only cost bandwidth.
    obs_data_set_string(data.get(), "x264opts", "scenecut=0 filler=0");
    auto encoder =
        checked(obs_video_encoder_create("obs_x264", "picture", data.get(), nullptr), "obs-x264", plugins);
    if (encoder) {
        obs_encoder_set_video(encoder->get(), obs_get_video());
    }
    return encoder;
}

Result<EncoderPtr> makeAudioEncoder(const EncoderSettings& settings, const PluginSet& plugins) {
    const DataPtr data(obs_data_create());
    obs_data_set_int(data.get(), "bitrate", settings.audioKbps);
    auto encoder = checked(obs_audio_encoder_create("ffmpeg_aac", "sound", data.get(), 0, nullptr),
                           "obs-ffmpeg", plugins);
    if (encoder) {
        obs_encoder_set_audio(encoder->get(), obs_get_audio());
    }
    return encoder;
}

}  // namespace footlight::capture
