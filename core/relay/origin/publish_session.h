#pragma once

#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/origin/stream_directory.h"
#include "core/rtmp/session/publish.h"

namespace footlight::relay::origin {

/// One publisher's connection at work on its broadcast. Owned by the RTMP connection, on its loop; closes the
/// connection where what it sends cannot be carried.
class PublishSession final : public rtmp::PublishSink {
public:
    struct Setup {
        StreamDirectory& directory;
        const Clock& clock;
        std::string channel;
        std::shared_ptr<LiveStream> stream;
        std::shared_ptr<PublisherHandle> handle;
    };
    PublishSession(Setup setup, Logger logger);
    ~PublishSession() override;

    void tracks(media::Tracks tracks) override;
    void packet(media::Packet packet) override;
    void captureClock(media::MediaTime at, UtcTime utc) override;
    void keyFrameInterval(media::MediaTime interval) override;
    void networkLoss(std::int64_t total) override;
    void ended(rtmp::PublishEnd end) override;

private:
    void closeOn(const Result<void>& result);
    void release(bool isOver);

    Setup setup_;
    Logger logger_;
    bool isRefused_ = false;
};

}  // namespace footlight::relay::origin
