#include "tests/core/rtmp/session/relaying_handler.h"

#include "tests/support/process.h"

namespace footlight::rtmp {

namespace {

/// Hands a publication on to a feed.
class FeedingSink final : public PublishSink {
public:
    explicit FeedingSink(std::shared_ptr<PlayFeed> feed) : feed_(std::move(feed)) {}
    void tracks(media::Tracks tracks) override { feed_->tracks(tracks); }
    void packet(media::Packet packet) override { feed_->packet(packet); }
    void captureClock(media::MediaTime, UtcTime) override {}
    void keyFrameInterval(media::MediaTime) override {}
    void networkLoss(std::int64_t) override {}
    void ended(PublishEnd) override { feed_->ended(); }

private:
    std::shared_ptr<PlayFeed> feed_;
};

}  // namespace

net::Task<Result<std::unique_ptr<PublishSink>>> RelayingHandler::publish(PublishRequest request) {
    co_return std::make_unique<FeedingSink>(feed(request.streamKey.reveal()));
}

net::Task<Result<std::shared_ptr<PlayFeed>>> RelayingHandler::play(PlayRequest request) {
    if (request.stream == "secret" && !request.token.matches("right")) {
        co_return fail(ErrorCategory::Denied, "test.token", "this stream wants a token");
    }
    auto feeds = feeds_.lock();
    const auto found = feeds->find(request.stream);
    if (found == feeds->end()) {
        co_return fail(ErrorCategory::NotFound, "test.stream", "nobody is live here");
    }
    co_return found->second;
}

std::shared_ptr<PlayFeed> RelayingHandler::feed(const std::string& name, PlayFeedLimits limits) {
    auto feeds = feeds_.lock();
    auto& feed = (*feeds)[name];
    if (!feed) {
        feed = std::make_shared<PlayFeed>(limits);
    }
    return feed;
}

bool RelayingHandler::waitForPlayers(const std::string& name, std::size_t count) {
    const auto of = feed(name);
    return tests::waitUntil([&] { return of->players() == count; });
}

}  // namespace footlight::rtmp
