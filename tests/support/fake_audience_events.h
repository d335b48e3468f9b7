#pragma once

#include <string>
#include <vector>

#include "core/relay/ports/audience_events.h"

namespace footlight::tests {

/// Keeps what it hears.
class FakeAudienceEvents final : public relay::AudienceEvents {
public:
    struct Mention {
        relay::SpokenLine line;
        std::vector<std::string> names;
    };
    struct Reply {
        relay::SpokenLine line;
        UserId to;
    };

    [[nodiscard]] bool isBehind() const override { return behind; }
    void channelWentLive(const relay::ChannelBroadcast& broadcast) override { live.push_back(broadcast); }
    void newRecording(const relay::ChannelBroadcast& recording) override { recordings.push_back(recording); }
    void mentioned(const relay::SpokenLine& line, const std::vector<std::string>& names) override {
        mentions.push_back({line, names});
    }
    void replied(const relay::SpokenLine& line, UserId to) override { replies.push_back({line, to}); }
    void followed(const accounts::Account& follower, const accounts::Channel&, UtcTime) override {
        followers.push_back(follower);
    }

    bool behind = false;
    std::vector<relay::ChannelBroadcast> live;
    std::vector<relay::ChannelBroadcast> recordings;
    std::vector<Mention> mentions;
    std::vector<Reply> replies;
    std::vector<accounts::Account> followers;
};

}  // namespace footlight::tests
