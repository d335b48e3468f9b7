#include "core/relay/slates/slate_process.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <fstream>

#include "core/net/async/event_loops.h"
#include "tests/support/process.h"
#include "tests/support/relay_process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::slates {
namespace {

namespace fs = std::filesystem;

const std::string kOwn(64, 'a');

class Slates : public testing::Test {
protected:
    Slates() {
        options_.program = tests::programPath("footlight-relay-transcoder");
        options_.pictures = folder_ / "slates";
        options_.cache = folder_ / "cache" / "slates";
        fs::create_directory(options_.pictures);
    }

    void restart() { maker_ = std::make_unique<SlateProcess>(options_, Logger::silent()); }

    Result<fs::path> make(const SlateRequest& request) {
        if (!maker_) {
            restart();
        }
        return boost::asio::co_spawn(loops_.executor(0), maker_->make(request), boost::asio::use_future)
            .get();
    }

    static SlateRequest small(const std::string& slate = {}) { return {slate, 320, 180, 10, 48'000, 2}; }

    void write(const fs::path& file, const std::string& text) {
        std::ofstream(file, std::ios::binary) << text;
    }

    [[nodiscard]] std::string probe(const fs::path& file) const {
        return tests::run({"ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width,height", "-of",
                           "csv=p=0", file.string()})
            .output;
    }

    tests::TempDir folder_;
    SlateProcessOptions options_;
    net::EventLoops loops_{1};
    std::unique_ptr<SlateProcess> maker_;
};

TEST_F(Slates, TheDefaultIsMadeOnceAndKept) {
    const auto first = make(small());
    ASSERT_TRUE(first) << first.error().text();
    EXPECT_EQ(probe(*first), "h264,320,180\naac\n");
    struct stat before {};
    struct stat after {};
    ASSERT_EQ(::stat(first->c_str(), &before), 0);
    restart();
    EXPECT_EQ(make(small()).value(), *first);
    ASSERT_EQ(::stat(first->c_str(), &after), 0);
    EXPECT_EQ(before.st_ino, after.st_ino);
    SlateRequest larger = small();
    larger.width = 640;
    EXPECT_NE(make(larger).value(), *first);
}

TEST_F(Slates, AChannelsOwnPictureIsTaken) {
    const auto made =
        tests::run({"ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=size=100x100", "-frames:v", "1",
                    "-f", "image2", "-c:v", "png", (options_.pictures / kOwn).string()});
    ASSERT_EQ(made.exitCode, 0) << made.output;
    const auto file = make(small(kOwn));
    ASSERT_TRUE(file) << file.error().text();
    EXPECT_TRUE(file->filename().string().starts_with(kOwn));
    EXPECT_EQ(probe(*file), "h264,320,180\naac\n");
}

TEST_F(Slates, WhatCannotBeReadGivesTheDefault) {
    write(options_.pictures / kOwn, "#EXTM3U\nfile:///etc/passwd\n");
    const auto ours = make(small());
    ASSERT_TRUE(ours) << ours.error().text();
    EXPECT_EQ(make(small(kOwn)).value(), *ours) << "no picture";
    EXPECT_EQ(make(small(std::string(64, 'b'))).value(), *ours) << "not there";
    EXPECT_EQ(make(small("../../etc/passwd")).value(), *ours) << "no name of a slate";
}

TEST_F(Slates, AProgramThatIsMissingOrHangsIsUnavailable) {
    options_.program = folder_ / "nothing";
    EXPECT_EQ(make(small()).error().category(), ErrorCategory::Unavailable);
    options_.program = folder_ / "hangs";
    write(options_.program, "#!/bin/sh\nexec sleep 60\n");
    fs::permissions(options_.program, fs::perms::owner_all);
    options_.limit = std::chrono::milliseconds(200);
    restart();
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_EQ(make(small()).error().category(), ErrorCategory::Unavailable);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    EXPECT_TRUE(fs::is_empty(options_.cache)) << "nothing half finished stays";
}

TEST_F(Slates, OnlyTheNewestAreKept) {
    options_.kept = 2;
    for (const int width : {160, 320, 640}) {
        SlateRequest request = small();
        request.width = width;
        ASSERT_TRUE(make(request));
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(options_.cache), fs::directory_iterator()), 2);
}

TEST(SlateCache, ASlatesNameCannotLeaveTheFolder) {
    const SlateCache cache("/cache", 4);
    SlateRequest request;
    request.slate = "../../x y";
    EXPECT_EQ(cache.fileOf(request).parent_path(), "/cache");
    EXPECT_EQ(cache.fileOf(request), "/cache/default2-1280x720-30.000-48000-2.flv");
}

}  // namespace
}  // namespace footlight::relay::slates
