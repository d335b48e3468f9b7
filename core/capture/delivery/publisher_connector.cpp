#include "core/capture/delivery/publisher_connector.h"

#include "core/net/stream/tls.h"
#include "core/rtmp/session/publisher.h"

namespace footlight::capture {

namespace {

class PublisherLink final : public DestinationLink {
public:
    explicit PublisherLink(std::unique_ptr<rtmp::Publisher> publisher) : publisher_(std::move(publisher)) {}

    net::Task<Result<void>> start(BroadcastFormat format) override {
        rtmp::StreamMetadata metadata;
        metadata.videoKbps = format.videoKbps;
        metadata.audioKbps = format.audioKbps;
        metadata.keyFrameInterval = format.keyFrameInterval;
        return publisher_->start(std::move(format.tracks), std::move(metadata));
    }
    net::Task<Result<void>> send(media::Packet packet) override {
        return publisher_->send(std::move(packet));
    }
    net::Task<Result<void>> sendCaptureClock(media::MediaTime at, UtcTime utc) override {
        return publisher_->sendCaptureClock(at, utc);
    }
    net::Task<Result<void>> finish() override { return publisher_->finish(); }
    [[nodiscard]] LinkStatistics statistics() const override {
        const auto now = publisher_->statistics();
        return {.roundTrip = now.roundTrip, .unsentBytes = now.unsentBytes};
    }

private:
    std::unique_ptr<rtmp::Publisher> publisher_;
};

}  // namespace

Result<void> PublisherConnector::learnTrust() {
    if (!tls_) {
        auto made = net::TlsClient::create();
        if (!made) {
            return fail(std::move(made.error()));
        }
        tls_ = std::move(*made);
    }
    return {};
}

net::Task<Result<std::unique_ptr<DestinationLink>>> PublisherConnector::connect(Destination destination) {
    rtmp::PublishTarget target;
    target.host = destination.host;
    target.port = destination.port;
    target.app = destination.app;
    target.streamKey = destination.key;
    if (destination.isSecure) {
        if (auto trust = learnTrust(); !trust) {
            co_return fail(std::move(trust.error()));
        }
        target.tls = tls_;
    }
    auto connecting =
        rtmp::Publisher::connect(co_await boost::asio::this_coro::executor, std::move(target), logger_);
    auto publisher = co_await std::move(connecting);
    if (!publisher) {
        co_return fail(std::move(publisher.error()));
    }
    co_return std::make_unique<PublisherLink>(std::move(*publisher));
}

}  // namespace footlight::capture
