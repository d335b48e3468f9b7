#include "core/relay/hub/recording_service.h"

#include "core/chat/text.h"
#include "core/relay/ports/message_store.h"

namespace footlight::relay::hub {
namespace {

/// A recording that only grows is put on disk so often.
constexpr std::chrono::seconds kStoreEvery{30};

RecordingState::Phase fromWire(wire::RecordingPhase phase) {
    switch (phase) {
        case wire::RecordingPhase::Writing:
            return RecordingState::Phase::Writing;
        case wire::RecordingPhase::Paused:
            return RecordingState::Phase::Paused;
        case wire::RecordingPhase::Finished:
            return RecordingState::Phase::Finished;
    }
    return RecordingState::Phase::Finished;
}

RecordingState fromWire(const wire::RecordingStatus& status) {
    RecordingState state{fromWire(status.phase), status.reason, status.bytes, status.durationMs};
    for (const auto& hole : status.holes) {
        state.holes.push_back({hole.at, hole.durationMs});
    }
    return state;
}

tl::unexpected<Error> unknown() {
    return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such recording of yours.");
}

}  // namespace

RecordingService::RecordingService(Stores stores, net::WorkPool& database, LiveChannels& live,
                                   CommandQueue& commands, const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      live_(live),
      commands_(commands),
      clock_(clock),
      logger_(std::move(logger)) {}

RecordingRecord RecordingService::current(RecordingRecord record) const {
    const auto* live = live_.find(record.channel.id);
    if (live != nullptr && live->broadcast.id == record.id && live->recording) {
        record.phase = fromWire(live->recording->phase);
        record.bytes = live->recording->bytes;
        record.durationMs = live->recording->durationMs;
    }
    return record;
}

net::Task<Result<RecordingRecord>> RecordingService::findOwn(accounts::Account account, BroadcastId id) {
    auto read = [this, id] { return stores_.recordings.find(id); };
    auto found = co_await database_.run(std::move(read));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found || !mayManage(account, (*found)->channel)) {
        co_return unknown();
    }
    co_return current(std::move(**found));
}

net::Task<Result<RecordingRecord>> RecordingService::find(BroadcastId id) {
    auto read = [this, id] { return stores_.recordings.find(id); };
    auto found = co_await database_.run(std::move(read));
    if (!found) {
        co_return fail(std::move(found.error()));
    }
    if (!*found) {
        co_return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such recording.");
    }
    co_return current(std::move(**found));
}

net::Task<Result<std::vector<chat::Message>>> RecordingService::chat(RecordingRecord recording,
                                                                     Stretch stretch) {
    const auto end = recording.endedAt.value_or(clock_.utcNow());
    const auto from = recording.startedAt + stretch.from;
    const auto to = stretch.to ? std::min<UtcTime>(recording.startedAt + *stretch.to, end) : end;
    auto read = [this, id = recording.channel.id, from, to, stretch] {
        return stores_.messages.between(id, from, to, stretch.after, stretch.limit);
    };
    co_return co_await database_.run(std::move(read));
}

net::Task<Result<std::vector<RecordingRecord>>> RecordingService::page(accounts::Channel channel,
                                                                       std::optional<BroadcastId> before,
                                                                       std::size_t limit,
                                                                       RecordingStore::Which which) {
    auto read = [this, id = channel.id, before, limit, which] {
        return stores_.recordings.page(id, before, limit, which);
    };
    auto page = co_await database_.run(std::move(read));
    if (page) {
        for (auto& record : *page) {
            record = current(std::move(record));
        }
    }
    co_return page;
}

net::Task<Result<RecordingRecord>> RecordingService::change(RecordingRecord recording,
                                                            wire::RecordingPatch patch) {
    if (patch.title) {
        if (auto good = chat::checkTitle(*patch.title); !good) {
            co_return fail(std::move(good.error()));
        }
    }
    auto write = [this, id = recording.id, patch]() -> Result<> {
        auto written = patch.title ? stores_.recordings.setTitle(id, *patch.title) : Result<>{};
        if (written && patch.keep) {
            written = stores_.recordings.setKept(id, *patch.keep);
        }
        return written;
    };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    recording.title = patch.title.value_or(recording.title);
    recording.isKept = patch.keep.value_or(recording.isKept);
    co_return recording;
}

net::Task<Result<>> RecordingService::remove(RecordingRecord recording) {
    if (live_.find(recording.id) != nullptr) {
        co_return fail(ErrorCategory::Conflict, "recording.on_air",
                       "The broadcast is on air; end it before deleting its recording.");
    }
    std::vector<BroadcastId> one{recording.id};
    co_return co_await erase(std::move(one));
}

net::Task<Result<>> RecordingService::erase(std::vector<BroadcastId> ids) {
    auto mark = [this, ids]() -> Result<> {
        for (const auto& id : ids) {
            if (auto marked = stores_.recordings.markDeleted(id); !marked) {
                return marked;
            }
        }
        return {};
    };
    auto marked = co_await database_.run(std::move(mark));
    if (!marked) {
        co_return marked;
    }
    for (const auto& id : ids) {
        wire::Command command{wire::CommandType::DeleteRecording, ""};
        command.broadcastId = id;
        commands_.add(std::move(command));
    }
    co_return Result<>{};
}

net::Task<Result<std::vector<RecordingHole>>> RecordingService::holes(RecordingRecord recording) {
    auto read = [this, id = recording.id] { return stores_.recordings.holes(id); };
    co_return co_await database_.run(std::move(read));
}

bool RecordingService::mustStore(BroadcastId id, const wire::RecordingStatus& status) {
    auto* live = live_.find(id);
    if (live == nullptr) {
        return true;
    }
    const bool isNews = !live->recording || live->recording->phase != status.phase ||
                        live->recording->holes != status.holes ||
                        clock_.steadyNow() - live->recordingStored >= kStoreEvery;
    if (isNews) {
        live->recordingStored = clock_.steadyNow();
    }
    live->recording = status;
    return isNews;
}

net::Task<> RecordingService::apply(BroadcastId id, wire::RecordingStatus status) {
    if (!mustStore(id, status)) {
        co_return;
    }
    auto write = [this, id, state = fromWire(status)] { return stores_.recordings.update(id, state); };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        logger_.warning("the state of recording {} could not be stored: {}", id.text(),
                        written.error().text());
    }
}

net::Task<> RecordingService::retain(std::int64_t bytes) {
    auto read = [this, now = clock_.utcNow(), bytes]() -> Result<std::vector<BroadcastId>> {
        auto old = stores_.recordings.expired(now);
        if (!old || bytes == 0) {
            return old;
        }
        for (const auto& id : *old) {
            if (auto marked = stores_.recordings.markDeleted(id); !marked) {
                return fail(std::move(marked.error()));
            }
        }
        const auto beyond = stores_.recordings.beyond(bytes);
        if (!beyond) {
            return fail(beyond.error());
        }
        old->insert(old->end(), beyond->begin(), beyond->end());
        return old;
    };
    const auto given = co_await database_.run(std::move(read));
    Result<> erased = given ? Result<>{} : fail(given.error());
    if (given && !given->empty()) {
        logger_.info("retention deletes {} recordings", given->size());
        erased = co_await erase(*given);
    }
    if (!erased) {
        logger_.warning("retention waits: {}", erased.error().text());
    }
}

}  // namespace footlight::relay::hub
