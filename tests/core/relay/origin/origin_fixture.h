#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/base/guarded.h"
#include "core/hls/playlist.h"
#include "core/net/async/event_loops.h"
#include "core/net/http/server.h"
#include "core/relay/origin/origin.h"
#include "core/relay/ports/broadcast_events.h"
#include "core/relay/ports/origin_commands.h"
#include "core/relay/ports/publish_authorizer.h"
#include "core/rtmp/session/server.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace footlight::relay::origin {

using namespace std::chrono_literals;

/// Lets the key "key-NAME" publish on the channel NAME; a broadcast keeps its id until it ends.
class FakeHub final : public PublishAuthorizer, public BroadcastEvents {
public:
    net::Task<Result<PublishPermission>> authorize(PublishQuestion question) override;
    void report(BroadcastEvent event) override;
    /// Of every channel, for publishers that come from now on.
    void setPolicy(ChannelPolicy policy) { *policy_.lock() = std::move(policy); }
    [[nodiscard]] std::vector<BroadcastEvent> events() const { return events_.copy(); }
    [[nodiscard]] std::size_t count(BroadcastEventType type) const;

private:
    Guarded<ChannelPolicy> policy_;
    Guarded<std::map<std::string, BroadcastId>> broadcasts_;
    Guarded<std::vector<BroadcastEvent>> events_;
};

/// What curl got.
struct Answer {
    int status = 0;
    std::string head;
    std::string body;
    double seconds = 0;  ///< from the request to the last byte

    [[nodiscard]] std::string header(const std::string& name) const;
};

/// The whole origin: an RTMP server on one loop, an HTTP server on each of two others, on one port.
class OriginFixture : public testing::Test {
protected:
    OriginFixture() { start({}); }
    ~OriginFixture() override { stop(); }

    void start(const StreamSettings& settings);
    void stop();

    [[nodiscard]] std::string rtmpUrl(const std::string& channel) const;
    [[nodiscard]] std::string mediaUrl(const std::string& path) const;
    [[nodiscard]] Answer get(const std::string& path,
                             const std::vector<std::string>& curlArguments = {}) const;
    [[nodiscard]] hls::MediaPlaylist playlist(const std::string& channel,
                                              const std::string& query = "") const;
    /// True once the channel's playlist has `segments` whole segments.
    [[nodiscard]] bool waitForSegments(const std::string& channel, std::size_t segments) const;
    /// Waits until something was reported `count` times.
    [[nodiscard]] bool waitFor(BroadcastEventType type, std::size_t count = 1) const;

    std::unique_ptr<net::EventLoops> loops_;
    FakeHub hub_;
    SystemClock clock_;
    Archive* archive_ = nullptr;
    const accounts::MediaTokens* tokens_ = nullptr;
    std::unique_ptr<Origin> origin_;
    std::unique_ptr<rtmp::Server> rtmp_;
    std::vector<std::unique_ptr<net::http::Server>> media_;
};

struct PublishOptions {
    int seconds = 60;
    bool isRealTime = true;
    std::string frameRate = "30";
    int gopFrames = 60;
    bool hasVideo = true;
    bool hasAudio = true;
    bool hasBFrames = false;
    std::string size = "320x180";
};

/// The command line of an ffmpeg that publishes a test picture and a tone.
std::vector<std::string> publisher(const std::string& url, const PublishOptions& options = {});

}  // namespace footlight::relay::origin
