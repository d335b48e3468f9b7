// What a feed puts together before it wakes its players; one loop, turned by hand.
#include <boost/asio/io_context.hpp>

#include "core/rtmp/session/play.h"
#include "core/rtmp/session/play_listener.h"
#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::rtmp {

namespace {

/// How many frames came with each call.
class Listener final : public PlayListener {
public:
    void frames(const PlayFrames& frames) override { batches.push_back(frames.size()); }
    void ended() override { isOver = true; }

    std::vector<std::size_t> batches;
    bool isOver = false;
};

class PlayFeedGathers : public testing::Test {
protected:
    ~PlayFeedGathers() override { feed_->leave(listener_); }

    void begin(const media::Tracks& tracks, std::chrono::milliseconds gather) {
        PlayFeedLimits limits;
        limits.gather = gather;
        feed_ = std::make_unique<PlayFeed>(limits);
        feed_->tracks(tracks);
        feed_->join(loop_.get_executor(), listener_);
    }
    void turn() {
        loop_.restart();
        loop_.poll();
    }

    boost::asio::io_context loop_;
    Listener listener_;
    std::unique_ptr<PlayFeed> feed_;
};

using Batches = std::vector<std::size_t>;

}  // namespace

TEST_F(PlayFeedGathers, SoundThatGoesAlongWithTheNextPicture) {
    begin(exampleTracks(), 1h);
    feed_->packet(exampleFrame(0ms, true));
    turn();
    EXPECT_EQ(listener_.batches, (Batches{1})) << "a picture waits for nothing";
    feed_->packet(exampleAudio(1ms));
    feed_->packet(exampleAudio(22ms));
    turn();
    EXPECT_EQ(listener_.batches, (Batches{1})) << "sound waits";
    feed_->packet(exampleFrame(33ms, false));
    turn();
    EXPECT_EQ(listener_.batches, (Batches{1, 3}));
}

TEST_F(PlayFeedGathers, SoundForNoLongerThanItsLimit) {
    begin(exampleTracks(), 1ms);
    feed_->packet(exampleAudio(0ms));
    loop_.restart();
    loop_.run_one_for(20s);
    EXPECT_EQ(listener_.batches, (Batches{1}));
}

TEST_F(PlayFeedGathers, NothingWhereAStreamIsSoundAlone) {
    media::Tracks tracks = exampleTracks();
    tracks.video.reset();
    begin(tracks, 1h);
    feed_->packet(exampleAudio(0ms));
    turn();
    EXPECT_EQ(listener_.batches, (Batches{1}));
}

TEST_F(PlayFeedGathers, NothingLongerThanTheStream) {
    begin(exampleTracks(), 1h);
    feed_->packet(exampleAudio(0ms));
    feed_->ended();
    turn();
    EXPECT_EQ(listener_.batches, (Batches{1}));
    EXPECT_TRUE(listener_.isOver);
}

}  // namespace footlight::rtmp
