#include "core/relay/origin/live_stream.h"

#include <utility>

#include "core/relay/origin/stream_description.h"

namespace footlight::relay::origin {
namespace {

/// A publisher that sends nothing for so long is not waited for.
constexpr std::chrono::seconds kStall{2};
/// How much of what was missed the slate makes up for, so that players' buffers stay as full as they were.
constexpr std::chrono::seconds kMostToMakeUp{10};
/// Between the last part of a publisher and the slate's first. A short last part that comes in one playlist
/// with the next segment's first is passed over by hls.js, which then meets a hole (seen with 1.7.4).
constexpr std::chrono::milliseconds kBeforeSlate{50};

IngestSlot otherThan(IngestSlot slot) {
    return slot == IngestSlot::Primary ? IngestSlot::Backup : IngestSlot::Primary;
}

std::string_view nameOf(IngestSlot slot) { return slot == IngestSlot::Primary ? "primary" : "backup"; }

SteadyTime::rep ticks(SteadyTime time) { return time.time_since_epoch().count(); }

}  // namespace

LiveStream::LiveStream(Setup setup, Logger logger)
    : setup_(std::move(setup)),
      logger_(logger),
      programme_(setup_.programme, logger),
      slate_(setup_.executor, setup_.slates, setup_.programme.clock),
      nextTick_(ticks(SteadyTime::max())) {}

bool LiveStream::wantsTick(SteadyTime now) const {
    return ticks(now) >= nextTick_.load(std::memory_order_relaxed);
}

void LiveStream::restore(UnfinishedBroadcast broadcast) {
    programme_.restore(std::move(broadcast));
    isPlayable_ = true;
    isLost_ = true;
    lastOutput_ = setup_.programme.clock.steadyNow();
    nextTick_ = ticks(lastOutput_);
    slate_.prepare(*programme_.shape(), programme_.policy().slate);
    report(BroadcastEventType::Lost);
}

void LiveStream::arrive(IngestSlot slot, std::shared_ptr<PublisherHandle> publisher) {
    if (isEnded_) {
        publisher->requestClose("the broadcast is over");
        return;
    }
    auto& programme = setup_.programme;
    input(slot).emplace(Input::Setup{slot, std::move(publisher), programme.settings, programme.clock});
    reportInputs();
}

void LiveStream::tracks(IngestSlot slot, media::Tracks tracks) {
    if (!input(slot)) {
        return;
    }
    if (input(slot)->tracks(std::move(tracks), expectedTracks()) == Input::Step::Broken && onAir_ == slot) {
        logger_.info("the tracks changed; going on behind a discontinuity");
        programme_.interrupt();
    }
}

void LiveStream::packet(IngestSlot slot, media::Packet packet) {
    auto& from = input(slot);
    if (!from || !measure(slot, setup_.programme.clock.steadyNow())) {
        return;
    }
    const auto step = from->add(std::move(packet), expectedTracks());
    if (step == Input::Step::Held) {
        return;
    }
    if (step == Input::Step::Broken && onAir_ == slot) {
        logger_.info("timestamps jumped; going on behind a discontinuity");
        programme_.interrupt();
    }
    if (onAir_ == slot) {
        pump(slot);
    } else {
        consider(slot);
    }
}

void LiveStream::captureClock(IngestSlot slot, media::MediaTime at, UtcTime utc) {
    if (input(slot)) {
        input(slot)->captureClock(at, utc);
    }
}

void LiveStream::keyFrameInterval(IngestSlot slot, media::MediaTime interval) {
    if (input(slot)) {
        input(slot)->keyFrameInterval(interval);
    }
}

void LiveStream::networkLoss(IngestSlot slot, std::int64_t total) {
    if (input(slot)) {
        input(slot)->networkLoss(total);
    }
}

const media::Tracks* LiveStream::expectedTracks() const {
    return programme_.shape() ? &programme_.shape()->tracks : nullptr;
}

bool LiveStream::canShow(IngestSlot slot, SteadyTime now) {
    const auto& one = input(slot);
    return one && one->isReady() && now - one->lastPacketAt() < kStall;
}

/// One that is not on air has a packet: it is shown where nothing better is, or where that was asked for.
void LiveStream::consider(IngestSlot slot) {
    auto& candidate = *input(slot);
    if (!candidate.isReady()) {
        return;
    }
    const bool isAsked = switchTo_ == slot && candidate.beginsGroup();
    if (!onAir_ || isAsked) {
        show(slot);
    }
}

void LiveStream::show(IngestSlot slot) {
    if (onAir_ != slot) {
        logger_.info("on air: the {} publisher", nameOf(slot));
    }
    switchTo_.reset();
    slate_.stop();
    programme_.cut();
    putOnAir(slot);
    pump(slot);
    if (onAir_ == slot) {
        reportInputs();
    }
}

void LiveStream::putOnAir(std::optional<IngestSlot> slot) {
    onAir_ = slot;
    for (const auto each : {IngestSlot::Primary, IngestSlot::Backup}) {
        if (input(each)) {
            input(each)->putOnAir(slot == each);
        }
    }
}

/// What the publisher on air has, goes to the programme.
void LiveStream::pump(IngestSlot slot) {
    auto& from = *input(slot);
    if (!from.isReady()) {
        return;
    }
    if (!programme_.isRunning()) {
        Programme::Source source{from.shape(), from.packets().front().dts, false,
                                 [this, slot](media::MediaTime at) { return input(slot)->date(at); }};
        slate_.prepare(from.shape(), programme_.policy().slate);
        if (auto begun = programme_.begin(std::move(source), from.packets()); !begun) {
            refuse(slot, begun.error());
            return;
        }
        slate_.stop();
    }
    bool isNew = false;
    for (const auto& packet : from.packets()) {
        const auto shown = programme_.packet(packet);
        if (!shown) {
            refuse(slot, shown.error());
            return;
        }
        isNew = isNew || *shown;
    }
    from.clearPackets();
    noteOutput(setup_.programme.clock.steadyNow());
    if (isNew) {
        tellOfPlaying();
    }
}

void LiveStream::tellOfPlaying() {
    if (!isPlayable_.exchange(true)) {
        report(BroadcastEventType::Started);
        reportInputs();
    }
    if (std::exchange(isLost_, false)) {
        report(BroadcastEventType::Resumed);
    }
}

void LiveStream::noteOutput(SteadyTime now) {
    lastOutput_ = now;
    nextTick_.store(ticks(now + kStall), std::memory_order_relaxed);
}

void LiveStream::leave(IngestSlot slot) {
    if (isEnded_ || !input(slot)) {
        return;
    }
    if (switchTo_ == slot) {
        switchTo_.reset();
    }
    const auto other = otherThan(slot);
    if (onAir_ == slot) {
        if (canShow(other, setup_.programme.clock.steadyNow())) {
            show(other);
        } else {
            stopShowing();
        }
    }
    input(slot).reset();
    if (isPlayable() && !input(other) && !std::exchange(isLost_, true)) {
        report(BroadcastEventType::Lost);
    }
    reportInputs();
}

/// The slate follows, where there is one.
void LiveStream::stopShowing() {
    if (slate_.isReady()) {
        programme_.interrupt();
    } else {
        programme_.away();
    }
    putOnAir(std::nullopt);
    nextTick_ = ticks(setup_.programme.clock.steadyNow() + kBeforeSlate);
}

void LiveStream::tick() {
    if (isEnded_ || !isPlayable()) {
        return;
    }
    const auto now = setup_.programme.clock.steadyNow();
    if (now < SteadyTime(SteadyTime::duration(nextTick_.load(std::memory_order_relaxed)))) {
        return;
    }
    nextTick_.store(ticks(now), std::memory_order_relaxed);
    if (onAir_ && now - lastOutput_ < kStall) {
        nextTick_.store(ticks(lastOutput_ + kStall), std::memory_order_relaxed);
        return;
    }
    if (onAir_) {
        const auto stalled = *onAir_;
        const auto other = otherThan(stalled);
        logger_.info("the {} publisher sends nothing", nameOf(stalled));
        if (canShow(other, now)) {
            show(other);
            return;
        }
        stopShowing();
        reportInputs();
    } else if (slate_.isPlaying()) {
        playSlate();
    } else {
        startSlate();
    }
    for (const auto slot : {IngestSlot::Primary, IngestSlot::Backup}) {
        if (input(slot)) {
            measure(slot, now);
        }
    }
}

/// In the playlist itself, so that players go on; nothing where there is no slate (yet).
void LiveStream::startSlate() {
    nextTick_.store(ticks(setup_.programme.clock.steadyNow()), std::memory_order_relaxed);
    if (!slate_.isReady()) {
        programme_.away();
        return;
    }
    const auto now = setup_.programme.clock.steadyNow();
    const auto since = std::max(lastOutput_, now - kMostToMakeUp);
    Programme::Source source{
        slate_.start(since), {}, true, [this](media::MediaTime at) { return slate_.date(at); }};
    if (auto begun = programme_.begin(std::move(source), {}); !begun) {
        logger_.warning("the slate cannot be shown: {}", begun.error().text());
        slate_.stop();
        return;
    }
    playSlate();
}

void LiveStream::playSlate() {
    while (auto packet = slate_.next()) {
        if (auto shown = programme_.packet(std::move(*packet)); !shown) {
            logger_.warning("the slate ends: {}", shown.error().text());
            programme_.away();
            slate_.stop();
            return;
        }
    }
}

void LiveStream::switchTo(IngestSlot slot) {
    if (!isEnded_ && input(slot) && onAir_ != slot) {
        switchTo_ = slot;
    }
}

void LiveStream::changePolicy(const ChannelPolicy& policy) {
    if (isEnded_) {
        return;
    }
    programme_.changePolicy(policy);
    if (programme_.shape()) {
        slate_.prepare(*programme_.shape(), policy.slate);
    }
}

void LiveStream::askReconnect() {
    for (const auto& one : inputs_) {
        if (one && one->publisher()->requestReconnect) {
            one->publisher()->requestReconnect({});
        }
    }
}

void LiveStream::end(std::optional<IngestSlot> leaving) {
    if (std::exchange(isEnded_, true)) {
        return;
    }
    nextTick_ = ticks(SteadyTime::max());
    slate_.stop();
    programme_.end();
    if (isPlayable()) {
        report(BroadcastEventType::Ended);
    }
    for (const auto slot : {IngestSlot::Primary, IngestSlot::Backup}) {
        if (input(slot) && slot != leaving) {
            input(slot)->publisher()->requestClose("the broadcast is over");
        }
        input(slot).reset();
    }
    onAir_.reset();
}

void LiveStream::refuse(IngestSlot slot, const Error& error) {
    logger_.warning("closing the {} publisher: {}", nameOf(slot), error.text());
    const auto publisher = input(slot)->publisher();
    leave(slot);
    publisher->requestClose(error.message());
}

}  // namespace footlight::relay::origin
