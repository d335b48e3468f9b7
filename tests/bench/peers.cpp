#include "tests/bench/peers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace footlight::tests {
namespace {

sockaddr_in loopback(std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

std::string modulePath() {
    for (const char* folder : {"/usr/lib/nginx/modules", "/usr/share/nginx/modules"}) {
        const auto path = std::string(folder) + "/ngx_rtmp_module.so";
        if (std::filesystem::exists(path)) {
            return path;
        }
    }
    return {};
}

}  // namespace

NginxPeer::NginxPeer(Packages packages) : rtmpPort_(freePort()), httpPort_(freePort()) {
    const auto at = folder_.path().string();
    const std::string hls = packages == Packages::Hls
                                ? "hls on; hls_path " + at + "/hls; hls_fragment 2s; hls_playlist_length 24s;"
                                : std::string();
    // A stream is known to the worker that its publisher met; the others are given it, so that every player
    // finds it. Two that package would write the same files.
    const std::string push =
        packages == Packages::Nothing
            ? "rtmp_auto_push on; rtmp_auto_push_reconnect 100ms; rtmp_socket_dir " + at + ";\n"
            : std::string();
    std::ofstream(folder_ / "nginx.conf")
        << "load_module " << modulePath() << ";\n"
        << "daemon off; pid " << at << "/pid; error_log " << at << "/error.log; worker_processes 2;\n"
        << "events { worker_connections 4096; }\n"
        << push << "rtmp { server { listen 127.0.0.1:" << rtmpPort_ << "; application live { live on; " << hls
        << " } } }\n"
        << "user root; http { sendfile on; tcp_nopush on; access_log off; client_body_temp_path " << at
        << "/body; proxy_temp_path " << at << "/proxy;\n"
        << "  fastcgi_temp_path " << at << "/fcgi; uwsgi_temp_path " << at << "/uwsgi; scgi_temp_path " << at
        << "/scgi;\n"
        << "  server { listen 127.0.0.1:" << httpPort_ << "; root " << at << "; } }\n";
    process_ = std::make_unique<Process>(
        std::vector<std::string>{"nginx", "-p", at, "-c", at + "/nginx.conf", "-e", at + "/error.log"},
        Process::Environment{{"PATH", std::string(getenv("PATH")) + ":/usr/sbin"}});
}

std::uint16_t freePort() {
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    bind(handle, reinterpret_cast<const sockaddr*>(&address), size);
    getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
    close(handle);
    return ntohs(address.sin_port);
}

std::uint16_t portOf(const std::string& address) {
    return static_cast<std::uint16_t>(std::stoi(address.substr(address.rfind(':') + 1)));
}

bool accepts(std::uint16_t port) {
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto address = loopback(port);
    const bool connected = connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(handle);
    return connected;
}

double proportionalMemory(pid_t root) {
    const auto base = "/proc/" + std::to_string(root);
    double kibibytes = 0;
    std::ifstream rollup(base + "/smaps_rollup");
    for (std::string word; rollup >> word;) {
        if (word == "Pss:") {
            rollup >> kibibytes;
            break;
        }
    }
    double all = kibibytes / 1024;
    std::ifstream children(base + "/task/" + std::to_string(root) + "/children");
    for (pid_t child = 0; children >> child;) {
        all += proportionalMemory(child);
    }
    return all;
}

double processorSeconds(pid_t root) {
    const auto base = "/proc/" + std::to_string(root);
    std::ifstream file(base + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(text.substr(std::min(text.size(), text.rfind(')') + 1)));
    std::string skipped;
    for (int field = 3; field < 14; ++field) {
        fields >> skipped;
    }
    double ticks = 0;
    for (double value = 0, field = 0; field < 4 && fields >> value; ++field) {
        ticks += value;  // utime, stime, cutime, cstime
    }
    double all = ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
    std::ifstream children(base + "/task/" + std::to_string(root) + "/children");
    for (pid_t child = 0; children >> child;) {
        all += processorSeconds(child);
    }
    return all;
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

}  // namespace footlight::tests
