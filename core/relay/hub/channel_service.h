#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/chat/message.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/reading.h"
#include "core/relay/ports/message_store.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

class Rooms;

/// A channel and what is on it now.
struct ChannelView {
    accounts::Channel channel;
    std::optional<UtcTime> startedAt;  ///< while live
    std::int64_t viewers = 0;
};

/// Channels as the API shows and changes them. Lives on the hub's loop.
class ChannelService {
public:
    ChannelService(Stores stores, net::WorkPool& database, Reading reading, LiveChannels& live, Rooms& rooms,
                   const Clock& clock);

    /// NotFound where there is no such channel; so do all that follow.
    [[nodiscard]] net::Task<Result<ChannelView>> find(std::string name);
    /// For who may manage it. Denied for another's channel.
    [[nodiscard]] net::Task<Result<accounts::Channel>> findOwn(accounts::Account account, std::string name);
    /// The public ones, sorted by name, from the one behind `after` on.
    [[nodiscard]] net::Task<Result<std::vector<ChannelView>>> page(std::string after, std::size_t limit);
    [[nodiscard]] std::vector<ChannelView> livePage(const std::string& after, std::size_t limit) const;
    /// Denied for another's channel, Invalid for the title.
    [[nodiscard]] net::Task<Result<ChannelView>> setTitle(accounts::Account account, std::string name,
                                                          std::string title);
    /// A new key; the former one is worth nothing any more. Denied for another's channel.
    [[nodiscard]] net::Task<Result<Secret>> makeKey(accounts::Account account, std::string name);
    /// The newest that are looked for, oldest first. `from`: those of that user alone; empty: of everybody.
    /// NotFound (`chat.no_such_person`) where nobody has that name.
    [[nodiscard]] net::Task<Result<std::vector<chat::Message>>> messages(accounts::Channel channel,
                                                                         MessageSearch search,
                                                                         std::string from);

    /// Those that are on air.
    [[nodiscard]] std::vector<ChannelId> liveIds() const { return live_.ids(); }
    /// The channel with what is on it now.
    [[nodiscard]] ChannelView view(accounts::Channel channel) const;

private:
    [[nodiscard]] net::Task<Result<accounts::Channel>> lookUp(std::string name);
    [[nodiscard]] Result<std::vector<chat::Message>> search(ChannelId channel, MessageSearch search,
                                                            const std::string& from);

    Stores stores_;
    net::WorkPool& database_;
    Reading reading_;
    LiveChannels& live_;
    Rooms& rooms_;
    const Clock& clock_;
};

}  // namespace footlight::relay::hub
