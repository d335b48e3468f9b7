#include "app/relay/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "app/relay/relay_settings.h"
#include "app/shared/version.h"

namespace footlight::app {

namespace {

constexpr const char* kAbout =
    "footlight-relay takes live streams over RTMP and hands them on as low-latency HLS, with accounts and "
    "chat.";

constexpr const char* kExamples = R"(
Examples:
  footlight-relay
      everything on this machine: RTMP on 1935, HLS on 8081, the API on 8080
  footlight-relay channel add alice
      makes a channel; its stream key is the last line printed
  footlight-relay --data /srv/footlight --rtmp 0.0.0.0:1935 --media 127.0.0.1:8081 --hub 127.0.0.1:8080
      behind a reverse proxy
  footlight-relay --rtmp 127.0.0.1:0 --media 127.0.0.1:0 --hub 127.0.0.1:0 --ports-file ports.json
      on free ports, which ports.json names once everything is ready

Publish to rtmp://HOST:1935/live with the stream key, play http://HOST:8081/live/CHANNEL/index.m3u8.
Settings come from the configuration file, then the environment (FOOTLIGHT_RELAY_RTMP=...), then flags.
The configuration file is TOML: a table [relay] with rtmp = "0.0.0.0:1935" and so on; --list-settings shows all.
)";

/// Flags that stand for one setting each.
struct SettingFlag {
    const char* flag;
    const char* key;
    const char* value;
};
constexpr std::array<SettingFlag, 7> kSettingFlags{{
    {"--data", "relay.data", "DIR"},
    {"--rtmp", "relay.rtmp", "HOST:PORT"},
    {"--srt", "relay.srt", "HOST:PORT"},
    {"--media", "relay.media", "HOST:PORT"},
    {"--hub", "relay.hub", "HOST:PORT"},
    {"--loops", "relay.loops", "NUMBER"},
    {"--log-level", "relay.log_level", "LEVEL"},
}};

struct Flags {
    std::array<std::string, kSettingFlags.size()> values;
    std::vector<std::string> others;  ///< --set KEY=VALUE
    std::string config;
};

std::string settingsTable() {
    std::string text;
    for (const SettingRule& rule : relaySettings()) {
        text += std::string(rule.key) + " = " + rule.fallback + "\n    " + std::string(rule.help);
        for (std::size_t i = 0; i < rule.choices.size(); ++i) {
            text += (i == 0 ? ": " : ", ") + std::string(rule.choices[i]);
        }
        text += rule.kind == SettingKind::Number
                    ? " (" + std::to_string(rule.least) + " to " + std::to_string(rule.most) + ")\n"
                    : "\n";
    }
    return text;
}

void addFlags(CLI::App& app, Flags& flags, CommandLine& line) {
    for (std::size_t i = 0; i < kSettingFlags.size(); ++i) {
        const SettingFlag& flag = kSettingFlags[i];
        const auto rule = std::ranges::find(relaySettings(), std::string_view(flag.key), &SettingRule::key);
        app.add_option(flag.flag, flags.values[i], std::string(rule->help) + " [" + rule->fallback + "]")
            ->type_name(flag.value);
    }
    app.add_option("--config", flags.config, "configuration file (TOML)")->type_name("FILE");
    app.add_option("--set", flags.others, "any other setting; may be given again")->type_name("KEY=VALUE");
    app.add_option("--ports-file", line.portsFile,
                   "where to write the addresses in use, once everything is ready")
        ->type_name("FILE");
    app.add_option("--role", line.role, "run one role alone: origin or hub")
        ->type_name("ROLE")
        ->check(CLI::IsMember({"origin", "hub"}));
    app.add_flag("--stop-with-parent", line.stopsWithParent,
                 "end when the program that started the relay ends");
    app.add_flag_callback(
        "--list-settings",
        [] {
            std::fputs(settingsTable().c_str(), stdout);
            std::exit(0);
        },
        "show every setting with its default, and end");
    app.set_version_flag("--version", "footlight-relay " + std::string(kVersion));
}

void addVerb(CLI::App& parent, const char* word, const char* help, const char* operand, Verb verb,
             CommandLine& line) {
    CLI::App* const command = parent.add_subcommand(word, help);
    command->add_option(operand, line.name, "its name: 3 to 25 letters, digits, _ or -")->required();
    command->fallthrough();
    command->callback([&line, verb] { line.verb = verb; });
}

CLI::App* addGroup(CLI::App& app, const char* word, const char* help) {
    CLI::App* const group = app.add_subcommand(word, help);
    group->require_subcommand(1);
    group->fallthrough();
    return group;
}

void addVerbs(CLI::App& app, CommandLine& line) {
    app.require_subcommand(0, 1);
    addVerb(*addGroup(app, "user", "accounts"), "add",
            "make an account; the password is read from standard input", "NAME", Verb::UserAdd, line);
    addVerb(*addGroup(app, "channel", "channels"), "add",
            "make a channel; prints its stream key as the last line", "NAME", Verb::ChannelAdd, line);
    CLI::App* const key = addGroup(app, "key", "stream keys");
    addVerb(*key, "show", "tell which key a channel has; keys are stored hashed", "CHANNEL", Verb::KeyShow,
            line);
    addVerb(*key, "rotate", "replace a channel's key; prints the new one as the last line", "CHANNEL",
            Verb::KeyRotate, line);
}

Result<> readOther(Settings& settings, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) {
        return fail(ErrorCategory::Invalid, "flags.set",
                    "--set " + text + ": must be KEY=VALUE, such as stream.part_ms=200");
    }
    return settings.set(text.substr(0, equals), text.substr(equals + 1), "--set");
}

Result<> readSettings(Settings& settings, const Flags& flags, char** environment) {
    Result<> done;
    if (!flags.config.empty()) {
        done = settings.readFile(flags.config);
    }
    if (done) {
        done = settings.readEnvironment(kEnvironmentPrefix, kSettingsHome, environment);
    }
    for (std::size_t i = 0; done && i < kSettingFlags.size(); ++i) {
        if (!flags.values[i].empty()) {
            done = settings.set(kSettingFlags[i].key, flags.values[i], kSettingFlags[i].flag);
        }
    }
    for (std::size_t i = 0; done && i < flags.others.size(); ++i) {
        done = readOther(settings, flags.others[i]);
    }
    return done;
}

}  // namespace

Result<CommandLine> readCommandLine(int argc, char** argv, char** environment) {
    CommandLine line{Verb::Serve, {}, {}, {}, false, Settings(relaySettings())};
    Flags flags;
    CLI::App app(kAbout, "footlight-relay");
    app.footer(kExamples);
    addFlags(app, flags, line);
    addVerbs(app, line);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::exit(app.exit(error) == 0 ? 0 : 2);
    }
    if (auto read = readSettings(line.settings, flags, environment); !read) {
        return fail(std::move(read.error()));
    }
    return line;
}

}  // namespace footlight::app
