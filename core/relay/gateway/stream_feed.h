#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/bytes.h"
#include "core/base/child_process.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/secret.h"

namespace footlight::relay::gateway {

/// How one stream is handed to a transcoder of its own.
struct FeedPlan {
    std::filesystem::path program;  ///< footlight-relay-transcoder
    std::string origin;             ///< HOST:PORT of its RTMP
    std::string app = "live";       ///< or "backup"
    Secret key;
    std::string name;  ///< in front of the child's lines in the log
    int programNumber = 0;
};

/// The transcoder of one stream: started with the first datagram, started again when it dies while the stream
/// goes on (once a second at the most), ended with its owner. One thread at a time; a write never waits: what
/// the child does not take is lost, and counted by it.
class StreamFeed {
public:
    StreamFeed(FeedPlan plan, Logger logger);
    /// Lets the child read what it has and end, for half a second; then it is killed.
    ~StreamFeed();
    StreamFeed(const StreamFeed&) = delete;
    StreamFeed& operator=(const StreamFeed&) = delete;

    /// False once the origin has refused the stream (its key or codecs); for ten seconds nothing is tried
    /// then.
    bool write(ByteView datagram);

private:
    bool start(SteadyTime now);
    void childEnded(SteadyTime now);
    void close();

    FeedPlan plan_;
    Logger logger_;
    int socket_ = -1;
    std::optional<ChildProcess> child_;
    SteadyTime nextStart_{};
    bool isRefused_ = false;
};

}  // namespace footlight::relay::gateway
