// The relay as a program: its words, its roles, its end.
#include <gtest/gtest.h>

#include <unistd.h>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <regex>

#include "tests/support/relay_process.h"

namespace footlight::tests {
namespace {

std::string relayProgram() { return programPath("footlight-relay"); }

/// The child processes of a process, read off the system.
std::vector<pid_t> childrenOf(pid_t parent) {
    std::ifstream in("/proc/" + std::to_string(parent) + "/task/" + std::to_string(parent) + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; in >> child;) {
        children.push_back(child);
    }
    return children;
}

/// The child whose command line holds `--role name`.
pid_t roleOf(pid_t supervisor, const std::string& name) {
    for (const pid_t child : childrenOf(supervisor)) {
        std::ifstream in("/proc/" + std::to_string(child) + "/cmdline");
        std::string line{std::istreambuf_iterator<char>(in), {}};
        std::replace(line.begin(), line.end(), '\0', ' ');
        if (line.find("--role " + name) != std::string::npos ||
            line.find("--role=" + name) != std::string::npos) {
            return child;
        }
    }
    return -1;
}

}  // namespace

TEST(RelayProgram, HelpExplainsItself) {
    const auto help = run({relayProgram(), "--help"});
    EXPECT_EQ(help.exitCode, 0);
    for (const char* word :
         {"--data", "--rtmp", "--media", "--hub", "--ports-file", "--config", "user", "channel", "key"}) {
        EXPECT_NE(help.output.find(word), std::string::npos) << word << "\n" << help.output;
    }
}

TEST(RelayProgram, ATakenPortIsNamed) {
    RelayProcess first;
    ASSERT_TRUE(first.isReady()) << first.output();
    TempDir folder;
    const auto second = run({relayProgram(), "--data", folder.path().string(), "--rtmp", first.rtmpAddress(),
                             "--media", "127.0.0.1:0", "--hub", "127.0.0.1:0"},
                            {}, std::chrono::seconds(20));
    EXPECT_GT(second.exitCode, 0) << second.output;
    EXPECT_NE(second.output.find(first.rtmpAddress()), std::string::npos) << second.output;
}

TEST(RelayProgram, ABrokenConfigurationFileIsNamedWithItsLine) {
    TempDir folder;
    std::ofstream(folder / "relay.toml") << "[relay]\nrtmp = \n";
    const auto broken =
        run({relayProgram(), "--config", (folder / "relay.toml").string()}, {}, std::chrono::seconds(20));
    EXPECT_GT(broken.exitCode, 0);
    EXPECT_NE(broken.output.find("relay.toml"), std::string::npos) << broken.output;
    EXPECT_NE(broken.output.find("2"), std::string::npos) << broken.output;
}

TEST(RelayProgram, ATrustedProxyThatIsNoAddressIsNamed) {
    TempDir folder;
    std::ofstream(folder / "relay.toml") << "[relay]\ntrusted_proxies = \"10.0.0.0/8, proxy.example\"\n";
    const auto refused =
        run({relayProgram(), "--config", (folder / "relay.toml").string()}, {}, std::chrono::seconds(20));
    EXPECT_GT(refused.exitCode, 0);
    for (const char* word : {"relay.toml", "relay.trusted_proxies", "\"proxy.example\" is no address"}) {
        EXPECT_NE(refused.output.find(word), std::string::npos) << word << "\n" << refused.output;
    }
}

TEST(RelayProgram, WhoComesByATrustedProxyIsCountedByTheirOwnAddress) {
    RelayProcess relay({}, {{"FOOTLIGHT_RELAY_TRUSTED_PROXIES", "127.0.0.0/8"},
                            {"FOOTLIGHT_RELAY_LIMITS_SIGN_UPS_PER_HOUR", "1"}});
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto signUp = [&relay](const std::string& name, const std::string& header) {
        return fetch("http://" + relay.hubAddress() + "/api/v1/users",
                     {"-X", "POST", "-H", header, "--data-binary",
                      R"({"name":")" + name + R"(","password":"correct horse battery"})"})
            .status;
    };
    EXPECT_EQ(signUp("anna", "X-Forwarded-For: 203.0.113.7"), 201);
    EXPECT_EQ(signUp("berta", "Forwarded: for=203.0.113.7;proto=https"), 429);
    EXPECT_EQ(signUp("berta", "X-Forwarded-For: 203.0.113.8"), 201);
    EXPECT_EQ(signUp("carla", "Accept: */*"), 201) << "this machine's own";
    EXPECT_EQ(signUp("dora", "Accept: */*"), 201);
    EXPECT_EQ(
        fetch("http://" + relay.hubAddress() + "/metrics", {"-H", "X-Forwarded-For: 203.0.113.9"}).status,
        403);
    EXPECT_EQ(fetch("http://" + relay.hubAddress() + "/metrics").status, 200);
    EXPECT_EQ(
        fetch("http://" + relay.mediaAddress() + "/metrics", {"-H", "X-Forwarded-For: 203.0.113.9"}).status,
        403);
}

TEST(RelayProgram, AnUnwritableDataFolderIsNamed) {
    const auto refused = run({relayProgram(), "--data", "/proc/nowhere", "--rtmp", "127.0.0.1:0", "--media",
                              "127.0.0.1:0", "--hub", "127.0.0.1:0"},
                             {}, std::chrono::seconds(20));
    EXPECT_GT(refused.exitCode, 0);
    EXPECT_NE(refused.output.find("/proc/nowhere"), std::string::npos) << refused.output;
}

TEST(RelayProgram, AKilledHubNeverTouchesThePicture) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    Process publisher(ffmpegEncoder(relay.rtmpUrl(relay.addChannel("steady")), {.seconds = 60}));
    ASSERT_TRUE(waitUntilPlayable(relay, "steady")) << relay.output();
    const pid_t hub = roleOf(relay.process().pid(), "hub");
    ASSERT_GT(hub, 0);
    Process reader({"ffmpeg", "-nostdin", "-v", "error", "-xerror", "-i", relay.playlistUrl("steady"), "-t",
                    "8", "-f", "null", "-"});
    kill(hub, SIGKILL);
    EXPECT_TRUE(waitUntil([&] { return fetch("http://" + relay.hubAddress() + "/readyz").status == 200; }))
        << relay.output();
    EXPECT_NE(roleOf(relay.process().pid(), "hub"), hub);
    EXPECT_EQ(reader.waitForExit(), 0) << reader.output() << relay.output();
    EXPECT_FALSE(publisher.waitForExit(std::chrono::milliseconds(0))) << publisher.output();
}

