#include "tests/core/rtmp/session/ingest_fixture.h"

namespace footlight::rtmp {

class RecordingHandler::Sink final : public PublishSink {
public:
    explicit Sink(Guarded<Recording>& recording) : recording_(recording) {}
    void tracks(media::Tracks tracks) override { recording_.lock()->tracks.push_back(std::move(tracks)); }
    void packet(media::Packet packet) override { recording_.lock()->packets.push_back(std::move(packet)); }
    void captureClock(media::MediaTime at, UtcTime utc) override {
        recording_.lock()->clocks.emplace_back(at, utc);
    }
    void keyFrameInterval(media::MediaTime interval) override {
        recording_.lock()->keyFrameIntervals.push_back(interval);
    }
    void networkLoss(std::int64_t total) override { recording_.lock()->losses.push_back(total); }
    void ended(PublishEnd end) override { recording_.lock()->ends.push_back(end); }

private:
    Guarded<Recording>& recording_;
};

net::Task<Result<std::unique_ptr<PublishSink>>> RecordingHandler::publish(PublishRequest request) {
    const std::string key = request.streamKey.reveal();
    recording_.lock()->requests.push_back(std::move(request));
    if (key == "busy") {
        co_return fail(ErrorCategory::Conflict, "test.busy", "this channel is live already");
    }
    if (key == "early") {
        co_return fail(ErrorCategory::Unavailable, "test.early", "keys cannot be checked yet");
    }
    if (key != "good") {
        co_return fail(ErrorCategory::Denied, "test.key", "the stream key is not known");
    }
    co_return std::make_unique<Sink>(recording_);
}

bool RecordingHandler::waitFor(const std::function<bool(const Recording&)>& condition,
                               std::chrono::milliseconds limit) {
    return tests::waitUntil([&] { return condition(*recording_.lock()); }, limit);
}

IngestFixture::IngestFixture() { serve(ServerLimits()); }

IngestFixture::~IngestFixture() { run(server_->close()); }

void IngestFixture::serve(ServerLimits limits) {
    if (server_) {
        run(server_->close());
    }
    ServerOptions options;
    options.handler = &handler_;
    options.limits = limits;
    auto server = Server::listen(loops_.executor(0), {"127.0.0.1", 0}, std::move(options), Logger::silent());
    server_ = std::move(server.value());
}

std::string IngestFixture::url(const std::string& key) const {
    return "rtmp://127.0.0.1:" + std::to_string(server_->port()) + "/live/" + key;
}

PublishTarget IngestFixture::target(const std::string& key) const {
    PublishTarget target;
    target.host = "127.0.0.1";
    target.port = server_->port();
    target.streamKey = Secret(key);
    return target;
}

namespace {

Bytes fromHex(std::string_view hex) {
    Bytes bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        bytes.push_back(static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
    }
    return bytes;
}

}  // namespace

media::Tracks exampleTracks() {
    media::VideoTrack video;
    video.configuration =
        fromHex("0142c01effe100196742c01eda0280bfe5c044000003000400000300f23c58ba8001000468ce0fc8");
    video.width = 640;
    video.height = 360;
    video.frameRate = 30;
    media::AudioTrack audio;
    audio.configuration = fromHex("119056e500");
    audio.sampleRate = 48'000;
    audio.channels = 2;
    return {video, audio};
}

media::Packet exampleFrame(std::chrono::milliseconds dts, bool isKeyFrame, std::size_t size) {
    Bytes frame(size, 0x11);
    frame[0] = static_cast<std::uint8_t>((size - 4) >> 24);
    frame[1] = static_cast<std::uint8_t>((size - 4) >> 16);
    frame[2] = static_cast<std::uint8_t>((size - 4) >> 8);
    frame[3] = static_cast<std::uint8_t>(size - 4);
    frame[4] = isKeyFrame ? 0x65 : 0x41;
    return {media::MediaKind::Video, 0, dts, dts, isKeyFrame, share(std::move(frame))};
}

media::Packet exampleAudio(std::chrono::milliseconds dts) {
    return {media::MediaKind::Audio, 0, dts, dts, true, share(Bytes(200, 0x21))};
}

}  // namespace footlight::rtmp
