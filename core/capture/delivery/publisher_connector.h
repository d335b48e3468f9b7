#pragma once

#include "core/base/logger.h"
#include "core/capture/delivery/destination_link.h"

namespace footlight::net {
class TlsClient;
}

namespace footlight::capture {

/// Reaches destinations by RTMP and RTMPS (core/rtmp/session). Used on the loop that its links live on.
class PublisherConnector final : public DestinationConnector {
public:
    explicit PublisherConnector(Logger logger) : logger_(std::move(logger)) {}
    net::Task<Result<std::unique_ptr<DestinationLink>>> connect(Destination destination) override;

private:
    /// Reads the system's authorities at the first destination that wants them.
    Result<void> learnTrust();

    Logger logger_;
    std::shared_ptr<const net::TlsClient> tls_;
};

}  // namespace footlight::capture
