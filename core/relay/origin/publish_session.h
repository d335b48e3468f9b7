#pragma once

#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/origin/courier.h"
#include "core/relay/origin/stream_directory.h"
#include "core/rtmp/session/publish.h"

namespace footlight::relay::origin {

/// One publisher's connection at work on its broadcast. Owned by the RTMP connection, on its loop; what
/// arrives is brought to the executor of the stream.
class PublishSession final : public rtmp::PublishSink {
public:
    struct Setup {
        StreamDirectory& directory;
        const Clock& clock;
        net::Executor executor;  ///< of the connection
        std::string channel;
        IngestSlot slot = IngestSlot::Primary;
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
    template <typename Call>
    void act(std::size_t weight, Call call);
    void release(bool isOver);

    Setup setup_;
    Logger logger_;
    std::shared_ptr<Courier> courier_;
    bool isOverrun_ = false;
};

}  // namespace footlight::relay::origin
