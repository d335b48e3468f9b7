#pragma once

#include "core/base/logger.h"
#include "core/capture/delivery/destination_link.h"

namespace footlight::capture {

/// Reaches destinations by RTMP (core/rtmp/session). Used on the loop that its links live on.
class PublisherConnector final : public DestinationConnector {
public:
    explicit PublisherConnector(Logger logger) : logger_(std::move(logger)) {}
    net::Task<Result<std::unique_ptr<DestinationLink>>> connect(Destination destination) override;

private:
    Logger logger_;
};

}  // namespace footlight::capture
