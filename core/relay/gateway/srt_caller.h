#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "core/relay/gateway/input_url.h"
#include "core/relay/gateway/srt_stream.h"

namespace footlight::relay::gateway {

/// Calls an SRT listener elsewhere and takes its stream, again and again until its owner goes; on a thread of
/// its own.
class SrtCaller {
public:
    /// `url` is one of SRT; its query may name `streamid` and `latency` (milliseconds).
    SrtCaller(InputUrl url, Secret passphrase, MakeFeed makeFeed, Logger logger);
    ~SrtCaller();
    SrtCaller(const SrtCaller&) = delete;
    SrtCaller& operator=(const SrtCaller&) = delete;

private:
    void run();
    Result<SrtSocket> connect() const;

    InputUrl url_;
    Secret passphrase_;
    MakeFeed makeFeed_;
    Logger logger_;
    std::atomic<bool> isStopping_{false};
    std::thread thread_;
};

}  // namespace footlight::relay::gateway
