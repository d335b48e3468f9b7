#include "core/relay/recording/recording_archive.h"

#include <algorithm>

#include "core/relay/recording/recording_state.h"
#include "core/relay/recording/unfinished.h"

namespace footlight::relay::recording {
namespace {

constexpr std::size_t kWorkers = 2;
constexpr std::size_t kReaders = 4;
constexpr std::size_t kWaitingReads = 1'000;
constexpr std::size_t kKnownRecordings = 64;
constexpr std::size_t kRemovedRecordings = 1'024;

}  // namespace

RecordingArchive::RecordingArchive(Parts parts, Logger logger)
    : parts_(std::move(parts)),
      logger_(std::move(logger)),
      disk_(parts_.store, parts_.settings, logger_),
      readers_(kReaders, kWaitingReads),
      writers_(kWorkers) {}

RecordingArchive::~RecordingArchive() { writers_.join(); }

std::shared_ptr<BroadcastArchive> RecordingArchive::open(const BroadcastRecord& record) {
    auto make = [this, record] { return makeRecorder(record); };
    auto queue = std::make_shared<RecordingQueue>(writers_, parts_.settings.queueBytes, std::move(make));
    table_.lock()->onAir[record.broadcast] = queue;
    queue->describe(record);
    return queue;
}

/// On a worker. Goes on with what there is of the broadcast.
std::unique_ptr<Recorder> RecordingArchive::makeRecorder(const BroadcastRecord& record) {
    std::map<std::string, std::uint64_t> journalSizes;
    RecordingPtr recording;
    if (auto left = takeUp(record.broadcast)) {
        recording = std::move(left->recording);
        journalSizes = std::move(left->journalSizes);
    } else {
        recording =
            std::make_shared<Recording>(parts_.store, RecordingContent{{record, std::nullopt}, {}, 0});
    }
    remember(record.broadcast, recording, Holder::Recorder);
    const RecorderContext context{parts_.store, parts_.events, parts_.clock, parts_.settings, disk_};
    return std::make_unique<Recorder>(context, std::move(recording), std::move(journalSizes),
                                      logger_.child(record.channel));
}

/// What the start has read is not read again.
Result<LoadedRecording> RecordingArchive::takeUp(const BroadcastId& broadcast) {
    {
        auto table = table_.lock();
        if (auto left = table->left.extract(broadcast)) {
            return std::move(left.mapped());
        }
    }
    return loadRecording(parts_.store, broadcast.text(), Repair::Yes, logger_);
}

net::Task<std::vector<UnfinishedBroadcast>> RecordingArchive::unfinished(media::MediaTime window) {
    auto work = [this, window] { return Result<std::vector<UnfinishedBroadcast>>(loadUnfinished(window)); };
    auto found = co_await readers_.run(std::move(work));
    co_return found ? std::move(*found) : std::vector<UnfinishedBroadcast>{};
}

/// Most broadcasts have ended: of those only record.json is read.
std::vector<UnfinishedBroadcast> RecordingArchive::loadUnfinished(media::MediaTime window) {
    std::vector<UnfinishedBroadcast> found;
    const auto folders = parts_.store.list({});
    for (const auto& folder : folders.value_or(std::vector<std::string>{})) {
        if (!BroadcastId::parse(folder)) {
            continue;
        }
        const auto record = loadRecord(parts_.store, folder);
        if (record && record->endedAt) {
            continue;
        }
        auto left = record ? loadUnfinished(folder, window) : tl::unexpected<Error>(record.error());
        if (left) {
            found.push_back(std::move(*left));
        } else {
            logger_.warning("{}", left.error().text());
        }
    }
    return found;
}

Result<UnfinishedBroadcast> RecordingArchive::loadUnfinished(const std::string& folder,
                                                             media::MediaTime window) {
    auto loaded = loadRecording(parts_.store, folder, Repair::Yes, logger_);
    if (!loaded) {
        return fail(std::move(loaded.error()));
    }
    auto described = describeUnfinished(*loaded->recording, window);
    if (!described) {
        return fail(std::move(described.error()).within("recording " + folder));
    }
    const auto broadcast = described->record.broadcast;
    remember(broadcast, loaded->recording, Holder::Recorder);
    table_.lock()->left.insert_or_assign(broadcast, std::move(*loaded));
    return described;
}

net::Task<Result<Piece>> RecordingArchive::file(BroadcastId broadcast, std::string rendition,
                                                std::string name) {
    auto work = [this, broadcast, rendition = std::move(rendition),
                 name = std::move(name)]() -> Result<Piece> {
        auto recording = load(broadcast);
        return recording ? (*recording)->file(rendition, name)
                         : tl::unexpected<Error>(std::move(recording.error()));
    };
    co_return co_await readers_.run(std::move(work));
}

net::Task<Result<RecordingPtr>> RecordingArchive::find(BroadcastId broadcast) {
    auto work = [this, broadcast] { return load(broadcast); };
    co_return co_await readers_.run(std::move(work));
}

Result<RecordingPtr> RecordingArchive::load(const BroadcastId& broadcast) {
    {
        auto table = table_.lock();
        if (wasRemoved(*table, broadcast)) {
            return fail(ErrorCategory::NotFound, "recording.removed", "the recording was deleted");
        }
        const auto found = table->known.find(broadcast);
        if (found != table->known.end()) {
            std::erase(table->lastUsed, broadcast);
            table->lastUsed.push_back(broadcast);
            return found->second;
        }
    }
    auto loaded = loadRecording(parts_.store, broadcast.text(), Repair::No, logger_);
    if (!loaded) {
        return fail(std::move(loaded.error()));
    }
    return remember(broadcast, std::move(loaded->recording), Holder::Reader);
}

/// A reader that was slow must not hide what a recorder goes on with. Returns what is known from now on.
RecordingPtr RecordingArchive::remember(const BroadcastId& broadcast, RecordingPtr recording, Holder holder) {
    auto table = table_.lock();
    if (wasRemoved(*table, broadcast)) {
        return recording;
    }
    auto& known = table->known[broadcast];
    if (!known || holder == Holder::Recorder) {
        known = std::move(recording);
    }
    auto remembered = known;
    std::erase(table->lastUsed, broadcast);
    table->lastUsed.push_back(broadcast);
    forgetOldest(*table);
    return remembered;
}

bool RecordingArchive::wasRemoved(const Table& table, const BroadcastId& broadcast) {
    return std::ranges::find(table.removed, broadcast) != table.removed.end();
}

/// Those on air are held by their recorders anyway, and have to stay the same for readers.
void RecordingArchive::forgetOldest(Table& table) const {
    std::erase_if(table.onAir, [](const auto& entry) { return entry.second.expired(); });
    auto over = table.known.size() - std::min(table.known.size(), table.onAir.size() + kKnownRecordings);
    for (auto one = table.lastUsed.begin(); over > 0 && one != table.lastUsed.end();) {
        if (table.onAir.contains(*one)) {
            ++one;
            continue;
        }
        table.known.erase(*one);
        one = table.lastUsed.erase(one);
        --over;
    }
}

void RecordingArchive::showFill(Recording& recording, const std::string& rendition,
                                std::vector<KeptSegment> segments) {
    BroadcastEvent event;
    event.type = BroadcastEventType::Recording;
    event.at = parts_.clock.utcNow();
    {
        auto content = recording.lock();
        auto& fills = content->renditions[rendition].fills;
        fills.insert(fills.end(), segments.begin(), segments.end());
        std::sort(fills.begin(), fills.end(), [](const KeptSegment& left, const KeptSegment& right) {
            return left.head.shownAt < right.head.shownAt;
        });
        ++content->version;
        event.channel = content->file.record.channel;
        event.broadcastId = content->file.record.broadcast;
        event.recording = stateOf(*content, parts_.settings.hole);
        event.recording->phase =
            content->file.endedAt ? RecordingState::Phase::Finished : RecordingState::Phase::Writing;
    }
    parts_.events.report(std::move(event));
}

void RecordingArchive::remove(BroadcastId broadcast) {
    {
        auto table = table_.lock();
        const auto onAir = table->onAir.find(broadcast);
        if (onAir != table->onAir.end() && !onAir->second.expired()) {
            return;
        }
        table->known.erase(broadcast);
        std::erase(table->lastUsed, broadcast);
        table->removed.push_back(broadcast);
        if (table->removed.size() > kRemovedRecordings) {
            table->removed.pop_front();
        }
    }
    boost::asio::post(writers_, [this, broadcast] {
        if (auto removed = parts_.store.remove(broadcast.text()); !removed) {
            logger_.warning("recording {} stays: {}", broadcast.text(), removed.error().text());
        }
    });
}

}  // namespace footlight::relay::recording
