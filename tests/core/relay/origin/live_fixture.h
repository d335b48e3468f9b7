#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <vector>

#include "core/relay/origin/live_stream.h"
#include "tests/core/media/ffmpeg/flv_clip.h"
#include "tests/support/fake_clock.h"

namespace footlight::relay::origin {

using namespace std::chrono_literals;

/// A LiveStream on a clock that stands still and a loop that runs when told.
class LiveFixture : public testing::Test, protected BroadcastEvents {
protected:
    explicit LiveFixture(SlateMaker* maker = nullptr);

    void report(BroadcastEvent event) override { events_.push_back(std::move(event)); }

    std::unique_ptr<LiveStream> make(std::optional<BroadcastId> broadcast = {});
    /// The clip of six seconds, two seconds a group of pictures.
    static const tests::FlvClip& clip();
    static const media::Packet& firstPicture();

    void arrive(IngestSlot slot = IngestSlot::Primary);
    /// Publishes a clip at once.
    void play(const tests::FlvClip& clip, media::MediaTime shift = {}, IngestSlot slot = IngestSlot::Primary);
    /// Publishes the packets from `from` to `to` of the clip's time as the clock goes on; tick() runs on the
    /// way. Each slot named gets them.
    void playInTime(const tests::FlvClip& clip, media::MediaTime from, media::MediaTime to,
                    const std::vector<IngestSlot>& slots = {IngestSlot::Primary});
    /// Lets time pass in which nothing is published.
    void wait(std::chrono::milliseconds time);
    void runLoop() { loop_.restart(), loop_.poll(); }

    [[nodiscard]] hls::MediaPlaylist list(std::string_view rendition = "source") const {
        return snapshot_->find(rendition)->model();
    }
    /// All but Health and Input.
    [[nodiscard]] std::vector<BroadcastEventType> lasting() const;
    [[nodiscard]] std::optional<InputState> inputs() const;

    boost::asio::io_context loop_;
    tests::FakeClock clock_{utcFromMilliseconds(1'795'000'000'000)};
    StreamSettings settings_;
    ChannelPolicy policy_;
    std::vector<BroadcastEvent> events_;
    std::vector<std::string> closed_;  ///< reasons that publishers were given
    StreamSnapshotPtr snapshot_;
    Archive* archive_ = nullptr;
    std::vector<PacketTaps*> taps_;
    SlateLibrary slates_;
    std::unique_ptr<LiveStream> stream_;
};

}  // namespace footlight::relay::origin
