// The supervisor runs this very program again as its roles: see main() below.
#include "app/relay/supervisor.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <future>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

extern char** environ;

namespace footlight::app {
namespace {

using namespace std::chrono_literals;

bool eventually(const std::function<bool()>& condition) { return tests::waitUntil(condition, 10s); }

pid_t pidIn(const std::filesystem::path& file) {
    std::ifstream in(file);
    pid_t pid = 0;
    in >> pid;
    return pid;
}

bool isAlive(pid_t pid) { return ::kill(pid, 0) == 0; }

/// A supervisor on a thread of its own; its roles write their process ids into the folder.
class SupervisorTest : public testing::Test {
protected:
    RolePlan plan(const std::string& name, const std::string& behaviour) {
        std::vector<std::string> environment{"TEST_ROLE=" + behaviour,
                                             "TEST_PID_FILE=" + pidFile(name).string()};
        for (char** entry = environ; *entry != nullptr; ++entry) {
            environment.emplace_back(*entry);
        }
        return {name, "/proc/self/exe", {"test_role", name}, environment, {}};
    }
    std::filesystem::path pidFile(const std::string& name) { return folder_ / (name + ".pid"); }

    void run(std::vector<RolePlan> plans) {
        exitCode_ = std::async(std::launch::async, [this, plans = std::move(plans)] {
            StopSignals signals;
            Supervisor supervisor(plans, {{"rtmp", {"0.0.0.0", 1935}}, {"hub", {"127.0.0.1", 8080}}}, ports_,
                                  signals, Logger::silent());
            return supervisor.run();
        });
    }
    int stop() {
        ::kill(::getpid(), SIGTERM);
        return exitCode_.get();
    }
    void TearDown() override {
        if (exitCode_.valid()) {
            stop();
        }
    }

    StopSignals blockedHere_;
    tests::TempDir folder_;
    std::filesystem::path ports_ = folder_ / "ports.json";
    std::future<int> exitCode_;
};

}  // namespace

TEST_F(SupervisorTest, SaysWhereEverythingIsWhenAllAreReadyAndStopsCleanly) {
    run({plan("one", "serve"), plan("two", "serve")});
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(ports_); }));
    std::ifstream in(ports_);
    std::string text;
    std::getline(in, text);
    EXPECT_EQ(text, R"({"rtmp":"127.0.0.1:1935","hub":"127.0.0.1:8080"})");
    const pid_t one = pidIn(pidFile("one"));
    const pid_t two = pidIn(pidFile("two"));
    EXPECT_TRUE(isAlive(one) && isAlive(two));
    EXPECT_EQ(stop(), 0);
    EXPECT_FALSE(isAlive(one) || isAlive(two));
    EXPECT_FALSE(std::filesystem::exists(ports_));
}

TEST_F(SupervisorTest, KilledRoleComesBackAndTheOtherNeverNotices) {
    run({plan("one", "serve"), plan("two", "serve")});
    ASSERT_TRUE(eventually([&] { return std::filesystem::exists(ports_); }));
    const pid_t one = pidIn(pidFile("one"));
    const pid_t two = pidIn(pidFile("two"));
    ::kill(one, SIGKILL);
    EXPECT_TRUE(eventually([&] { return pidIn(pidFile("one")) != one && isAlive(pidIn(pidFile("one"))); }));
    EXPECT_EQ(pidIn(pidFile("two")), two);
    EXPECT_TRUE(isAlive(two));
}

TEST_F(SupervisorTest, RoleThatRefusesToStartEndsTheRelayWithItsCode) {
    run({plan("good", "serve"), plan("bad", "refuse")});
    EXPECT_EQ(exitCode_.get(), 2);
    EXPECT_FALSE(std::filesystem::exists(ports_));
}

TEST_F(SupervisorTest, RoleThatKeepsCrashingIsLeftAlone) {
    run({plan("good", "serve"), plan("bad", "crash")});
    const auto starts = [&] {
        std::ifstream in(pidFile("bad").string() + ".starts");
        return std::count(std::istreambuf_iterator<char>(in), {}, '\n');
    };
    ASSERT_TRUE(eventually([&] { return starts() == 6; }));
    EXPECT_FALSE(tests::waitUntil([&] { return starts() > 6; }, 300ms))
        << "a restart takes milliseconds; the rest takes a minute";
    EXPECT_TRUE(isAlive(pidIn(pidFile("good"))));
    EXPECT_EQ(stop(), 0);
}

}  // namespace footlight::app

namespace {

void writeLine(const std::string& file, std::ios::openmode mode) {
    std::ofstream(file, mode) << ::getpid() << "\n";
}

/// A role, as the supervisor sees one.
int beRole(const std::string& behaviour) {
    const std::string pidFile = std::getenv("TEST_PID_FILE");
    writeLine(pidFile + ".starts", std::ios::app);
    if (behaviour == "refuse") {
        return 2;
    }
    if (behaviour == "crash") {
        ::raise(SIGKILL);
    }
    footlight::app::StopSignals signals;
    writeLine(pidFile + ".new", std::ios::trunc);
    std::filesystem::rename(pidFile + ".new", pidFile);
    const int ready = std::stoi(std::getenv("FOOTLIGHT_ROLE_READY"));
    const bool isTold = ::write(ready, "r", 1) == 1;
    pollfd stop{signals.descriptor(), POLLIN, 0};
    ::poll(&stop, 1, -1);
    return isTold ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (const char* const behaviour = std::getenv("TEST_ROLE")) {
        return beRole(behaviour);
    }
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
