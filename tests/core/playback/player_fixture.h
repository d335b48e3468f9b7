#pragma once

#include <gtest/gtest.h>

#include <QVideoFrame>
#include <QVideoSink>
#include <algorithm>

#include "core/playback/player.h"
#include "tests/core/playback/live_feed.h"

namespace footlight::tests {

using namespace std::chrono_literals;

/// A player with a sink that counts, on a feed of the test's clip.
class PlayerTest : public testing::Test {
protected:
    using Player = playback::Player;
    using State = Player::State;

    PlayerTest() {
        player_.setVideoSink(&sink_);
        QObject::connect(&sink_, &QVideoSink::videoFrameChanged, &sink_, [this](const QVideoFrame& frame) {
            ++shown_;
            size_ = frame.size();
        });
        QObject::connect(&player_, &Player::stateChanged, &sink_,
                         [this](State state) { states_.push_back(state); });
    }

    void SetUp() override { ASSERT_TRUE(clip()) << "ffmpeg could not make the clip"; }

    bool reaches(State state, std::chrono::milliseconds limit = 10s) {
        return eventually([&] { return player_.state() == state; }, limit);
    }
    bool shows(int pictures, std::chrono::milliseconds limit = 10s) {
        const int before = shown_;
        return eventually([&] { return shown_ - before >= pictures; }, limit);
    }
    [[nodiscard]] bool went(State state) const {
        return std::count(states_.begin(), states_.end(), state) > 0;
    }

    QVideoSink sink_;
    Player player_;
    int shown_ = 0;
    QSize size_;
    std::vector<State> states_;
};

}  // namespace footlight::tests
