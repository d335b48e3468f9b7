// One broadcast goes on to another relay, to nginx-rtmp, to a service that takes nothing and to one that is
// not there; the tests look at what came out at the first two.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "tests/bench/peers.h"
#include "tests/support/certificate.h"
#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

/// Connections are made by the kernel; nobody ever reads.
class DeafPort {
public:
    DeafPort() : handle_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        bind(handle_, reinterpret_cast<const sockaddr*>(&address), size);
        listen(handle_, 16);
        getsockname(handle_, reinterpret_cast<sockaddr*>(&address), &size);
        port_ = ntohs(address.sin_port);
    }
    ~DeafPort() { close(handle_); }
    DeafPort(const DeafPort&) = delete;
    DeafPort& operator=(const DeafPort&) = delete;

    [[nodiscard]] std::uint16_t port() const { return port_; }

private:
    int handle_;
    std::uint16_t port_ = 0;
};

/// A person with a channel at a relay.
class Owner {
public:
    explicit Owner(RelayProcess& relay) : api_("http://" + relay.hubAddress() + "/api/v1") {
        const auto session = post("/users", {{"name", "anna"}, {"password", "correct horse battery"}});
        token_ = textOf(session, "token");
        key_ = textOf(post("/channels/anna/key", boost::json::object()), "streamKey");
    }

    [[nodiscard]] const std::string& key() const { return key_; }

    std::string addTarget(const std::string& name, const std::string& url, const std::string& key) {
        const auto target =
            post("/channels/anna/targets", {{"name", name}, {"url", url}, {"streamKey", key}});
        return textOf(target, "id");
    }

    /// The phase of each target, by name.
    std::map<std::string, std::string> phases() { return statuses("phase"); }
    /// What went wrong with it, in words.
    std::map<std::string, std::string> details() { return statuses("detail"); }

private:
    std::map<std::string, std::string> statuses(const std::string& member) {
        std::map<std::string, std::string> found;
        const auto answer = fetch(api_ + "/channels/anna/targets", {"-H", "Authorization: Bearer " + token_});
        boost::system::error_code error;
        const auto list = boost::json::parse(answer.body, error);
        if (error || !list.is_object()) {
            return found;
        }
        for (const auto& target : list.at("items").as_array()) {
            const auto* status = target.as_object().if_contains("status");
            found[std::string(target.at("name").as_string())] =
                status != nullptr ? textOf(*status, member) : std::string();
        }
        return found;
    }
    boost::json::value post(const std::string& path, const boost::json::object& body) {
        std::vector<std::string> arguments{
            "-X", "POST", "-H", "Content-Type: application/json", "-d", boost::json::serialize(body)};
        if (!token_.empty()) {
            arguments.insert(arguments.end(), {"-H", "Authorization: Bearer " + token_});
        }
        const auto answer = fetch(api_ + path, arguments);
        EXPECT_LT(answer.status, 300) << path << ": " << answer.body;
        boost::system::error_code error;
        return boost::json::parse(answer.body, error);
    }
    static std::string textOf(const boost::json::value& object, std::string_view name) {
        const auto* found = object.is_object() ? object.as_object().if_contains(name) : nullptr;
        return found != nullptr && found->is_string() ? std::string(found->as_string()) : std::string();
    }

    std::string api_;
    std::string token_;
    std::string key_;
};

