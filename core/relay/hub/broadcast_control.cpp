#include "core/relay/hub/broadcast_control.h"

namespace footlight::relay::hub {
namespace {

tl::unexpected<Error> notLive(const accounts::Channel& channel) {
    return fail(ErrorCategory::Conflict, "broadcast.not_live", channel.name + " is not on air.");
}

}  // namespace

Result<> BroadcastControl::switchInput(const accounts::Channel& channel, wire::IngestSlot slot) {
    if (live_.find(channel.id) == nullptr) {
        return notLive(channel);
    }
    wire::Command command{wire::CommandType::SwitchInput, channel.name};
    command.slot = slot;
    commands_.add(std::move(command));
    return {};
}

net::Task<Result<>> BroadcastControl::end(accounts::Channel channel) {
    if (live_.find(channel.id) == nullptr) {
        co_return notLive(channel);
    }
    commands_.add({wire::CommandType::EndBroadcast, channel.name});
    co_await broadcasts_.endNow(channel.id);
    co_return Result<>{};
}

}  // namespace footlight::relay::hub
