// footlight-relay-transcoder: everything that meets foreign containers and codecs, in processes of their own.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "app/relay/relay.h"
#include "app/shared/version.h"
#include "app/transcoder/gateway_role.h"
#include "app/transcoder/slate_command.h"
#include "app/transcoder/transcode_command.h"

extern char** environ;

namespace {

constexpr const char* kAbout =
    "footlight-relay-transcoder is run by footlight-relay: it takes MPEG-TS apart, and it makes the pictures "
    "shown while a publisher is "
    "away.";

struct SlateFlags {
    footlight::media::ffmpeg::SlateShape shape;
    bool isFromInput = false;
};

void addSlate(CLI::App& app, SlateFlags& flags) {
    CLI::App* const slate = app.add_subcommand("slate", "write a slate (FLV: H.264, AAC) to standard output");
    slate->add_option("--width", flags.shape.width, "pixels")->capture_default_str();
    slate->add_option("--height", flags.shape.height, "pixels")->capture_default_str();
    slate->add_option("--frame-rate", flags.shape.frameRate, "frames a second")->capture_default_str();
    slate->add_option("--sample-rate", flags.shape.sampleRate, "Hz; 0: no sound")->capture_default_str();
    slate->add_option("--channels", flags.shape.channels, "of sound")->capture_default_str();
    slate->add_flag("--from-input", flags.isFromInput, "make it of the picture or clip on standard input");
}

struct TranscodeFlags {
    std::string origin = "127.0.0.1:1935";
    std::string app = "live";
    std::string name = "transcoder";
    int program = 0;
};

CLI::App* addTranscode(CLI::App& app, TranscodeFlags& flags) {
    CLI::App* const transcode = app.add_subcommand(
        "transcode", "publish the MPEG-TS on standard input with the key in FOOTLIGHT_STREAM_KEY");
    transcode->add_option("--origin", flags.origin, "HOST:PORT of its RTMP")->capture_default_str();
    transcode->add_option("--app", flags.app, "live, or backup")->capture_default_str();
    transcode->add_option("--program", flags.program, "number of the program; 0: the first")
        ->capture_default_str();
    transcode->add_option("--name", flags.name, "in front of its lines in the log")->capture_default_str();
    return transcode;
}

/// The role `gateway`: its settings come in the environment, as the supervisor gives them to every role.
int runGateway(char* program) {
    using namespace footlight::app;
    auto line = readCommandLine(1, &program, environ);
    if (!line) {
        std::fprintf(stderr, "footlight-relay-transcoder: %s\n", line.error().message().c_str());
        return 2;
    }
    line->role = "gateway";
    return serveRole(
        *line, [](const Settings& settings, const RoleEnvironment& environment, footlight::Logger logger) {
            return std::make_unique<GatewayRole>(settings, environment, std::move(logger));
        });
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(kAbout, "footlight-relay-transcoder");
    app.require_subcommand(1);
    app.set_version_flag("--version", "footlight-relay-transcoder " + std::string(footlight::app::kVersion));
    SlateFlags slate;
    addSlate(app, slate);
    TranscodeFlags transcode;
    const CLI::App* const isTranscode = addTranscode(app, transcode);
    const CLI::App* const isGateway = app.add_subcommand(
        "gateway", "the role of the relay that takes SRT and UDP; started by footlight-relay");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    if (isGateway->parsed()) {
        return runGateway(argv[0]);
    }
    if (isTranscode->parsed()) {
        return footlight::app::transcodeInput(transcode.origin, transcode.app, transcode.program,
                                              transcode.name);
    }
    return footlight::app::writeSlate(slate.shape, slate.isFromInput);
}
