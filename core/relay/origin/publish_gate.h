#pragma once

#include <atomic>
#include <cstdint>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/relay/origin/stream_directory.h"
#include "core/rtmp/session/publish.h"

namespace footlight::relay::origin {

/// Lets publishers in: asks who may publish, claims the broadcast for them. Any loop.
class PublishGate final : public rtmp::PublishHandler {
public:
    PublishGate(PublishAuthorizer& authorizer, StreamDirectory& directory, const Clock& clock, Logger logger)
        : authorizer_(authorizer), directory_(directory), clock_(clock), logger_(std::move(logger)) {}

    net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> publish(rtmp::PublishRequest request) override;

    [[nodiscard]] std::uint64_t accepted() const { return accepted_.load(std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t refused() const { return refused_.load(std::memory_order_relaxed); }

private:
    net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> admit(rtmp::PublishRequest request);

    PublishAuthorizer& authorizer_;
    StreamDirectory& directory_;
    const Clock& clock_;
    Logger logger_;
    std::atomic<std::uint64_t> accepted_{0};
    std::atomic<std::uint64_t> refused_{0};
};

}  // namespace footlight::relay::origin
