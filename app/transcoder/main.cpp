// footlight-relay-transcoder: everything that meets foreign containers and codecs, in processes of their own.
#include <CLI/CLI.hpp>

#include "app/transcoder/slate_command.h"
#include "app/shared/version.h"

namespace {

constexpr const char* kAbout =
    "footlight-relay-transcoder is run by footlight-relay: it makes the pictures shown while a publisher is "
    "away.";

struct SlateFlags {
    footlight::media::ffmpeg::SlateShape shape;
    std::string title;
    bool isFromInput = false;
};

void addSlate(CLI::App& app, SlateFlags& flags) {
    CLI::App* const slate = app.add_subcommand("slate", "write a slate (FLV: H.264, AAC) to standard output");
    slate->add_option("--width", flags.shape.width, "pixels")->capture_default_str();
    slate->add_option("--height", flags.shape.height, "pixels")->capture_default_str();
    slate->add_option("--frame-rate", flags.shape.frameRate, "frames a second")->capture_default_str();
    slate->add_option("--sample-rate", flags.shape.sampleRate, "Hz; 0: no sound")->capture_default_str();
    slate->add_option("--channels", flags.shape.channels, "of sound")->capture_default_str();
    slate->add_option("--title", flags.title, "the name on the default picture");
    slate->add_flag("--from-input", flags.isFromInput, "make it of the picture or clip on standard input");
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(kAbout, "footlight-relay-transcoder");
    app.require_subcommand(1);
    app.set_version_flag("--version", "footlight-relay-transcoder " + std::string(footlight::app::kVersion));
    SlateFlags slate;
    addSlate(app, slate);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    return footlight::app::writeSlate(slate.shape, slate.isFromInput, slate.title);
}