TEST(RelayProgram, AKilledOriginComesBack) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto url = relay.rtmpUrl(relay.addChannel("again"));
    const pid_t origin = roleOf(relay.process().pid(), "origin");
    ASSERT_GT(origin, 0);
    kill(origin, SIGKILL);
    EXPECT_TRUE(waitUntil([&] { return fetch("http://" + relay.mediaAddress() + "/readyz").status == 200; }))
        << relay.output();
    Process publisher(ffmpegEncoder(url, {.seconds = 60}));
    EXPECT_TRUE(waitUntilPlayable(relay, "again")) << publisher.output() << relay.output();
}

TEST(RelayProgram, EndsCleanlyAndTakesItsRolesAlong) {
    RelayProcess relay;
    ASSERT_TRUE(relay.isReady()) << relay.output();
    const auto roles = childrenOf(relay.process().pid());
    EXPECT_GE(roles.size(), 2U);
    EXPECT_EQ(relay.process().terminate(), 0) << relay.output();
    for (const pid_t role : roles) {
        EXPECT_TRUE(waitUntil([&] { return kill(role, 0) != 0; }, std::chrono::seconds(5)));
    }
}

TEST(RelayProgram, AFullDiskIsToldAndThePictureGoesOn) {
    // A file system of 3 MiB in a mount namespace of our own.
    TempDir folder;
    const auto data = folder.path().string();
    const auto script = "mount -t tmpfs -o size=3m none " + data + " && exec " + relayProgram() + " --data " +
                        data + " --rtmp 127.0.0.1:0 --media 127.0.0.1:0 --hub 127.0.0.1:0 --ports-file " +
                        data + "/ports.json";
    const std::string newMounts = geteuid() == 0 ? "-m" : "-rm";
    if (const auto tried = run({"unshare", newMounts, "true"}); tried.exitCode != 0) {
        GTEST_SKIP() << "no mount namespace may be made here: " << tried.output;
    }
    Process relay({"unshare", newMounts, "sh", "-c", script});
    const auto inside = [&](const std::string& path) {
        return "/proc/" + std::to_string(relay.pid()) + "/root" + path;
    };
    ASSERT_TRUE(waitUntil([&] { return std::ifstream(inside(data + "/ports.json")).good(); }))
        << relay.output();
    std::ifstream in(inside(data + "/ports.json"));
    const std::string ports{std::istreambuf_iterator<char>(in), {}};
    std::smatch hub;
    ASSERT_TRUE(std::regex_search(ports, hub, std::regex("\"hub\"\\s*:\\s*\"([^\"]+)\"")));
    std::ofstream(inside(data + "/filler"), std::ios::binary) << std::string(8 << 20, 'x');

    const auto refused = fetch("http://" + hub[1].str() + "/api/v1/users",
                               {"-H", "Content-Type: application/json", "-d",
                                R"({"name":"somebody","password":"a long enough password"})"});
    EXPECT_GE(refused.status, 500) << refused.body;
    EXPECT_NE(refused.body.find("disk"), std::string::npos) << refused.body;
    EXPECT_EQ(fetch("http://" + hub[1].str() + "/healthz").status, 200) << relay.output();
    EXPECT_FALSE(relay.waitForExit(std::chrono::milliseconds(0))) << relay.output();
}

}  // namespace footlight::tests
