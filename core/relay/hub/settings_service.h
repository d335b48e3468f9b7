#pragma once

#include <optional>

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/command_queue.h"
#include "core/relay/hub/live_channels.h"
#include "core/relay/hub/slate_files.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/channel_settings.h"

namespace footlight::relay::hub {

class Rooms;

/// A channel's settings as its owner sees and changes them; a change reaches the broadcast on air. Lives on
/// the hub's loop.
class SettingsService {
public:
    SettingsService(Stores stores, net::WorkPool& database, LiveChannels& live, Rooms& rooms,
                    CommandQueue& commands, const SlateFiles& slates);

    [[nodiscard]] net::Task<Result<ChannelSettings>> find(accounts::Channel channel);
    /// Invalid, with the member at fault, where a value is out of range.
    [[nodiscard]] net::Task<Result<ChannelSettings>> change(accounts::Channel channel,
                                                            wire::ChannelSettingsPatch patch);

    /// Keeps the uploaded file. Invalid where it is neither picture nor clip.
    [[nodiscard]] net::Task<Result<>> setSlate(accounts::Channel channel, FilePtr upload);
    /// The relay's own picture again.
    [[nodiscard]] net::Task<Result<>> removeSlate(accounts::Channel channel);
    /// NotFound where the channel has none of its own.
    [[nodiscard]] net::Task<Result<Slate>> slate(accounts::Channel channel);

private:
    [[nodiscard]] net::Task<Result<>> replaceSlate(accounts::Channel channel, std::string hash,
                                                   std::string type);
    [[nodiscard]] net::Task<> tellAll(accounts::Channel channel, ChannelSettings settings);

    Stores stores_;
    net::WorkPool& database_;
    LiveChannels& live_;
    Rooms& rooms_;
    CommandQueue& commands_;
    const SlateFiles& slates_;
    net::WorkPool files_{1, 16};
};

}  // namespace footlight::relay::hub
