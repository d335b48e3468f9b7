#include <CLI/CLI.hpp>
#include <condition_variable>
#include <iostream>

#include "core/capture/encoder_setup.h"
#include "core/capture/scene.h"
#include "core/capture/source_kinds.h"
#include "core/capture/studio_core.h"
#include "core/capture/studio_engine.h"
#include "tests/support/private_display.h"
#include "tests/support/temp_dir.h"

namespace footlight::capture {
namespace {

using ServicePtr = std::unique_ptr<obs_service_t, ObsRelease<obs_service_release>>;

struct Arguments {
    std::string url;
    std::string key;
    int seconds = 10;
};

/// Waits for libobs's signals of one output.
class OutputSignals {
public:
    explicit OutputSignals(obs_output_t* output) : handler_(obs_output_get_signal_handler(output)) {
        signal_handler_connect(handler_, "start", onStart, this);
        signal_handler_connect(handler_, "stop", onStop, this);
    }
    ~OutputSignals() {
        signal_handler_disconnect(handler_, "start", onStart, this);
        signal_handler_disconnect(handler_, "stop", onStop, this);
    }
    OutputSignals(const OutputSignals&) = delete;
    OutputSignals& operator=(const OutputSignals&) = delete;

    bool waitForStart() {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(15), [this] { return isStarted_ || code_; });
        return isStarted_ && !code_;
    }
    std::optional<int> waitForStop(std::chrono::seconds limit) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, limit, [this] { return code_.has_value(); });
        return code_;
    }

private:
    static void onStart(void* self, calldata_t*) { static_cast<OutputSignals*>(self)->note({}); }
    static void onStop(void* self, calldata_t* data) {
        static_cast<OutputSignals*>(self)->note(static_cast<int>(calldata_int(data, "code")));
    }
    void note(std::optional<int> code) {
        const std::lock_guard guard(mutex_);
        isStarted_ = true;
        code_ = code_ ? code_ : code;
        changed_.notify_all();
    }

    signal_handler_t* handler_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool isStarted_ = false;
    std::optional<int> code_;
};

struct Publication {
    ServicePtr service;
    EncoderPtr video;
    EncoderPtr audio;
    OutputPtr output;
};

Result<Publication> prepare(const Arguments& arguments, const PluginSet& plugins) {
    Publication made;
    const DataPtr settings(obs_data_create());
    obs_data_set_string(settings.get(), "server", arguments.url.c_str());
    obs_data_set_string(settings.get(), "key", arguments.key.c_str());
    made.service.reset(obs_service_create("rtmp_custom", "service", settings.get(), nullptr));
    made.output.reset(obs_output_create("rtmp_output", "obs", nullptr, nullptr));
    auto video = makeVideoEncoder({}, plugins);
    auto audio = makeAudioEncoder({}, plugins);
    if (!video || !audio) {
        return fail(std::move(video ? audio.error() : video.error()));
    }
    if (!made.service || !made.output) {
        return fail(ErrorCategory::Unavailable, "obs.output",
                    "obs-outputs or rtmp-services is missing; install the package obs-studio.");
    }
    made.video = std::move(*video);
    made.audio = std::move(*audio);
    obs_output_set_video_encoder(made.output.get(), made.video.get());
    obs_output_set_audio_encoder(made.output.get(), made.audio.get(), 0);
    obs_output_set_service(made.output.get(), made.service.get());
    obs_output_set_reconnect_settings(made.output.get(), 0, 0);
    return made;
}

int ended(const Publication& publication, int code) {
    const char* why = obs_output_get_last_error(publication.output.get());
    std::cout << "stopped with code " << code << (why != nullptr ? std::string(": ") + why : "") << ", "
              << obs_output_get_total_bytes(publication.output.get()) << " bytes, "
              << obs_output_get_frames_dropped(publication.output.get()) << " frames dropped" << std::endl;
    return code == OBS_OUTPUT_SUCCESS ? 0 : 1;
}

int publish(const Arguments& arguments, const Publication& publication) {
    OutputSignals signals(publication.output.get());
    if (!obs_output_start(publication.output.get())) {
        return ended(publication, OBS_OUTPUT_ERROR);
    }
    if (signals.waitForStart()) {
        std::cout << "live" << std::endl;
        if (const auto early = signals.waitForStop(std::chrono::seconds(arguments.seconds))) {
            return ended(publication, *early);
        }
    }
    obs_output_stop(publication.output.get());
    return ended(publication, signals.waitForStop(std::chrono::seconds(10)).value_or(OBS_OUTPUT_ERROR));
}

int run(const Arguments& arguments) {
    std::optional<tests::PrivateDisplay> display;
    if (std::getenv("DISPLAY") == nullptr) {
        display.emplace();
    }
    const auto logger = Logger::toStandardError(LogLevel::Warning);
    const tests::TempDir settings;
    EngineOptions options;
    options.settingsFolder = (settings / "plugins").string();
    auto core = StudioCore::create(options, logger);
    if (!core) {
        std::cerr << core.error().text() << "\n";
        return 1;
    }
    PluginSet outputs({}, logger);
    outputs.load("obs-outputs");
    outputs.load("rtmp-services");
    Scene scene(**core);
    if (auto added = scene.addSource(kTestPatternKind, "OBS"); !added) {
        std::cerr << added.error().text() << "\n";
        return 1;
    }
    const auto publication = prepare(arguments, (*core)->plugins());
    if (!publication) {
        std::cerr << publication.error().text() << "\n";
        return 1;
    }
    return publish(arguments, *publication);
}

}  // namespace
}  // namespace footlight::capture

/// Publishes the test pattern with OBS Studio's own RTMP output (libobs's rtmp_output): the real OBS as a
/// client of our relay. Prints "live" when the relay has accepted it; the exit code is 0 for a clean end.
int main(int argc, char** argv) {
    footlight::capture::Arguments arguments;
    CLI::App program("Publishes the test pattern with OBS's own RTMP output.");
    program.add_option("--url", arguments.url, "rtmp://host:port/app")->required();
    program.add_option("--key", arguments.key, "the stream key")->required();
    program.add_option("--seconds", arguments.seconds, "how long to be live")->check(CLI::Range(1, 3600));
    CLI11_PARSE(program, argc, argv);
    return footlight::capture::run(arguments);
}
