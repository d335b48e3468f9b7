#include "core/relay/origin/publish_gate.h"

#include "core/relay/origin/publish_session.h"

namespace footlight::relay::origin {
namespace {

/// Where a publisher comes in: the application that it names.
std::optional<IngestSlot> slotOf(std::string_view application) {
    if (application == "live") {
        return IngestSlot::Primary;
    }
    return application == "backup" ? std::optional(IngestSlot::Backup) : std::nullopt;
}

}  // namespace

net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> PublishGate::publish(rtmp::PublishRequest request) {
    const auto address = request.peerAddress;
    auto sink = co_await admit(std::move(request));
    if (sink) {
        accepted_.fetch_add(1, std::memory_order_relaxed);
    } else {
        refused_.fetch_add(1, std::memory_order_relaxed);
        logger_.info("refused a publisher from {}: {}", address, sink.error().text());
    }
    co_return sink;
}

net::Task<Result<std::unique_ptr<rtmp::PublishSink>>> PublishGate::admit(rtmp::PublishRequest request) {
    const auto slot = slotOf(request.app);
    if (!slot) {
        co_return fail(ErrorCategory::NotFound, "origin.application",
                       "publish to rtmp://<this relay>/live (or /backup) with the stream key as the stream's "
                       "name");
    }
    PublishQuestion question{request.streamKey, request.peerAddress, request.encoder};
    auto permission = co_await authorizer_.authorize(std::move(question));
    if (!permission) {
        co_return fail(std::move(permission.error()));
    }
    auto handle = std::make_shared<PublisherHandle>();
    handle->requestClose = std::move(request.requestClose);
    handle->requestReconnect = std::move(request.requestReconnect);
    const auto channel = permission->channel;
    const auto executor = co_await boost::asio::this_coro::executor;
    StreamDirectory::Claim claim{std::move(*permission), *slot, handle, executor};
    auto stream = co_await directory_.claim(std::move(claim));
    if (!stream) {
        co_return fail(std::move(stream.error()));
    }
    const auto logger = logger_.child(channel);
    logger.info("a {} publisher from {} ({})", *slot == IngestSlot::Primary ? "primary" : "backup",
                request.peerAddress, request.encoder.empty() ? "encoder unknown" : request.encoder);
    PublishSession::Setup setup{directory_,         clock_,           executor, channel, *slot,
                                std::move(*stream), std::move(handle)};
    std::unique_ptr<rtmp::PublishSink> sink = std::make_unique<PublishSession>(std::move(setup), logger);
    co_return sink;
}

}  // namespace footlight::relay::origin
