#include "core/relay/hub/broadcast_control.h"

namespace footlight::relay::hub {
namespace {

/// An origin that is there asks for more within milliseconds.
constexpr std::chrono::seconds kPatience{2};

tl::unexpected<Error> notLive(const accounts::Channel& channel) {
    return fail(ErrorCategory::Conflict, "broadcast.not_live", channel.name + " is not on air.");
}

}  // namespace

net::Task<Result<>> BroadcastControl::switchInput(accounts::Channel channel, wire::IngestSlot slot) {
    const auto* live = live_.find(channel.id);
    if (live == nullptr) {
        co_return notLive(channel);
    }
    wire::Command command{wire::CommandType::SwitchInput, channel.name};
    command.slot = slot;
    command.broadcastId = live->broadcast.id;
    const auto number = commands_.add(std::move(command));
    if (!co_await commands_.done(number, kPatience)) {
        co_return fail(ErrorCategory::Unavailable, "broadcast.origin_away",
                       "The part of the relay that carries the broadcast does not answer; try again.");
    }
    co_return Result<>{};
}

net::Task<Result<>> BroadcastControl::end(accounts::Channel channel) {
    const auto* live = live_.find(channel.id);
    if (live == nullptr) {
        co_return notLive(channel);
    }
    wire::Command command{wire::CommandType::EndBroadcast, channel.name};
    command.broadcastId = live->broadcast.id;
    const auto number = commands_.add(std::move(command));
    co_await broadcasts_.endNow(channel.id);
    // Should the hub die now, nobody was told that it is done.
    [[maybe_unused]] const bool isDone = co_await commands_.done(number, kPatience);
    co_return Result<>{};
}

}  // namespace footlight::relay::hub
