#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/net/async/shared_questions.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/open_room.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

/// How much may be said.
struct ChatLimits {
    double roomPerSecond = 200;  ///< by all members of a room together
    double roomBurst = 400;
    double addressPerSecond = 5;  ///< by all accounts of one address
    double addressBurst = 40;
};

/// The rooms that somebody is in, read from disk when the first one comes. On the hub's loop.
class RoomTable {
public:
    RoomTable(net::Executor executor, Stores stores, net::WorkPool& database, const Clock& clock,
              const ChatLimits& limits);

    [[nodiscard]] OpenRoom* find(const std::string& channel) const;
    [[nodiscard]] OpenRoom* find(ChannelId channel) const;
    /// NotFound where there is no such channel.
    [[nodiscard]] net::Task<Result<OpenRoom*>> open(std::string channel);
    /// The channel is no more: its name is free for another's room. Who holds the room may end what it does.
    void close(ChannelId channel);
    /// Closes those that have been empty for 10 s, and hands the others to `look`.
    void sweep(const std::function<void(OpenRoom&)>& look);

private:
    struct Loaded;
    [[nodiscard]] Result<Loaded> load(const std::string& channel);
    [[nodiscard]] net::Task<Result<>> create(std::string channel);

    net::Executor executor_;
    Stores stores_;
    net::WorkPool& database_;
    const Clock& clock_;
    ChatLimits limits_;
    std::map<std::string, std::shared_ptr<OpenRoom>, std::less<>> byName_;
    std::map<ChannelId, OpenRoom*> byId_;
    net::SharedQuestions<std::string, Result<>> opening_;
};

}  // namespace footlight::relay::hub
