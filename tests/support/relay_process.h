#pragma once

#include <memory>
#include <string>
#include <vector>

#include "tests/support/encoders.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// Where the programs under test were built.
std::string programPath(const std::string& name);

/// The real footlight-relay on free ports of the loopback, with a data folder of its own. Stopped with its
/// owner.
class RelayProcess {
public:
    explicit RelayProcess(const std::vector<std::string>& extraArguments = {},
                          const Process::Environment& environment = {});

    /// False when the relay ended or said nothing within 30 s; output() tells why.
    [[nodiscard]] bool isReady() const { return !rtmp_.empty(); }
    [[nodiscard]] std::string output() { return process_->output(); }
    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] std::string dataFolder() const { return (folder_ / "data").string(); }

    /// Ends its processes with SIGKILL, the supervisor first, and starts it again on the same data folder.
    void killAndRestart();
    /// The process of one of its roles; -1 where there is none.
    [[nodiscard]] pid_t rolePid(const std::string& role) const;

    /// Makes a channel by the command line; the answer is its stream key.
    std::string addChannel(const std::string& name);

    [[nodiscard]] std::string rtmpUrl(const std::string& key) const {
        return "rtmp://" + rtmp_ + "/live/" + key;
    }
    [[nodiscard]] std::string rtmpAddress() const { return rtmp_; }
    [[nodiscard]] std::string srtAddress() const { return srt_; }
    [[nodiscard]] std::string mediaAddress() const { return media_; }
    [[nodiscard]] std::string hubAddress() const { return hub_; }
    [[nodiscard]] std::string playlistUrl(const std::string& channel) const {
        return "http://" + media_ + "/live/" + channel + "/index.m3u8";
    }

private:
    void start();
    void readPorts(const std::string& file);

    TempDir folder_;
    std::vector<std::string> extraArguments_;
    Process::Environment environment_;
    std::unique_ptr<Process> process_;
    std::string rtmp_;
    std::string media_;
    std::string hub_;
    std::string srt_;
};

/// What curl got: 0 as status when nobody answered.
struct Fetched {
    int status = 0;
    std::string body;
};
Fetched fetch(const std::string& url, const std::vector<std::string>& curlArguments = {});

/// True once the channel's playlist answers 200 with media behind it.
bool waitUntilPlayable(const RelayProcess& relay, const std::string& channel);

/// True once the channel's media playlist lists `count` whole segments: players without parts begin three
/// segments behind the edge, and some of them fail on a playlist that is shorter.
bool waitUntilListed(const RelayProcess& relay, const std::string& channel, std::size_t count = 3);

}  // namespace footlight::tests