/// The presentation times of the pictures of a file or a playlist, in seconds, in order.
std::vector<double> pictureTimes(const std::string& playlist) {
    const auto probed = run({"ffprobe", "-v", "error", "-select_streams", "v", "-of", "csv=p=0",
                             "-show_entries", "packet=pts_time", playlist});
    std::vector<double> times;
    std::istringstream lines(probed.output);
    for (std::string line; std::getline(lines, line);) {
        char* end = nullptr;
        const double time = std::strtod(line.c_str(), &end);
        if (end != line.c_str()) {
            times.push_back(time);
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

/// nginx-rtmp's playlists have no end, on which ffprobe would wait: its segments as one file.
std::filesystem::path joinSegments(const NginxPeer& nginx, const std::string& name) {
    const auto folder = nginx.folder() / "hls";
    const auto whole = nginx.folder() / (name + ".ts");
    std::ofstream joined(whole, std::ios::binary);
    std::ifstream playlist(folder / (name + ".m3u8"));
    for (std::string line; std::getline(playlist, line);) {
        if (!line.empty() && line[0] != '#') {
            joined << std::ifstream(folder / line, std::ios::binary).rdbuf();
        }
    }
    return whole;
}

double widestGap(const std::vector<double>& times) {
    double widest = 0;
    for (std::size_t i = 1; i < times.size(); ++i) {
        widest = std::max(widest, times[i] - times[i - 1]);
    }
    return widest;
}

}  // namespace

TEST(FanoutOfTheRelay, ChokedAndDeadServicesCostTheOthersNoFrame) {
    RelayProcess relay;
    RelayProcess other;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    ASSERT_TRUE(other.isReady()) << other.output();
    NginxPeer nginx(NginxPeer::Packages::Hls);
    ASSERT_TRUE(waitUntil([&] { return accepts(nginx.rtmpPort()); })) << nginx.process().output();
    const DeafPort deaf;
    Owner owner(relay);
    ASSERT_FALSE(owner.key().empty()) << relay.output();
    const auto at = [](std::uint16_t port) { return "rtmp://127.0.0.1:" + std::to_string(port) + "/live"; };
    owner.addTarget("relay", "rtmp://" + other.rtmpAddress() + "/live", other.addChannel("copy"));
    owner.addTarget("nginx", at(nginx.rtmpPort()), "copy");
    owner.addTarget("deaf", at(deaf.port()), "key");
    owner.addTarget("dead", at(freePort()), "key");
    owner.addTarget("refused", "rtmp://" + other.rtmpAddress() + "/live", "wrong-key");

    Process encoder(ffmpegEncoder(relay.rtmpUrl(owner.key()), {.size = "320x180", .seconds = 20}));
    ASSERT_TRUE(waitUntilPlayable(other, "copy")) << encoder.output() << relay.output() << other.output();
    EXPECT_TRUE(waitUntil([&] {
        auto phases = owner.phases();
        return phases["relay"] == "sending" && phases["nginx"] == "sending" &&
               phases["refused"] == "refused" && phases["dead"] == "waiting" &&
               (phases["deaf"] == "waiting" || phases["deaf"] == "connecting");
    })) <<
        [&] {
            std::string told;
            for (const auto& [name, phase] : owner.phases()) {
                told += name + "=" + phase + " ";
            }
            return told;
        }()
        << relay.output();
    ASSERT_EQ(encoder.waitForExit(), 0) << encoder.output();

    // The end is told: the other relay's playlist is over at once, not after a grace.
    const auto media = "http://" + other.mediaAddress() + "/live/copy/source/media.m3u8";
    ASSERT_TRUE(waitUntil([&] { return fetch(media).body.find("#EXT-X-ENDLIST") != std::string::npos; }))
        << other.output();
    const auto times = pictureTimes(other.playlistUrl("copy"));
    EXPECT_GT(times.size(), 400U);
    EXPECT_LT(widestGap(times), 0.045);
    const auto nginxTimes = pictureTimes(joinSegments(nginx, "copy").string());
    EXPECT_GT(nginxTimes.size(), 300U);
    EXPECT_LT(widestGap(nginxTimes), 0.045);
}

TEST(FanoutOfTheRelay, AServiceBehindTlsIsSentToAndOneThatForgesItsCertificateIsNot) {
    const Certificate trusted;
    const Certificate forged("forged");
    const auto withCertificate = [](const Certificate& certificate) {
        return Process::Environment{{"FOOTLIGHT_RELAY_TLS_CERTIFICATE", certificate.certificate()},
                                    {"FOOTLIGHT_RELAY_TLS_KEY", certificate.key()}};
    };
    RelayProcess service({}, withCertificate(trusted));
    RelayProcess impostor({}, withCertificate(forged));
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_TLS_AUTHORITIES", trusted.certificate()}});
    ASSERT_TRUE(service.isReady() && impostor.isReady() && relay.isReady()) << relay.output();
    Owner owner(relay);
    const auto at = [](const RelayProcess& other) {
        const auto address = other.rtmpAddress();
        return "rtmps://localhost:" + address.substr(address.rfind(':') + 1) + "/live";
    };
    owner.addTarget("service", at(service), service.addChannel("copy"));
    owner.addTarget("impostor", at(impostor), impostor.addChannel("copy"));

    Process encoder(ffmpegEncoder(relay.rtmpUrl(owner.key()), {.size = "320x180", .seconds = 12}));
    ASSERT_TRUE(waitUntilPlayable(service, "copy")) << encoder.output() << relay.output() << service.output();
    EXPECT_TRUE(waitUntil([&] {
        auto phases = owner.phases();
        return phases["service"] == "sending" && phases["impostor"] == "refused";
    })) << relay.output();
    EXPECT_NE(owner.details()["impostor"].find("certificate is not to be trusted"), std::string::npos)
        << owner.details()["impostor"];
    EXPECT_EQ(impostor.output().find("publishes"), std::string::npos) << "not a byte of the key";
    ASSERT_EQ(encoder.waitForExit(), 0) << encoder.output();
    const auto media = "http://" + service.mediaAddress() + "/live/copy/source/media.m3u8";
    ASSERT_TRUE(waitUntil([&] { return fetch(media).body.find("#EXT-X-ENDLIST") != std::string::npos; }))
        << service.output();
    const auto times = pictureTimes(service.playlistUrl("copy"));
    EXPECT_GT(times.size(), 150U);
    EXPECT_LT(widestGap(times), 0.045);
}

}  // namespace footlight::tests
