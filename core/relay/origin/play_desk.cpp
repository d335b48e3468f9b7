#include "core/relay/origin/play_desk.h"

#include "core/accounts/media_token.h"

namespace footlight::relay::origin {

/// Feeds the players of one broadcast, and is what the desk knows of its channel for as long as it lives.
class PlayDesk::Tap final : public PacketTap {
public:
    Tap(std::shared_ptr<Channels> channels, std::string name, Visibility visibility)
        : channels_(std::move(channels)), name_(std::move(name)) {
        channels_->lock()->insert_or_assign(name_, Channel{feed_, visibility});
    }
    ~Tap() override { forget(); }

    void tracks(const media::Tracks& tracks) override {
        feed_->metadata({});
        feed_->tracks(tracks);
    }
    void packet(const media::Packet& packet) override { feed_->packet(packet); }
    void policy(const ChannelPolicy& policy) override {
        auto channels = channels_->lock();
        if (const auto found = channels->find(name_); found != channels->end()) {
            found->second.visibility = policy.visibility;
        }
    }
    void ended() override {
        forget();
        feed_->ended();
    }

private:
    /// The channel may be another broadcast's by now.
    void forget() {
        auto channels = channels_->lock();
        const auto found = channels->find(name_);
        if (found != channels->end() && found->second.feed == feed_) {
            channels->erase(found);
        }
    }

    std::shared_ptr<Channels> channels_;
    std::string name_;
    std::shared_ptr<rtmp::PlayFeed> feed_ = std::make_shared<rtmp::PlayFeed>();
};

PlayDesk::PlayDesk(const Clock& clock, const accounts::MediaTokens* tokens)
    : clock_(clock), tokens_(tokens) {}

PlayDesk::~PlayDesk() = default;

std::unique_ptr<PacketTap> PlayDesk::open(const std::string& channel, BroadcastId,
                                          const ChannelPolicy& policy) {
    return std::make_unique<Tap>(channels_, channel, policy.visibility);
}

net::Task<Result<std::shared_ptr<rtmp::PlayFeed>>> PlayDesk::play(rtmp::PlayRequest request) {
    Channel channel;
    {
        auto channels = channels_->lock();
        if (const auto found = channels->find(request.stream); found != channels->end()) {
            channel = found->second;
        }
    }
    if (!channel.feed || request.app != "live") {
        co_return fail(ErrorCategory::NotFound, "origin.play",
                       "nobody is live on the channel \"" + request.stream + "\" now");
    }
    if (channel.visibility == Visibility::Protected && !isGranted(request)) {
        co_return fail(ErrorCategory::Denied, "origin.play_token",
                       "this channel is protected: play it with a token that its owner's relay gave out");
    }
    co_return channel.feed;
}

bool PlayDesk::isGranted(const rtmp::PlayRequest& request) const {
    if (tokens_ == nullptr) {
        return false;
    }
    const auto claim = tokens_->read(request.token.reveal(), clock_.utcNow());
    return claim && claim->purpose == accounts::MediaPurpose::Play && claim->subject == request.stream;
}

}  // namespace footlight::relay::origin
