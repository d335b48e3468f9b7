#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/client/reply.h"
#include "core/wire/chat.h"

namespace footlight::client {
class RelayApi;
}

namespace footlight::audience {

/// What was said from `from` until before `to`, whole: less than was asked for where that is too much.
struct ChatStretch {
    UtcTime from;
    UtcTime to;
    std::vector<wire::ChatMessage> lines;  ///< oldest first
};

/// Where chat of other times comes from. On the window's thread.
class ChatArchive {
public:
    virtual ~ChatArchive() = default;
    /// Which lines are wanted where there are too many.
    enum class Part {
        Any,
        Newest,  ///< those up to the end
    };
    /// Calls back once. A `to` of UtcTime::max() is all until now. Of a stretch that is too long, or of which
    /// a page failed, either end may be left out: never the newer where that is the part.
    virtual void fetch(UtcTime from, UtcTime to, Part part, client::Reply<ChatStretch> reply) = 0;
};

/// The chat of a channel, as GET /channels/{name}/messages has it: at most 500 lines at a time, the newest of
/// what is asked for. The RelayApi outlives it.
class ChannelChatArchive final : public ChatArchive {
public:
    /// `playback` is the token of a link to it; empty where it needs none.
    ChannelChatArchive(client::RelayApi& api, QString channel, QString playback = {})
        : api_(api), channel_(std::move(channel)), playback_(std::move(playback)) {}
    void fetch(UtcTime from, UtcTime to, Part part, client::Reply<ChatStretch> reply) override;

private:
    client::RelayApi& api_;
    QString channel_;
    QString playback_;
};

/// The chat of one recording, as GET /recordings/{id}/chat has it: about 500 lines at a time, the oldest of
/// what is asked for unless the newest are wanted. The RelayApi outlives it.
class RecordedChatArchive final : public ChatArchive {
public:
    /// `access` is the token of a link to it; empty where it needs none.
    RecordedChatArchive(client::RelayApi& api, BroadcastId broadcast, QString access = {})
        : api_(api), broadcast_(broadcast), access_(std::move(access)) {}
    void fetch(UtcTime from, UtcTime to, Part part, client::Reply<ChatStretch> reply) override;

private:
    client::RelayApi& api_;
    BroadcastId broadcast_;
    QString access_;
    std::shared_ptr<std::optional<UtcTime>> startedAt_ = std::make_shared<std::optional<UtcTime>>();
};

}  // namespace footlight::audience
