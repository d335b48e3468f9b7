#include "app/relay/recordings.h"

#include "app/relay/metrics_text.h"
#include "app/relay/relay_settings.h"
#include "core/blob/directory/directory_store.h"
#include "core/relay/recording/recording_archive.h"
#include "core/relay/vod/vod_service.h"

namespace footlight::app {
namespace {

using relay::recording::RecordingArchive;
using relay::recording::RecordingSettings;

RecordingSettings recordingSettings(const Settings& settings) {
    constexpr std::uint64_t kMebibyte = 1U << 20U;
    RecordingSettings made;
    made.alarmFree = kMebibyte * static_cast<std::uint64_t>(settings.number("recording.alarm_free_mib"));
    made.stopFree = kMebibyte * static_cast<std::uint64_t>(settings.number("recording.stop_free_mib"));
    return made;
}

}  // namespace

struct Recordings::State {
    State(std::unique_ptr<relay::BlobStore> keeps, const Settings& settings, const Secret& mediaKey,
          relay::BroadcastEvents& events, const Clock& clock, Logger logger)
        : folder(recordingFolder(settings)),
          store(std::move(keeps)),
          tokens(mediaKey),
          archive({*store, events, clock, recordingSettings(settings)}, std::move(logger)),
          vod({archive, tokens, clock}) {}

    std::filesystem::path folder;
    std::unique_ptr<relay::BlobStore> store;
    accounts::MediaTokens tokens;
    RecordingArchive archive;
    relay::vod::VodService vod;
};

Result<std::unique_ptr<Recordings>> Recordings::open(const Settings& settings, const Secret& mediaKey,
                                                     relay::BroadcastEvents& events, const Clock& clock,
                                                     Logger logger) {
    auto store = blob::DirectoryStore::create(recordingFolder(settings));
    if (!store) {
        return fail(std::move(store.error()).within("opening the recordings"));
    }
    auto state =
        std::make_unique<State>(std::move(*store), settings, mediaKey, events, clock, std::move(logger));
    return std::unique_ptr<Recordings>(new Recordings(std::move(state)));
}

Recordings::Recordings(std::unique_ptr<State> state) : state_(std::move(state)) {}
Recordings::~Recordings() = default;

relay::Archive& Recordings::archive() { return state_->archive; }

net::http::Handler Recordings::handler() {
    return [this](net::http::Request request) { return state_->vod.handle(std::move(request)); };
}

bool Recordings::handles(std::string_view path) { return relay::vod::VodPath::isBelowVod(path); }

net::http::UploadRules Recordings::uploads() {
    return [this](const net::http::Request& head) -> std::optional<net::http::UploadRule> {
        return state_->vod.isUpload(head)
                   ? std::optional(net::http::UploadRule{state_->vod.uploadLimit(), state_->folder})
                   : std::nullopt;
    };
}

net::WorkPool& Recordings::uploadPool() { return state_->archive.readers(); }

void Recordings::remove(const relay::DeleteRecording& command) { state_->archive.remove(command.broadcast); }

void Recordings::writeMetrics(MetricsText& text) const {
    text.gauge("footlight_recordings_free_bytes", "Room on the disk of the recordings.",
               static_cast<double>(state_->archive.disk().freeBytes()));
}

}  // namespace footlight::app
