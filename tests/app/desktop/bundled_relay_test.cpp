#include "app/desktop/bundled_relay.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <fstream>
#include <sstream>

#include "tests/support/temp_dir.h"

namespace footlight::desktop {
namespace {

bool eventually(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 10'000); }

/// Waits to be ended, as a relay does.
const std::string kServe = "while true; do read -t 1 < /dev/fd/3; done 3<> \"$0.fifo\"";
const std::string kTellPorts =
    "echo '{\"rtmp\":\"127.0.0.1:41\",\"media\":\"127.0.0.1:42\",\"hub\":\"127.0.0.1:43\"}' > \"$ports\"\n";

/// Dies in the way that follows, once the test has asked this start of it to.
const std::string kUntilAskedToDie =
    "until [ -e \"$0.die.$(wc -l < \"$(dirname \"$0\")/tokens\")\" ]; do read -t 0.02 < /dev/fd/3; done 3<> "
    "\"$0.fifo\"; ";

/// A program in the relay's place: it has our arguments, so that what BundledRelay makes of each behaviour
/// can be seen. The real relay is in the end-to-end tests.
class ABundledRelay : public ::testing::Test {
protected:
    BundledRelay::Options behaving(const std::string& behaviour) {
        const auto program = (folder / "relay").string();
        std::ofstream(program) << "#!/bin/bash\n"
                               << "printf '%s ' \"$@\" >> " << argumentsFile() << "\n"
                               << "echo \"$FOOTLIGHT_OWNER_TOKEN\" >> " << (folder / "tokens").string()
                               << "\n"
                               << "ports=$(echo \"$*\" | sed 's/.*--ports-file \\([^ ]*\\).*/\\1/')\n"
                               << behaviour << "\n";
        std::filesystem::permissions(program, std::filesystem::perms::owner_all);
        EXPECT_EQ(std::system(("mkfifo " + program + ".fifo").c_str()), 0);
        BundledRelay::Options options;
        options.program = QString::fromStdString(program);
        options.dataFolder = QString::fromStdString((folder / "data").string());
        return options;
    }

    /// Lets the relay's start number `start` die.
    void letDie(int start) const {
        std::ofstream((folder / ("relay.die." + std::to_string(start))).string()) << "x";
    }

    std::string argumentsFile() const { return (folder / "arguments").string(); }

    static std::string contentOf(const std::string& file) {
        std::stringstream content;
        content << std::ifstream(file).rdbuf();
        return content.str();
    }

    tests::TempDir folder;
};

}  // namespace

TEST_F(ABundledRelay, IsReadyOnceItsPortsAreKnown) {
    BundledRelay relay(behaving(kTellPorts + kServe));
    QSignalSpy ready(&relay, &BundledRelay::ready);
    relay.start();
    ASSERT_TRUE(eventually([&] { return ready.count() == 1; }));
    EXPECT_EQ(relay.hub(), QUrl(QStringLiteral("http://127.0.0.1:43")));
    EXPECT_NE(contentOf(argumentsFile()).find("--hub 127.0.0.1:0"), std::string::npos);
    EXPECT_NE(contentOf(argumentsFile()).find("--stop-with-parent"), std::string::npos);
}

TEST_F(ABundledRelay, GivesItsTokenByTheEnvironmentAlone) {
    BundledRelay relay(behaving(kTellPorts + kServe));
    relay.start();
    ASSERT_TRUE(eventually([&] { return relay.isReady(); }));
    EXPECT_EQ(contentOf((folder / "tokens").string()), relay.ownerToken().reveal() + "\n");
    EXPECT_EQ(contentOf(argumentsFile()).find(relay.ownerToken().reveal()), std::string::npos);
}

TEST_F(ABundledRelay, ListensOnTheStandardPortsForANetwork) {
    auto options = behaving(kTellPorts + kServe);
    options.reach = RelayReach::Network;
    BundledRelay relay(options);
    relay.start();
    ASSERT_TRUE(eventually([&] { return relay.isReady(); }));
    EXPECT_NE(contentOf(argumentsFile()).find("--rtmp 0.0.0.0:1935"), std::string::npos);
}

TEST_F(ABundledRelay, SaysWhyItCouldNotStart) {
    BundledRelay relay(behaving("echo 'Port 1935 is taken by another program.' >&2; exit 1"));
    QSignalSpy failed(&relay, &BundledRelay::failed);
    relay.start();
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_TRUE(failed[0][0].toString().contains(QStringLiteral("Port 1935 is taken by another program.")));
}

TEST_F(ABundledRelay, SaysThatItsProgramIsMissing) {
    BundledRelay::Options options;
    options.program = QStringLiteral("/no/such/footlight-relay");
    options.dataFolder = QString::fromStdString((folder / "data").string());
    BundledRelay relay(options);
    QSignalSpy failed(&relay, &BundledRelay::failed);
    relay.start();
    EXPECT_TRUE(eventually([&] { return failed.count() == 1; }));
}

TEST_F(ABundledRelay, IsGivenUpWhenItIsNotReadyInTime) {
    auto options = behaving(kServe);
    options.readyWithin = std::chrono::milliseconds(200);
    BundledRelay relay(options);
    QSignalSpy failed(&relay, &BundledRelay::failed);
    relay.start();
    EXPECT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_FALSE(relay.isReady());
}

TEST_F(ABundledRelay, IsStartedAgainAtTheSameAddressesWhenItDies) {
    BundledRelay relay(behaving(kTellPorts + kUntilAskedToDie + "kill -SEGV $$"));
    QSignalSpy ready(&relay, &BundledRelay::ready);
    QSignalSpy restarting(&relay, &BundledRelay::restarting);
    relay.start();
    ASSERT_TRUE(eventually([&] { return ready.count() == 1; }));
    letDie(1);
    ASSERT_TRUE(eventually([&] { return ready.count() == 2; }));
    EXPECT_EQ(restarting.count(), 1);
    EXPECT_NE(contentOf(argumentsFile()).find("--hub 127.0.0.1:43"), std::string::npos);
}

TEST_F(ABundledRelay, IsGivenUpAfterFiveDeathsInAMinute) {
    BundledRelay relay(behaving(kTellPorts + kUntilAskedToDie + "exit 3"));
    int starts = 0;
    QObject::connect(&relay, &BundledRelay::ready, &relay, [&] { letDie(++starts); });
    QSignalSpy failed(&relay, &BundledRelay::failed);
    QSignalSpy restarting(&relay, &BundledRelay::restarting);
    relay.start();
    ASSERT_TRUE(eventually([&] { return failed.count() == 1; }));
    EXPECT_EQ(restarting.count(), 5);
}

TEST_F(ABundledRelay, EndsQuietlyWhenItIsStopped) {
    BundledRelay relay(behaving(kTellPorts + kServe));
    QSignalSpy restarting(&relay, &BundledRelay::restarting);
    QSignalSpy failed(&relay, &BundledRelay::failed);
    relay.start();
    ASSERT_TRUE(eventually([&] { return relay.isReady(); }));
    relay.stop();
    EXPECT_FALSE(relay.isReady());
    EXPECT_EQ(restarting.count() + failed.count(), 0);
}

}  // namespace footlight::desktop
