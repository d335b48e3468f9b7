#include "app/desktop/command_line.h"

#include <CLI/CLI.hpp>

namespace footlight::desktop {
namespace {

constexpr const char* kExamples = R"(
Examples:
  footlight
        Opens the window: Studio, Watch, Settings.
  footlight demo
        Goes live from the test pattern through a relay of its own, and watches that. Nothing is kept.
  footlight demo --headless --duration 20 --stats json
        The same without a window, on a machine without a display.
  footlight golive --test-pattern --title "Sound check" --duration 60
        Goes live on this computer's own relay and prints where to watch.
  footlight golive --rtmp rtmp://studio.example:1935/live --key-file key.txt --headless
        Goes live on any RTMP server. Keys come from a file, so that no process list shows them.
  footlight watch http://studio.example:8081/live/anna/index.m3u8
  footlight watch anna --relay studio.example
        Watches a stream, or a channel of a relay.

--stats json prints one JSON object a line and second on standard output (t, bitrate_kbps, fps, drops,
latency_ms, stalls, position, rendition) and one that sums up, with "summary":true. All else goes to standard
error. Exit codes: 0 done, 1 failed (with a sentence that says why), 2 the command line was not understood.
)";

void addRunOptions(CLI::App& verb, RunOptions& run) {
    verb.add_flag("--headless", run.headless, "No window");
    verb.add_option_function<double>(
            "--duration",
            [&run](double seconds) {
                run.duration = std::chrono::milliseconds(static_cast<long long>(seconds * 1000));
            },
            "End after so many seconds")
        ->check(CLI::Range(0.1, 7.0 * 24 * 3600))
        ->type_name("SECONDS");
    verb.add_option_function<std::string>(
            "--stats", [&run](const std::string&) { run.statsAsJson = true; },
            "Print figures on standard output, one JSON object a second")
        ->check(CLI::IsMember({"json"}))
        ->type_name("json");
}

void addGoLive(CLI::App& app, Command& command, GoLive& options) {
    auto* verb = app.add_subcommand("golive", "Go live");
    addRunOptions(*verb, options.run);
    auto* relay =
        verb->add_option("--relay", options.relay, "Address of a Footlight relay")->type_name("URL");
    auto* rtmp =
        verb->add_option("--rtmp", options.rtmp, "An RTMP server in place of a relay")->type_name("URL");
    auto* key =
        verb->add_option("--key-file", options.keyFile, "File whose first line is the stream key for --rtmp")
            ->type_name("FILE")
            ->check(CLI::ExistingFile);
    rtmp->excludes(relay)->needs(key);
    key->needs(rtmp);
    verb->add_option("--title", options.title, "Title of the broadcast");
    verb->add_flag("--test-pattern", options.testPattern, "Send the test pattern, not the screen");
    verb->add_option("--screenshot", options.screenshots, "Write studio.png of the screen to this folder")
        ->type_name("FOLDER");
    verb->final_callback([&] { command = options; });
}

void addWatch(CLI::App& app, Command& command, Watch& options) {
    auto* verb = app.add_subcommand("watch", "Watch a stream or a channel");
    addRunOptions(*verb, options.run);
    verb->add_option("what", options.what, "URL of a playlist (index.m3u8), or a channel's name")->required();
    verb->add_option("--relay", options.relay, "Address of the channel's relay")->type_name("URL");
    verb->add_option("--screenshot", options.screenshots, "Write watch.png of the screen to this folder")
        ->type_name("FOLDER");
    verb->final_callback([&] { command = options; });
}

void addDemo(CLI::App& app, Command& command, Demo& options) {
    auto* verb =
        app.add_subcommand("demo", "Go live from the test pattern through an own relay, and watch it");
    addRunOptions(*verb, options.run);
    verb->add_option("--title", options.title, "Title of the broadcast");
    verb->add_option("--screenshot", options.screenshots,
                     "Write studio.png and watch.png of the screen to this folder")
        ->type_name("FOLDER");
    verb->final_callback([&] { command = options; });
}

}  // namespace

std::variant<Command, Explanation> parseCommandLine(int argc, const char* const* argv) {
    CLI::App app("Footlight: go live, and watch, on your own relay.", "footlight");
    app.set_version_flag("--version", "footlight " FOOTLIGHT_VERSION);
    app.footer(kExamples);
    app.require_subcommand(0, 1);
    app.fallthrough(false);
    Command command;
    OpenWindow window;
    GoLive goLive;
    Watch watch;
    Demo demo;
    app.add_option("--relay", window.relay, "Address of a Footlight relay, for the window")->type_name("URL");
    addGoLive(app, command, goLive);
    addWatch(app, command, watch);
    addDemo(app, command, demo);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {
        const bool isVersion = dynamic_cast<const CLI::CallForVersion*>(&success) != nullptr;
        return Explanation{
            0, isVersion ? std::string(success.what()) + "\n" : app.help("", CLI::AppFormatMode::All)};
    } catch (const CLI::Error& error) {
        return Explanation{2, std::string(error.what()) + "\nSee footlight --help.\n"};
    }
    if (app.get_subcommands().empty()) {
        command = window;
    }
    return command;
}

}  // namespace footlight::desktop
