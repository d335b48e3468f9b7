#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <chrono>
#include <functional>
#include <optional>
#include <vector>

#include "core/base/guarded.h"
#include "core/net/async/event_loops.h"
#include "core/rtmp/session/publish_guard.h"
#include "core/rtmp/session/publisher.h"
#include "core/rtmp/session/server.h"
#include "tests/support/process.h"

namespace footlight::rtmp {

using namespace std::chrono_literals;

/// What the relay's side got of all publications, in order.
struct Recording {
    std::vector<PublishRequest> requests;
    std::vector<media::Tracks> tracks;
    std::vector<media::Packet> packets;
    std::vector<std::pair<media::MediaTime, UtcTime>> clocks;
    std::vector<media::MediaTime> keyFrameIntervals;
    std::vector<std::int64_t> losses;
    std::vector<PublishEnd> ends;

    [[nodiscard]] std::size_t count(media::MediaKind kind) const {
        return static_cast<std::size_t>(
            std::count_if(packets.begin(), packets.end(),
                          [&](const media::Packet& packet) { return packet.kind == kind; }));
    }
};

/// Takes the key "good", says that "busy" is live already, cannot tell of "early" yet, refuses every other.
class RecordingHandler final : public PublishHandler {
public:
    net::Task<Result<std::unique_ptr<PublishSink>>> publish(PublishRequest request) override;
    [[nodiscard]] Recording recording() const { return recording_.copy(); }
    /// Waits for the relay's side to have got what `condition` asks.
    bool waitFor(const std::function<bool(const Recording&)>& condition,
                 std::chrono::milliseconds limit = 20s);

private:
    class Sink;
    Guarded<Recording> recording_;
};

/// A server on a loop of its own, and help to publish to it. Times of the limits are short.
class IngestFixture : public testing::Test {
protected:
    IngestFixture();
    ~IngestFixture() override;

    [[nodiscard]] std::string url(const std::string& key) const;
    [[nodiscard]] PublishTarget target(const std::string& key) const;

    /// Starts the server anew with `limits`.
    void serve(ServerLimits limits);

    template <typename T>
    T run(net::Task<T> task) {
        return boost::asio::co_spawn(loops_.executor(0), std::move(task), boost::asio::use_future).get();
    }

    net::EventLoops loops_{1};
    RecordingHandler handler_;
    std::unique_ptr<Server> server_;
};

/// A real avcC (640x360, baseline) and AudioSpecificConfig (AAC-LC, 48 kHz, stereo).
media::Tracks exampleTracks();
/// One video frame of a single NAL unit of `size` bytes.
media::Packet exampleFrame(std::chrono::milliseconds dts, bool isKeyFrame, std::size_t size = 1'000);
media::Packet exampleAudio(std::chrono::milliseconds dts);

}  // namespace footlight::rtmp
