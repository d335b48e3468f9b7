#include "core/relay/origin/origin.h"

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/relay/origin/live_stream.h"
#include "core/relay/origin/media_service.h"
#include "core/relay/origin/play_desk.h"
#include "core/relay/origin/publish_gate.h"
#include "core/relay/origin/snapshot_board.h"
#include "core/relay/origin/stream_directory.h"

namespace footlight::relay::origin {
namespace {

/// Slates are played in steps of it.
constexpr std::chrono::milliseconds kSweep{100};

/// Hands commands to the streams that they are about.
class Commands final : public OriginCommands {
public:
    explicit Commands(StreamDirectory& directory) : directory_(directory) {}
    void execute(OriginCommand command) override { directory_.execute(std::move(command)); }

private:
    StreamDirectory& directory_;
};

net::Task<> sweepRegularly(StreamDirectory& directory) {
    for (;;) {
        co_await net::pause(kSweep);
        directory.sweep();
    }
}

std::vector<PacketTaps*> tapsOf(const Origin::Parts& parts, PlayDesk& players) {
    auto taps = parts.taps;
    taps.push_back(&players);
    return taps;
}

}  // namespace

struct Origin::State {
    State(Parts parts, const Logger& logger)
        : clock(parts.clock),
          settings(parts.settings),
          loops(parts.mediaLoops),
          archive(parts.archive),
          tokens(parts.tokens),
          board(parts.mediaLoops),
          slates(parts.control, parts.slates, logger),
          players(clock, parts.tokens),
          directory({board, slates, parts.events, clock, settings, parts.archive, tapsOf(parts, players)},
                    logger),
          commands(directory),
          gate(parts.authorizer, directory, clock, logger),
          tasks(parts.control, logger) {
        tasks.spawn("ending broadcasts", sweepRegularly(directory));
    }

    const Clock& clock;
    StreamSettings settings;
    std::vector<net::Executor> loops;
    Archive* archive;
    const accounts::MediaTokens* tokens;
    SnapshotBoard board;
    SlateLibrary slates;
    PlayDesk players;
    StreamDirectory directory;
    Commands commands;
    PublishGate gate;
    net::TaskGroup tasks;
};

Origin::Origin(Parts parts, Logger logger)
    : state_(std::make_unique<State>(std::move(parts), std::move(logger))) {}

Origin::~Origin() = default;

net::Task<> Origin::restore() {
    if (state_->archive == nullptr) {
        co_return;
    }
    auto left = co_await state_->archive->unfinished(state_->settings.window);
    state_->directory.restore(std::move(left), state_->loops);
}

OriginCommands& Origin::commands() { return state_->commands; }

rtmp::PublishHandler& Origin::publishHandler() { return state_->gate; }

rtmp::PlayHandler& Origin::playHandler() { return state_->players; }

net::http::Handler Origin::mediaHandler(std::size_t loop) {
    MediaService::Parts parts{state_->board.table(loop), state_->clock, state_->settings, state_->archive,
                              state_->tokens};
    auto service = std::make_shared<MediaService>(std::move(parts));
    return [service](net::http::Request request) { return service->handle(std::move(request)); };
}

OriginStatistics Origin::statistics() const {
    const auto counts = state_->directory.counts();
    return {counts.onAir, counts.inGrace, state_->gate.accepted(), state_->gate.refused()};
}

net::Task<> Origin::close() {
    state_->board.clear();
    co_await state_->tasks.close();
    co_await state_->slates.close();
    co_await state_->directory.close();
}

}  // namespace footlight::relay::origin
