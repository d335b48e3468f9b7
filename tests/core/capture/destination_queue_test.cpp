#include "core/capture/delivery/destination_queue.h"

#include <gtest/gtest.h>

namespace footlight::capture {
namespace {

using std::chrono::milliseconds;

OutgoingPacket packet(media::MediaKind kind, int frame, bool isKeyFrame, bool disposable = false) {
    OutgoingPacket made;
    made.packet.kind = kind;
    made.packet.dts = made.packet.pts = milliseconds(frame * 100);
    made.packet.isKeyFrame = isKeyFrame;
    made.packet.payload = share(Bytes(1000));
    made.disposable = disposable;
    return made;
}

OutgoingPacket keyFrame(int at) { return packet(media::MediaKind::Video, at, true); }
OutgoingPacket picture(int at) { return packet(media::MediaKind::Video, at, false); }
OutgoingPacket sparePicture(int at) { return packet(media::MediaKind::Video, at, false, true); }
OutgoingPacket sound(int at) { return packet(media::MediaKind::Audio, at, true); }

/// "K0 v1 a1": key frame, picture, sound, each with its time in tenths of a second.
std::string drain(DestinationQueue& queue) {
    std::string all;
    while (const auto next = queue.pop()) {
        const bool isVideo = next->packet.kind == media::MediaKind::Video;
        const char kind = !isVideo ? 'a' : next->packet.isKeyFrame ? 'K' : 'v';
        all +=
            (all.empty() ? "" : " ") + std::string(1, kind) + std::to_string(next->packet.dts.count() / 9000);
    }
    return all;
}

}  // namespace

TEST(DestinationQueue, GivesEverythingInOrderToAFastDestination) {
    DestinationQueue queue;
    queue.release();
    queue.push(keyFrame(0));
    queue.push(sound(0));
    queue.push(picture(1));
    EXPECT_EQ(queue.bytes(), 3000U);
    EXPECT_EQ(drain(queue), "K0 a0 v1");
    EXPECT_EQ(queue.bytes(), 0U);
    EXPECT_EQ(queue.droppedFrames(), 0U);
}

TEST(DestinationQueue, HoldsTheNewestGroupOfPicturesUntilThereIsAConnection) {
    DestinationQueue queue;
    queue.push(sound(0));
    queue.push(keyFrame(0));
    queue.push(picture(1));
    queue.push(keyFrame(2));
    queue.push(sound(2));
    queue.push(picture(3));
    EXPECT_FALSE(queue.pop());
    queue.release();
    EXPECT_EQ(drain(queue), "K2 a2 v3");
}

TEST(DestinationQueue, BeginsWithAKeyFrameAfterALostConnection) {
    DestinationQueue queue;
    queue.release();
    queue.push(keyFrame(0));
    queue.push(picture(1));
    ASSERT_TRUE(queue.pop());
    queue.hold();
    queue.push(picture(2));
    queue.push(sound(2));
    queue.push(keyFrame(3));
    queue.push(sound(3));
    queue.release();
    EXPECT_EQ(drain(queue), "K3 a3");
    EXPECT_EQ(queue.droppedFrames(), 2U);
}

TEST(DestinationQueue, HoldsNothingOfAGroupOfPicturesThatGrowsTooLong) {
    DestinationQueue queue(QueueLimits{.heldGop = milliseconds(1000)});
    queue.push(keyFrame(0));
    for (int i = 1; i <= 20; ++i) {
        queue.push(picture(i));
    }
    EXPECT_EQ(queue.bytes(), 0U);
    queue.push(keyFrame(21));
    queue.release();
    EXPECT_EQ(drain(queue), "K21");
}

TEST(DestinationQueue, ASlowDestinationLosesDisposablePicturesFirst) {
    DestinationQueue queue(QueueLimits{.disposableAfter = milliseconds(300)});
    queue.release();
    queue.push(keyFrame(0));
    queue.push(sparePicture(1));
    queue.push(picture(2));
    queue.push(sparePicture(3));
    queue.push(picture(4));
    EXPECT_EQ(drain(queue), "K0 v2 v4");
    EXPECT_EQ(queue.droppedFrames(), 2U);
}

TEST(DestinationQueue, ASlowerOneLosesPicturesUpToTheNextKeyFrameButNoSound) {
    DestinationQueue queue(QueueLimits{.videoAfter = milliseconds(500)});
    queue.release();
    queue.push(keyFrame(0));
    for (int i = 1; i <= 3; ++i) {
        queue.push(picture(i));
        queue.push(sound(i));
    }
    queue.push(keyFrame(4));
    queue.push(picture(5));
    queue.push(picture(6));
    EXPECT_EQ(drain(queue), "a1 a2 a3 K4 v5 v6");
    EXPECT_EQ(queue.droppedFrames(), 4U);
}

TEST(DestinationQueue, WithoutAKeyFrameItWaitsForOne) {
    DestinationQueue queue(QueueLimits{.videoAfter = milliseconds(200)});
    queue.release();
    queue.push(keyFrame(0));
    for (int i = 1; i <= 5; ++i) {
        queue.push(picture(i));
    }
    queue.push(sound(5));
    queue.push(keyFrame(6));
    queue.push(picture(7));
    EXPECT_EQ(drain(queue), "a5 K6 v7");
    EXPECT_EQ(queue.droppedFrames(), 6U);
}

TEST(DestinationQueue, NeverHoldsMoreBytesThanItsBound) {
    DestinationQueue queue(QueueLimits{.bytes = 10'000});
    queue.release();
    queue.push(keyFrame(0));
    for (int i = 0; i < 50; ++i) {
        queue.push(sound(i));
        queue.push(i % 10 == 0 ? keyFrame(i) : picture(i));
        ASSERT_LE(queue.bytes(), 10'000U);
    }
}

TEST(DestinationQueue, SoundThatNobodyTakesIsBoundedInTime) {
    DestinationQueue queue(QueueLimits{.audioAfter = milliseconds(1000)});
    queue.release();
    for (int i = 0; i < 100; ++i) {
        queue.push(sound(i));
    }
    EXPECT_LE(queue.duration(), media::MediaTime(milliseconds(1000)));
}

}  // namespace footlight::capture
