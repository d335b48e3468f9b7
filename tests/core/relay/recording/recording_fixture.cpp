#include "tests/core/relay/recording/recording_fixture.h"

namespace footlight::relay::recording {
namespace {

constexpr int kFrames = 10;
constexpr int kFrameSamples = 1'024;

media::Tracks soundTracks() {
    media::Tracks tracks;
    tracks.audio = media::AudioTrack{media::Codec::Aac, {0x11, 0x90}, 48'000, 2};
    return tracks;
}

}  // namespace

std::vector<RecordingState> KeptEvents::states() const {
    std::vector<RecordingState> states;
    for (const auto& event : events_.copy()) {
        if (event.recording) {
            states.push_back(*event.recording);
        }
    }
    return states;
}

PartMaker::PartMaker() : muxer_(std::move(*media::CmafMuxer::create(soundTracks()))) {}

ArchivedPart PartMaker::part() {
    std::vector<media::Sample> samples;
    for (int i = 0; i < kFrames; ++i) {
        auto payload = share(Bytes(100, static_cast<std::uint8_t>(position_ / kFrameSamples)));
        samples.push_back({media::MediaKind::Audio, position_, position_, kFrameSamples, true, payload});
        position_ += kFrameSamples;
    }
    return {std::make_shared<PartBody>(*muxer_->fragment(samples)), kPartDuration, true};
}

RecordedBroadcast::RecordedBroadcast(Archive& archive, BroadcastRecord record)
    : record_(std::move(record)), archive_(archive.open(record_)), shownAt_(record_.startedAt) {
    archive_->init("source", "init-1.mp4", maker_.init());
}

void RecordedBroadcast::segment(std::size_t parts, bool isSlate) {
    begin(isSlate);
    for (std::size_t i = 0; i < parts; ++i) {
        part();
    }
    close();
}

void RecordedBroadcast::begin(bool isSlate) {
    archive_->begin("source", {sequence_++, shownAt_, isSlate, isSlate, "init-1.mp4"});
}

PartBodyPtr RecordedBroadcast::part() {
    auto part = maker_.part();
    auto body = part.body;
    shownAt_ += std::chrono::duration_cast<std::chrono::milliseconds>(part.duration);
    archive_->part("source", std::move(part));
    return body;
}

void RecordedBroadcast::close() { archive_->close("source"); }

void RecordedBroadcast::end() {
    archive_->end(shownAt_);
    archive_.reset();
}

RecordingFixture::RecordingFixture()
    : store_(std::move(*blob::DirectoryStore::create(folder_.path() / "recordings"))) {
    settings_.alarmFree = 0;
    settings_.alarmShare = 0;
    settings_.stopFree = 0;
}

BroadcastRecord RecordingFixture::newRecord() {
    BroadcastRecord record;
    record.channel = "anna";
    record.startedAt = utcFromMilliseconds(1'700'000'000'000);
    record.channelId = ChannelId::make(record.startedAt);
    record.broadcast = BroadcastId::make(record.startedAt);
    record.targetDuration = std::chrono::seconds{4};
    record.partTarget = std::chrono::milliseconds{200};
    record.multivariant = "#EXTM3U\n";
    return record;
}

void RecordingFixture::startArchive(BlobStore& store) {
    archive_.reset();
    RecordingArchive::Parts parts{store, events_, clock_, settings_};
    archive_ = std::make_unique<RecordingArchive>(std::move(parts), Logger::silent());
}

RecordingPtr RecordingFixture::found(const BroadcastRecord& record) {
    auto recording = runTask(archive_->find(record.broadcast));
    return recording ? *recording : nullptr;
}

std::vector<UnfinishedBroadcast> RecordingFixture::unfinished(media::MediaTime window) {
    return runTask(archive_->unfinished(window));
}

Bytes RecordingFixture::fileOf(const BroadcastRecord& record, const std::string& name) {
    const auto piece = runTask(archive_->file(record.broadcast, "source", name));
    return piece ? readPiece(*piece).value_or(Bytes{}) : Bytes{};
}

std::filesystem::path RecordingFixture::folderOf(const BroadcastRecord& record) const {
    return folder_.path() / "recordings" / record.broadcast.text() / "source";
}

}  // namespace footlight::relay::recording
