#include "tests/support/relay_process.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

namespace footlight::tests {
namespace {

std::string fieldOf(const std::string& json, const std::string& name) {
    const std::regex field("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
    std::smatch match;
    return std::regex_search(json, match, field) ? match[1].str() : std::string();
}

std::string lastLineOf(const std::string& text) {
    std::istringstream in(text);
    std::string last;
    for (std::string line; std::getline(in, line);) {
        last = line.empty() ? last : line;
    }
    return last;
}

}  // namespace

std::string programPath(const std::string& name) { return std::string(FOOTLIGHT_BINARY_DIR) + "/" + name; }

RelayProcess::RelayProcess(const std::vector<std::string>& extraArguments,
                           const Process::Environment& environment)
    : extraArguments_(extraArguments), environment_(environment) {
    start();
}

void RelayProcess::start() {
    const auto ports = (folder_ / "ports.json").string();
    std::vector<std::string> command = {programPath("footlight-relay"),
                                        "--data",
                                        dataFolder(),
                                        "--rtmp",
                                        "127.0.0.1:0",
                                        "--media",
                                        "127.0.0.1:0",
                                        "--srt",
                                        "127.0.0.1:0",
                                        "--hub",
                                        "127.0.0.1:0",
                                        "--ports-file",
                                        ports};
    command.insert(command.end(), extraArguments_.begin(), extraArguments_.end());
    process_ = std::make_unique<Process>(command, environment_);
    waitUntil([&] {
        return std::filesystem::exists(ports) ||
               process_->waitForExit(std::chrono::milliseconds(0)).has_value();
    });
    readPorts(ports);
}

void RelayProcess::killAndRestart() {
    std::vector<pid_t> all{process_->pid()};
    for (const auto& role : {"origin", "hub"}) {
        all.push_back(rolePid(role));
    }
    for (const pid_t one : all) {
        if (one > 0) {
            ::kill(one, SIGKILL);
        }
    }
    process_.reset();
    std::filesystem::remove(folder_ / "ports.json");
    rtmp_.clear();
    start();
}

pid_t RelayProcess::rolePid(const std::string& role) const {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
        std::ifstream status(entry.path() / "stat");
        std::ifstream commandLine(entry.path() / "cmdline");
        const std::string command{std::istreambuf_iterator<char>(commandLine), {}};
        std::string pid;
        std::string name;
        std::string state;
        std::string parent;
        status >> pid >> name >> state >> parent;
        // A whole argument: the word may stand in the program's path as well.
        const auto isRole = command.find(std::string("--role\0", 7) + role + '\0') != std::string::npos;
        if (parent == std::to_string(process_->pid()) && isRole) {
            return std::stoi(pid);
        }
    }
    return -1;
}

void RelayProcess::readPorts(const std::string& file) {
    std::ifstream in(file);
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    rtmp_ = fieldOf(json, "rtmp");
    media_ = fieldOf(json, "media");
    hub_ = fieldOf(json, "hub");
    srt_ = fieldOf(json, "srt");
}

std::string RelayProcess::addChannel(const std::string& name) {
    const auto added = run({programPath("footlight-relay"), "channel", "add", name, "--data", dataFolder()});
    return added.exitCode == 0 ? lastLineOf(added.output) : std::string();
}

Fetched fetch(const std::string& url, const std::vector<std::string>& curlArguments) {
    std::vector<std::string> command = {"curl", "-s", "--max-time", "10", "-w", "\n%{http_code}"};
    command.insert(command.end(), curlArguments.begin(), curlArguments.end());
    command.push_back(url);
    const auto finished = run(command);
    const auto end = finished.output.rfind('\n');
    if (end == std::string::npos) {
        return {};
    }
    return {std::atoi(finished.output.c_str() + end + 1), finished.output.substr(0, end)};
}

bool waitUntilPlayable(const RelayProcess& relay, const std::string& channel) {
    return waitUntil([&] {
        const auto master = fetch(relay.playlistUrl(channel));
        return master.status == 200 && master.body.find("#EXT-X-STREAM-INF") != std::string::npos;
    });
}

bool waitUntilListed(const RelayProcess& relay, const std::string& channel, std::size_t count) {
    const auto url = "http://" + relay.mediaAddress() + "/live/" + channel + "/source/media.m3u8";
    return waitUntil([&] {
        const auto playlist = fetch(url).body;
        std::size_t listed = 0;
        for (auto at = playlist.find("#EXTINF"); at != std::string::npos;
             at = playlist.find("#EXTINF", at + 1)) {
            ++listed;
        }
        return listed >= count;
    });
}

}  // namespace footlight::tests
