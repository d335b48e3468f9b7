#include "core/capture/broadcaster.h"

#include "core/capture/broadcast_session.h"
#include "core/capture/delivery/publisher_connector.h"
#include "core/capture/encoder_setup.h"
#include "core/capture/studio_core.h"

namespace footlight::capture {

struct Broadcaster::State {
    explicit State(StudioCore& studio) : core(studio), connector(studio.logger().child("rtmp")) {}

    void tell(const DestinationStatistics& destination) {
        const std::lock_guard guard(listenerMutex);
        if (listener) {
            listener(destination);
        }
    }

    StudioCore& core;
    PublisherConnector connector;
    std::mutex listenerMutex;
    StateListener listener;
    std::unique_ptr<BroadcastSession> session;  ///< after stop() the last one, which may be saying goodbye
};

Broadcaster::Broadcaster(StudioCore& core) : state_(std::make_unique<State>(core)) {}

Broadcaster::~Broadcaster() { setStateListener({}); }

Result<void> Broadcaster::goLive(std::vector<Destination> destinations, EncoderSettings settings) {
    if (state_->session && state_->session->statistics().onAir) {
        return fail(ErrorCategory::Conflict, "capture.live", "You are live already; stop first.");
    }
    if (auto checked = checkBroadcast(destinations, settings); !checked) {
        return checked;
    }
    state_->session.reset();
    auto session = BroadcastSession::start(state_->core, state_->connector, std::move(destinations), settings,
                                           [state = state_.get()](const auto& told) { state->tell(told); });
    if (!session) {
        return fail(std::move(session.error()));
    }
    state_->session = std::move(*session);
    return {};
}

void Broadcaster::stop() {
    if (state_->session) {
        state_->session->stop();
    }
}

LiveStatistics Broadcaster::statistics() const {
    return state_->session ? state_->session->statistics() : LiveStatistics{};
}

void Broadcaster::setStateListener(StateListener listener) {
    const std::lock_guard guard(state_->listenerMutex);
    state_->listener = std::move(listener);
}

}  // namespace footlight::capture
