#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// Debian's nginx with its RTMP module, serving RTMP and HTTP on free ports of the loopback: /live/NAME over
/// RTMP, /hls/NAME.m3u8 over HTTP where it packages, and whatever lies in its folder, by sendfile.
class NginxPeer {
public:
    enum class Packages : std::uint8_t { Nothing, Hls };
    explicit NginxPeer(Packages packages = Packages::Nothing);
    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] std::uint16_t rtmpPort() const { return rtmpPort_; }
    [[nodiscard]] std::uint16_t httpPort() const { return httpPort_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

private:
    TempDir folder_;
    std::uint16_t rtmpPort_;
    std::uint16_t httpPort_;
    std::unique_ptr<Process> process_;
};

/// A port of the loopback that was free a moment ago.
std::uint16_t freePort();

/// 1935 of "127.0.0.1:1935".
std::uint16_t portOf(const std::string& address);

/// True once something accepts connections there.
bool accepts(std::uint16_t port);

/// Proportional memory (PSS) of a process and all that descend from it, in MiB.
double proportionalMemory(pid_t root);

/// Seconds of processor time, user and kernel, that a process, its living descendants and those that it has
/// waited for have used.
double processorSeconds(pid_t root);

double median(std::vector<double> values);

}  // namespace footlight::tests
