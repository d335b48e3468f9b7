#include "app/transcoder/confinement.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <functional>

namespace footlight::app {
namespace {

/// True where `attempt` succeeds in a process that is confined so.
bool succeedsWithin(const Confinement& confinement, const std::function<bool()>& attempt) {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(!confine(confinement) ? 2 : attempt() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) != 2);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

constexpr std::uint64_t kMemory = 1ULL << 40;

bool opensSocket() { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }
bool readsFile() { return ::open("/etc/passwd", O_RDONLY) >= 0; }
bool writesFile() { return ::open("/tmp/footlight-confinement", O_WRONLY | O_CREAT, 0600) >= 0; }
bool runsProgram() {
    char name[] = "true";
    char* arguments[] = {name, nullptr};
    ::execv("/bin/true", arguments);
    return errno != EPERM;
}

TEST(Confinement, ForeignPicturesReachNothing) {
    const Confinement foreign{kMemory, 60, false, false};
    EXPECT_FALSE(succeedsWithin(foreign, opensSocket));
    EXPECT_FALSE(succeedsWithin(foreign, runsProgram));
    EXPECT_FALSE(succeedsWithin(foreign, writesFile));
    EXPECT_FALSE(succeedsWithin(foreign, readsFile));
    EXPECT_TRUE(succeedsWithin(foreign, [] { return ::getpid() > 0; }));
}

TEST(Confinement, WhatIsAllowedIsLeft) {
    EXPECT_TRUE(succeedsWithin({kMemory, 0, true, false}, opensSocket));
    EXPECT_TRUE(succeedsWithin({kMemory, 0, false, true}, readsFile));
    EXPECT_FALSE(succeedsWithin({kMemory, 0, true, true}, runsProgram));
    EXPECT_FALSE(succeedsWithin({kMemory, 0, true, true}, writesFile));
}

TEST(Confinement, MemoryIsBounded) {
    const auto takes = [] { return std::malloc(std::size_t{256} << 20) != nullptr; };
    EXPECT_TRUE(succeedsWithin({kMemory, 0, true, true}, takes));
    EXPECT_FALSE(succeedsWithin({std::uint64_t{128} << 20, 0, true, true}, takes));
}

}  // namespace
}  // namespace footlight::app
