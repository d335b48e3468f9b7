#include "tests/core/relay/origin/origin_fixture.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <fstream>
#include <iterator>

#include "core/hls/parser.h"

namespace footlight::relay::origin {

namespace {

template <typename T>
T runOn(net::EventLoops& loops, std::size_t loop, net::Task<T> task) {
    return boost::asio::co_spawn(loops.executor(loop), std::move(task), boost::asio::use_future).get();
}

}  // namespace

net::Task<Result<PublishPermission>> FakeHub::authorize(PublishQuestion question) {
    const auto& key = question.streamKey.reveal();
    if (!key.starts_with("key-")) {
        co_return fail(ErrorCategory::Denied, "test.key", "the relay refused the key");
    }
    const auto channel = key.substr(4);
    auto broadcasts = broadcasts_.lock();
    const auto [found, isNew] = broadcasts->try_emplace(channel, BroadcastId::make(SystemClock().utcNow()));
    co_return PublishPermission{channel, ChannelId{}, found->second, policy_.copy()};
}

void FakeHub::report(BroadcastEvent event) {
    if (event.type == BroadcastEventType::Ended) {
        broadcasts_.lock()->erase(event.channel);
    }
    events_.lock()->push_back(std::move(event));
}

std::size_t FakeHub::count(BroadcastEventType type) const {
    const auto events = events_.copy();
    return static_cast<std::size_t>(std::count_if(events.begin(), events.end(),
                                                  [type](const auto& event) { return event.type == type; }));
}

std::string Answer::header(const std::string& name) const {
    const auto at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const auto begin = at + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

void OriginFixture::start(const StreamSettings& settings) {
    loops_ = std::make_unique<net::EventLoops>(3);
    Origin::Parts parts{
        hub_, hub_, clock_, settings, loops_->executor(0), {loops_->executor(1), loops_->executor(2)}};
    parts.archive = archive_;
    parts.tokens = tokens_;
    origin_ = std::make_unique<Origin>(std::move(parts), Logger::silent());
    rtmp::ServerOptions rtmpOptions;
    rtmpOptions.handler = &origin_->publishHandler();
    auto rtmp = rtmp::Server::listen(loops_->executor(0), {"127.0.0.1", 0}, rtmpOptions, Logger::silent());
    ASSERT_TRUE(rtmp) << rtmp.error().text();
    rtmp_ = std::move(*rtmp);
    std::uint16_t port = 0;
    for (std::size_t i = 0; i < 2; ++i) {
        net::http::ServerOptions options;
        options.handler = origin_->mediaHandler(i);
        options.reusePort = true;
        auto server = net::http::Server::listen(loops_->executor(i + 1), {"127.0.0.1", port},
                                                std::move(options), Logger::silent());
        ASSERT_TRUE(server) << server.error().text();
        port = (*server)->port();
        media_.push_back(std::move(*server));
    }
}

void OriginFixture::stop() {
    runOn(*loops_, 0, rtmp_->close());
    runOn(*loops_, 0, origin_->close());
    for (std::size_t i = 0; i < media_.size(); ++i) {
        runOn(*loops_, i + 1, media_[i]->close());
    }
    loops_.reset();
    media_.clear();
    rtmp_.reset();
    origin_.reset();
}

std::string OriginFixture::rtmpUrl(const std::string& channel) const {
    return "rtmp://127.0.0.1:" + std::to_string(rtmp_->port()) + "/live/key-" + channel;
}

std::string OriginFixture::mediaUrl(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(media_.front()->port()) + path;
}

Answer OriginFixture::get(const std::string& path, const std::vector<std::string>& curlArguments) const {
    const tests::TempDir folder;
    const auto head = (folder / "head").string();
    const auto body = (folder / "body").string();
    std::vector<std::string> command{"curl",
                                     "-s",
                                     "--path-as-is",
                                     "--max-time",
                                     "30",
                                     "-D",
                                     head,
                                     "-o",
                                     body,
                                     "-w",
                                     "%{http_code} %{time_total}"};
    command.insert(command.end(), curlArguments.begin(), curlArguments.end());
    command.push_back(mediaUrl(path));
    const auto finished = tests::run(command);
    Answer answer;
    std::sscanf(finished.output.c_str(), "%d %lf", &answer.status, &answer.seconds);
    const auto read = [](const std::string& file) {
        std::ifstream stream(file, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    };
    answer.head = read(head);
    answer.body = read(body);
    return answer;
}

hls::MediaPlaylist OriginFixture::playlist(const std::string& channel, const std::string& query) const {
    const auto answer = get("/live/" + channel + "/source/media.m3u8" + query);
    auto parsed = hls::parsePlaylist(answer.body);
    if (answer.status != 200 || !parsed) {
        return {};
    }
    return std::get<hls::MediaPlaylist>(*parsed);
}

bool OriginFixture::waitForSegments(const std::string& channel, std::size_t segments) const {
    return tests::waitUntil([&] { return playlist(channel).segments.size() >= segments; });
}

bool OriginFixture::waitFor(BroadcastEventType type, std::size_t count) const {
    return tests::waitUntil([&] { return hub_.count(type) >= count; });
}

std::vector<std::string> publisher(const std::string& url, const PublishOptions& options) {
    std::vector<std::string> command{"ffmpeg", "-v", "error"};
    const auto add = [&](std::initializer_list<std::string> words) { command.insert(command.end(), words); };
    const auto length = std::to_string(options.seconds);
    const auto pace = [&] {
        if (options.isRealTime) {
            add({"-re"});
        }
    };
    if (options.hasVideo) {
        pace();
        add({"-f", "lavfi", "-i",
             "testsrc2=size=" + options.size + ":rate=" + options.frameRate + ":duration=" + length});
    }
    if (options.hasAudio) {
        pace();
        add({"-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=" + length});
    }
    if (options.hasVideo) {
        add({"-c:v", "libx264", "-preset", "ultrafast", "-g", std::to_string(options.gopFrames),
             "-keyint_min", std::to_string(options.gopFrames), "-sc_threshold", "0", "-bf",
             options.hasBFrames ? "2" : "0", "-pix_fmt", "yuv420p"});
    }
    add({"-c:a", "aac", "-b:a", "96k", "-ac", "2", "-f", "flv", url});
    return command;
}

}  // namespace footlight::relay::origin
