#pragma once

#include <chrono>
#include <vector>

#include "core/accounts/account.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/signal.h"
#include "core/relay/ports/input_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/channel_input.h"
#include "core/wire/hooks.h"

namespace footlight::relay::hub {

/// The streams that the gateway takes or fetches for channels, at most 20 a channel and 1,000 in all. Lives
/// on the hub's loop.
class InputService {
public:
    static constexpr std::size_t kInputs = 20;
    static constexpr std::size_t kOfAll = 1'000;

    InputService(Stores stores, net::WorkPool& database, const accounts::SecretBox& box, const Clock& clock,
                 Logger logger);

    [[nodiscard]] net::Task<Result<std::vector<wire::ChannelInput>>> list(accounts::Channel channel);
    /// Invalid; Conflict where there are too many, or another one listens at the address.
    [[nodiscard]] net::Task<Result<wire::ChannelInput>> add(accounts::Channel channel,
                                                            wire::NewChannelInput input);
    /// As add(); NotFound where the channel has no such input.
    [[nodiscard]] net::Task<Result<wire::ChannelInput>> change(accounts::Channel channel, InputId id,
                                                               wire::ChannelInputPatch patch);
    [[nodiscard]] net::Task<Result<>> remove(accounts::Channel channel, InputId id);

    /// What the gateway is to do, once it is another version than `after`, at the latest after `limit`.
    [[nodiscard]] net::Task<Result<wire::StreamInputs>> poll(std::int64_t after,
                                                             std::chrono::milliseconds limit);
    /// The channel that an input's publish key opens; nothing for any other key. Blocks.
    [[nodiscard]] Result<std::optional<std::string>> channelOf(const Secret& publishKey) const;
    /// Answers everybody who waits, now and from now on.
    void close() { news_.close(); }

private:
    [[nodiscard]] Result<InputRecord> find(ChannelId channel, InputId id) const;
    [[nodiscard]] Result<> store(ChannelId channel, const InputRecord& input) const;
    [[nodiscard]] Secret publishKey(InputId id) const;
    void changed();

    Stores stores_;
    net::WorkPool& database_;
    const accounts::SecretBox& box_;
    const Clock& clock_;
    Logger logger_;
    Signal news_;
    std::int64_t version_;
};

}  // namespace footlight::relay::hub
