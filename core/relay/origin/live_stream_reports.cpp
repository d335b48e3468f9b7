// What a LiveStream tells of itself.
#include "core/relay/origin/live_stream.h"

namespace footlight::relay::origin {

/// False where the publisher sends more than is taken, and was refused.
bool LiveStream::measure(IngestSlot slot, SteadyTime now) {
    auto health = input(slot)->health(now);
    if (!health) {
        return true;
    }
    const auto highest = setup_.programme.settings.highestBitrate;
    if (health->bitrate > highest) {
        refuse(slot, {ErrorCategory::Invalid, "origin.bitrate",
                      fmt::format("the encoder sends {} Mbit/s; {} are the most that this relay takes",
                                  health->bitrate / 1'000'000, highest / 1'000'000)});
        return false;
    }
    const auto shown = onAir_.value_or(input(IngestSlot::Primary) ? IngestSlot::Primary : IngestSlot::Backup);
    if (isPlayable() && shown == slot) {
        BroadcastEvent event;
        event.type = BroadcastEventType::Health;
        event.health = std::move(health);
        report(std::move(event));
    }
    return true;
}

void LiveStream::reportInputs() {
    if (!isPlayable() || isEnded_) {
        return;
    }
    BroadcastEvent event;
    event.type = BroadcastEventType::Input;
    event.input = InputState{onAir_.value_or(IngestSlot::Primary), input(IngestSlot::Primary).has_value(),
                             input(IngestSlot::Backup).has_value()};
    report(std::move(event));
}

void LiveStream::report(BroadcastEventType type) {
    BroadcastEvent event;
    event.type = type;
    report(std::move(event));
}

void LiveStream::report(BroadcastEvent event) {
    event.channel = setup_.programme.channel;
    event.broadcastId = setup_.programme.broadcastId;
    event.at = setup_.programme.clock.utcNow();
    setup_.events.report(std::move(event));
}

}  // namespace footlight::relay::origin
