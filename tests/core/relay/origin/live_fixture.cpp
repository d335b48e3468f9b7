#include "tests/core/relay/origin/live_fixture.h"

namespace footlight::relay::origin {

using media::MediaTime;

LiveFixture::LiveFixture(SlateMaker* maker) : slates_(loop_.get_executor(), maker, Logger::silent()) {
    stream_ = make();
}

std::unique_ptr<LiveStream> LiveFixture::make(std::optional<BroadcastId> broadcast) {
    Programme::Setup programme{
        "stage",  ChannelId{}, broadcast.value_or(BroadcastId::make(clock_.utcNow())),
        policy_,  settings_,   clock_,
        archive_, taps_,       [this](StreamSnapshotPtr snapshot) { snapshot_ = std::move(snapshot); }};
    LiveStream::Setup setup{loop_.get_executor(), std::move(programme), *this, slates_};
    return std::make_unique<LiveStream>(std::move(setup), Logger::silent());
}

const tests::FlvClip& LiveFixture::clip() {
    static const auto kClip = tests::makeClip();
    return kClip;
}

const media::Packet& LiveFixture::firstPicture() {
    return *std::find_if(clip().packets.begin(), clip().packets.end(),
                         [](const auto& packet) { return packet.kind == media::MediaKind::Video; });
}

void LiveFixture::arrive(IngestSlot slot) {
    auto publisher = std::make_shared<PublisherHandle>();
    publisher->requestClose = [this](std::string reason) { closed_.push_back(std::move(reason)); };
    stream_->arrive(slot, std::move(publisher));
}

void LiveFixture::play(const tests::FlvClip& clip, MediaTime shift, IngestSlot slot) {
    stream_->tracks(slot, clip.tracks);
    for (auto packet : clip.packets) {
        packet.dts += shift;
        packet.pts += shift;
        stream_->packet(slot, std::move(packet));
    }
    ASSERT_THAT(closed_, testing::IsEmpty());
}

void LiveFixture::playInTime(const tests::FlvClip& clip, MediaTime from, MediaTime to,
                             const std::vector<IngestSlot>& slots) {
    auto now = from;
    for (const auto& packet : clip.packets) {
        if (packet.dts < from || packet.dts >= to) {
            continue;
        }
        const auto step = std::chrono::duration_cast<std::chrono::milliseconds>(packet.dts - now);
        if (step.count() > 0) {
            wait(step);
            now += step;
        }
        for (const auto slot : slots) {
            stream_->packet(slot, packet);
        }
    }
    wait(std::chrono::duration_cast<std::chrono::milliseconds>(to - now));
}

void LiveFixture::wait(std::chrono::milliseconds time) {
    while (time > 0ms) {
        const auto step = std::min(time, std::chrono::milliseconds{100});
        clock_.advance(step);
        time -= step;
        if (stream_->wantsTick(clock_.steadyNow())) {
            stream_->tick();
        }
    }
}

std::vector<BroadcastEventType> LiveFixture::lasting() const {
    std::vector<BroadcastEventType> types;
    for (const auto& event : events_) {
        if (event.type != BroadcastEventType::Health && event.type != BroadcastEventType::Input) {
            types.push_back(event.type);
        }
    }
    return types;
}

std::optional<InputState> LiveFixture::inputs() const {
    for (auto event = events_.rbegin(); event != events_.rend(); ++event) {
        if (event->input) {
            return event->input;
        }
    }
    return std::nullopt;
}

}  // namespace footlight::relay::origin
