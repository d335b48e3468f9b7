#include "core/relay/origin/origin.h"

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/relay/origin/media_service.h"
#include "core/relay/origin/publish_gate.h"
#include "core/relay/origin/snapshot_board.h"
#include "core/relay/origin/stream_directory.h"

namespace footlight::relay::origin {
namespace {

constexpr std::chrono::milliseconds kSweep{200};

net::Task<> sweepRegularly(StreamDirectory& directory) {
    for (;;) {
        co_await net::pause(kSweep);
        directory.sweep();
    }
}

}  // namespace

struct Origin::State {
    State(Parts parts, const Logger& logger)
        : clock(parts.clock),
          settings(parts.settings),
          board(parts.mediaLoops),
          directory(board, parts.events, clock, settings, logger),
          gate(parts.authorizer, directory, clock, logger),
          tasks(parts.control, logger) {
        tasks.spawn("ending broadcasts", sweepRegularly(directory));
    }

    const Clock& clock;
    StreamSettings settings;
    SnapshotBoard board;
    StreamDirectory directory;
    PublishGate gate;
    net::TaskGroup tasks;
};

Origin::Origin(Parts parts, Logger logger)
    : state_(std::make_unique<State>(std::move(parts), std::move(logger))) {}

Origin::~Origin() = default;

rtmp::PublishHandler& Origin::publishHandler() { return state_->gate; }

net::http::Handler Origin::mediaHandler(std::size_t loop) {
    auto service = std::make_shared<MediaService>(state_->board.table(loop), state_->clock, state_->settings);
    return [service](net::http::Request request) { return service->handle(std::move(request)); };
}

OriginStatistics Origin::statistics() const {
    const auto counts = state_->directory.counts();
    return {counts.onAir, counts.inGrace, state_->gate.accepted(), state_->gate.refused()};
}

net::Task<> Origin::close() {
    state_->board.clear();
    co_await state_->tasks.close();
}

}  // namespace footlight::relay::origin
