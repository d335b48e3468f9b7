#pragma once

#include <memory>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::tests {

/// Debian's nginx with its RTMP module, serving RTMP and HTTP on free ports of the loopback.
class NginxPeer {
public:
    NginxPeer();
    [[nodiscard]] Process& process() { return *process_; }
    [[nodiscard]] std::uint16_t rtmpPort() const { return rtmpPort_; }

private:
    TempDir folder_;
    std::uint16_t rtmpPort_;
    std::uint16_t httpPort_;
    std::unique_ptr<Process> process_;
};

/// A port of the loopback that was free a moment ago.
std::uint16_t freePort();

/// True once something accepts connections there.
bool accepts(std::uint16_t port);

/// Proportional memory (PSS) of a process and all that descend from it, in MiB.
double proportionalMemory(pid_t root);

double median(std::vector<double> values);

}  // namespace footlight::tests
