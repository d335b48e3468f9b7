#include "core/relay/fanout/frame_queue.h"

#include <gtest/gtest.h>

#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::relay::fanout {
namespace {

using media::MediaKind;
using rtmp::exampleAudio;
using rtmp::exampleFrame;
using namespace std::chrono_literals;

media::Tracks twoSounds() {
    auto tracks = rtmp::exampleTracks();
    tracks.moreAudio[1] = *tracks.audio;
    tracks.moreAudio[1].language = "de";
    return tracks;
}

media::Packet onTrack(media::Packet packet, media::TrackId track) {
    packet.track = track;
    return packet;
}

/// What a service would get, a letter each: T tracks, K key frame, v picture, a sound.
std::string drain(FrameQueue& queue) {
    std::string text;
    while (const auto item = queue.pop()) {
        const auto* packet = std::get_if<media::Packet>(&*item);
        text += packet == nullptr                  ? 'T'
                : packet->kind == MediaKind::Audio ? 'a'
                : packet->isKeyFrame               ? 'K'
                                                   : 'v';
    }
    return text;
}

}  // namespace

TEST(FrameQueue, BeginsAtAKeyFrame) {
    FrameQueue queue({1'000'000}, 0);
    queue.tracks(rtmp::exampleTracks());
    queue.push(exampleFrame(0ms, true));
    EXPECT_EQ(drain(queue), "") << "nothing is kept for nobody";
    queue.open();
    queue.push(exampleAudio(0ms));
    queue.push(exampleFrame(33ms, false));
    queue.push(exampleFrame(66ms, true));
    queue.push(exampleAudio(70ms));
    EXPECT_EQ(drain(queue), "TKa");
    EXPECT_EQ(queue.dropped(), 0);
}

TEST(FrameQueue, PastItsLimitItDropsToTheNextKeyFrame) {
    FrameQueue queue({10'000}, 0);
    queue.tracks(rtmp::exampleTracks());
    queue.open();
    queue.push(exampleFrame(0ms, true, 4'000));
    queue.push(exampleFrame(33ms, false, 4'000));
    queue.push(exampleFrame(66ms, false, 4'000));
    queue.push(exampleFrame(99ms, false, 4'000));
    EXPECT_EQ(queue.dropped(), 2);
    queue.push(exampleFrame(132ms, true, 4'000));
    EXPECT_EQ(drain(queue), "TK") << "the tracks are told whatever is dropped";
}

TEST(FrameQueue, PastItsTimeItGoesOnWithTheNewestKeyFrame) {
    FrameQueue queue({1'000'000, 5s}, 0);
    queue.tracks(rtmp::exampleTracks());
    queue.open();
    for (std::chrono::milliseconds at{0}; at <= 5s; at += 500ms) {
        queue.push(exampleFrame(at, at % 2s == 0s));
        queue.push(exampleAudio(at));
    }
    EXPECT_EQ(queue.dropped(), 0) << "five seconds may wait";
    queue.push(exampleFrame(5'500ms, false));
    EXPECT_EQ(queue.dropped(), 16);
    EXPECT_EQ(drain(queue), "TKavavav");
}

TEST(FrameQueue, WithoutANewKeyFrameWhatIsTooOldIsDroppedToTheNext) {
    FrameQueue queue({1'000'000, 5s}, 0);
    queue.tracks(rtmp::exampleTracks());
    queue.open();
    for (std::chrono::milliseconds at{0}; at <= 5'500ms; at += 500ms) {
        queue.push(exampleFrame(at, at == 0s));
    }
    EXPECT_EQ(queue.dropped(), 11);
    EXPECT_EQ(drain(queue), "T");
    queue.push(exampleAudio(6s));
    queue.push(exampleFrame(6s, true));
    EXPECT_EQ(drain(queue), "K");
}

TEST(FrameQueue, SendsTheChosenSoundAsTheOnlyOne) {
    FrameQueue queue({1'000'000}, 1);
    queue.tracks(twoSounds());
    queue.open();
    const auto told = std::get<media::Tracks>(*queue.pop());
    EXPECT_EQ(told.audio->language, "de");
    EXPECT_TRUE(told.moreAudio.empty());
    queue.push(exampleFrame(0ms, true));
    queue.push(exampleAudio(1ms));
    queue.push(onTrack(exampleAudio(2ms), 1));
    queue.pop();
    const auto sound = std::get<media::Packet>(*queue.pop());
    EXPECT_EQ(sound.dts, media::MediaTime(2ms));
    EXPECT_EQ(sound.track, 0);
    EXPECT_FALSE(queue.pop().has_value());
}

TEST(FrameQueue, WithoutTheChosenSoundItSendsTheFirst) {
    FrameQueue queue({1'000'000}, 5);
    queue.tracks(twoSounds());
    queue.open();
    queue.push(exampleFrame(0ms, true));
    queue.push(exampleAudio(1ms));
    EXPECT_EQ(drain(queue), "TKa");
}

TEST(FrameQueue, OtherTracksAreToldBeforeTheirKeyFrame) {
    FrameQueue queue({1'000'000}, 0);
    queue.tracks(rtmp::exampleTracks());
    queue.open();
    queue.push(exampleFrame(0ms, true));
    queue.tracks(twoSounds());
    queue.push(exampleFrame(33ms, false));
    queue.push(exampleFrame(66ms, true));
    EXPECT_EQ(drain(queue), "TKTK");
}

}  // namespace footlight::relay::fanout
