#include "app/relay/origin_role.h"

#include <fcntl.h>
#include <malloc.h>

#include "app/relay/blocking.h"
#include "app/relay/certificate.h"
#include "app/relay/health.h"
#include "app/relay/key_files.h"
#include "app/relay/metrics_text.h"
#include "app/relay/recordings.h"
#include "app/relay/relay_settings.h"
#include "app/relay/role_environment.h"
#include "app/shared/paths.h"
#include "core/accounts/media_token.h"
#include "core/net/async/event_loops.h"
#include "core/net/async/task_group.h"
#include "core/net/http/router.h"
#include "core/net/stream/spread.h"
#include "core/net/stream/tls.h"
#include "core/relay/fanout/fanout.h"
#include "core/relay/origin/hub_hooks.h"
#include "core/relay/origin/origin.h"
#include "core/relay/slates/slate_process.h"
#include "core/rtmp/session/publish_guard.h"
#include "core/rtmp/session/server.h"

namespace footlight::app {

using net::Executor;
using net::Task;
using relay::origin::HubHooks;
using relay::origin::Origin;

namespace {

/// The servers of one event loop.
struct LoopServers {
    std::unique_ptr<rtmp::Server> ingest;
    std::unique_ptr<net::http::Server> media;
};

/// One arena a loop, or thousands of answers to one part wait for each other's memory; `count` loops.
std::size_t withArenas(std::size_t count) {
    constexpr std::size_t kOthers = 2;
    ::mallopt(M_ARENA_MAX, static_cast<int>(count + kOthers));
    return count;
}

relay::origin::StreamSettings streamSettings(const Settings& settings) {
    using std::chrono::milliseconds;
    relay::origin::StreamSettings made;
    made.partTarget = milliseconds(settings.number("stream.part_ms"));
    made.segmentGoal = milliseconds(settings.number("stream.segment_ms"));
    made.window = milliseconds(settings.number("stream.window_ms"));
    made.afterEnd = milliseconds(settings.number("stream.after_end_ms"));
    made.mediaRequests = static_cast<double>(settings.number("limits.media_requests_per_second"));
    made.loopbackExempt = settings.isOn("limits.loopback_exempt");
    made.highestBitrate = settings.number("limits.bitrate");
    made.broadcasts = static_cast<std::size_t>(settings.number("limits.broadcasts"));
    return made;
}

relay::origin::HubHooksOptions hookOptions(const Settings& settings, const Secret& secret) {
    const Address hub = settings.address("relay.hub");
    relay::origin::HubHooksOptions options;
    options.host = hub.host == "0.0.0.0" ? "127.0.0.1" : hub.host == "::" ? "::1" : hub.host;
    options.port = hub.port;
    options.secret = secret;
    options.spoolFile = std::filesystem::path(settings.text("relay.data")) / "origin-events.spool";
    return options;
}

relay::slates::SlateProcessOptions slateOptions(const Settings& settings) {
    const std::filesystem::path data(settings.text("relay.data"));
    relay::slates::SlateProcessOptions options;
    options.program = programFile().parent_path() / "footlight-relay-transcoder";
    options.pictures = data / "slates";
    options.cache = data / "cache" / "slates";
    return options;
}

/// "/live/..." or "/t/TOKEN/live/...".
bool isLive(std::string_view path) {
    if (path.starts_with("/t/")) {
        path.remove_prefix(std::min(path.find('/', 3), path.size()));
    }
    return path.starts_with("/live/");
}

/// Everything below /live/ goes to the streams, below /vod/ to the recordings, the rest to the routes.
net::http::Handler dispatch(net::http::Handler live, net::http::Handler vod,
                            std::shared_ptr<const net::http::Router> router) {
    return [live = std::move(live), vod = std::move(vod),
            router = std::move(router)](net::http::Request request) {
        if (Recordings::handles(request.path)) {
            return vod(std::move(request));
        }
        return isLive(request.path) ? live(std::move(request)) : router->handle(std::move(request));
    };
}

/// What is asked of recordings goes to them, the rest to the streams.
class Commands final : public relay::OriginCommands {
public:
    Commands(relay::OriginCommands& streams, Recordings& recordings)
        : streams_(streams), recordings_(recordings) {}
    void execute(relay::OriginCommand command) override {
        if (const auto* deleted = std::get_if<relay::DeleteRecording>(&command)) {
            recordings_.remove(*deleted);
        } else {
            streams_.execute(std::move(command));
        }
    }

private:
    relay::OriginCommands& streams_;
    Recordings& recordings_;
};

}  // namespace

struct OriginRole::State {
    State(const Settings& with, const RoleEnvironment& environment, Logger to)
        : settings(with),
          logger(std::move(to)),
          rtmpSocket(environment.sockets.at("rtmp")),
          mediaSocket(environment.sockets.at("media")),
          hookSecret(environment.hookSecret),
          loops(static_cast<unsigned>(withArenas(settings.number("relay.loops")))) {
        health->metricsForAnyone = settings.text("relay.metrics_from") == "anyone";
        health->writeMetrics = [this](MetricsText& text) { writeMetrics(text); };
        admission = std::make_shared<net::http::Admission>(admissionLimits(settings));
        rtmp::PublishGuardLimits guardLimits;
        guardLimits.loopbackExempt = settings.isOn("limits.loopback_exempt");
        guard = std::make_shared<rtmp::PublishGuard>(guardLimits);
    }

    Task<Result<>> makeOrigin();
    Task<Result<>> serve(std::size_t loop);
    Result<std::unique_ptr<rtmp::Server>> adoptIngest(std::size_t loop);
    Result<std::unique_ptr<net::http::Server>> adoptMedia(std::size_t loop);
    Task<> closeIngest(std::size_t loop);
    Task<> closeOrigin();
    Task<> closeMedia(std::size_t loop);
    Task<> release(std::size_t loop);
    Task<> closeHooks();
    void writeMetrics(MetricsText& text) const;

    const Settings& settings;
    Logger logger;
    int rtmpSocket;
    int mediaSocket;
    Secret hookSecret;
    SystemClock clock;
    std::shared_ptr<Health> health = std::make_shared<Health>();
    std::shared_ptr<net::http::Admission> admission;
    std::shared_ptr<rtmp::PublishGuard> guard;
    std::shared_ptr<const net::TlsClient>
        trust;  ///< whose certificates we take of the services that we send to
    std::shared_ptr<net::TlsServer> certificate;  ///< of media and RTMP ports; null: plain
    std::optional<accounts::MediaTokens> tokens;
    std::shared_ptr<net::Spread> ingestSpread = std::make_shared<net::Spread>();
    std::shared_ptr<net::Spread> mediaSpread = std::make_shared<net::Spread>();
    net::EventLoops loops;
    std::unique_ptr<HubHooks> hooks;
    std::unique_ptr<relay::fanout::Fanout> fanout;
    std::unique_ptr<relay::slates::SlateProcess> slates;
    std::unique_ptr<Recordings> recordings;
    std::unique_ptr<Origin> origin;
    std::unique_ptr<Commands> commands;
    std::vector<LoopServers> servers;
    std::unique_ptr<net::TaskGroup> chores;  ///< on the first loop
};

Task<Result<>> OriginRole::State::makeOrigin() {
    hooks = std::make_unique<HubHooks>(loops.executor(0), hookOptions(settings, hookSecret), clock,
                                       logger.child("hooks"));
    relay::fanout::Fanout::Parts fanoutParts{loops.executor(0), *hooks, clock, trust, {}};
    fanout = std::make_unique<relay::fanout::Fanout>(std::move(fanoutParts), logger.child("fanout"));
    slates = std::make_unique<relay::slates::SlateProcess>(slateOptions(settings), logger.child("slates"));
    auto keys = KeyFiles::open(settings);
    if (!keys) {
        co_return fail(std::move(keys.error()));
    }
    auto kept = Recordings::open(settings, keys->media, *hooks, clock, logger.child("recordings"));
    if (!kept) {
        co_return fail(std::move(kept.error()));
    }
    recordings = std::move(*kept);
    Origin::Parts parts{*hooks, *hooks, clock, streamSettings(settings), loops.executor(0), {}};
    parts.slates = slates.get();
    parts.archive = &recordings->archive();
    parts.tokens = &*tokens;
    parts.taps = {fanout.get()};
    for (std::size_t i = 0; i < loops.size(); ++i) {
        parts.mediaLoops.push_back(loops.executor(i));
    }
    origin = std::make_unique<Origin>(std::move(parts), logger);
    commands = std::make_unique<Commands>(origin->commands(), *recordings);
    hooks->follow(*commands);
    chores = std::make_unique<net::TaskGroup>(loops.executor(0), logger);
    if (certificate) {
        chores->spawn("watching the certificate", watchCertificate(certificate, logger.child("tls")));
    }
    co_await origin->restore();
    servers.resize(loops.size());
    co_return Result<>{};
}

Result<std::unique_ptr<rtmp::Server>> OriginRole::State::adoptIngest(std::size_t loop) {
    rtmp::ServerOptions options;
    options.handler = &origin->publishHandler();
    options.playHandler = &origin->playHandler();
    options.admission = admission;
    options.guard = guard;
    options.spread = ingestSpread;
    options.tls = certificate;
    options.limits.silence = std::chrono::milliseconds(settings.number("limits.publish_silence_ms"));
    const int descriptor = ::fcntl(rtmpSocket, F_DUPFD_CLOEXEC, 0);
    return rtmp::Server::adopt(loops.executor(loop), descriptor, std::move(options), logger.child("rtmp"));
}

Result<std::unique_ptr<net::http::Server>> OriginRole::State::adoptMedia(std::size_t loop) {
    auto router = std::make_shared<net::http::Router>();
    addHealthRoutes(*router, health);
    net::http::ServerOptions options;
    options.handler = dispatch(origin->mediaHandler(loop), recordings->handler(), std::move(router));
    options.admission = admission;
    options.tls = certificate;
    options.plain = net::http::PlainHttp::FromThisMachine;
    options.spread = mediaSpread;
    options.limits = serverLimits(settings);
    options.uploads = recordings->uploads();
    options.uploadPool = &recordings->uploadPool();
    const int descriptor = ::fcntl(mediaSocket, F_DUPFD_CLOEXEC, 0);
    return net::http::Server::adopt(loops.executor(loop), descriptor, std::move(options),
                                    logger.child("media"));
}

Task<Result<>> OriginRole::State::serve(std::size_t loop) {
    auto ingest = adoptIngest(loop);
    if (!ingest) {
        co_return fail(std::move(ingest.error()));
    }
    auto media = adoptMedia(loop);
    if (!media) {
        co_return fail(std::move(media.error()));
    }
    servers[loop].ingest = std::move(*ingest);
    servers[loop].media = std::move(*media);
    co_return Result<>{};
}

Task<> OriginRole::State::closeIngest(std::size_t loop) {
    if (servers[loop].ingest) {
        co_await servers[loop].ingest->close();
    }
}

Task<> OriginRole::State::closeOrigin() {
    co_await hooks->stopFollowing();
    co_await chores->close();
    co_await origin->close();
}

Task<> OriginRole::State::closeMedia(std::size_t loop) {
    if (servers[loop].media) {
        co_await servers[loop].media->close();
    }
}

/// When every server is closed: until then each of them may be asked for the counters of all.
Task<> OriginRole::State::release(std::size_t loop) {
    servers[loop] = {};
    co_return;
}

Task<> OriginRole::State::closeHooks() {
    origin.reset();
    recordings.reset();  // what was handed over is written first
    co_await fanout->close();
    fanout.reset();
    slates.reset();
    co_await hooks->close();
    hooks.reset();
}

void OriginRole::State::writeMetrics(MetricsText& text) const {
    std::vector<const net::http::ServerCounters*> media;
    std::uint64_t publishing = 0;
    std::uint64_t received = 0;
    std::uint64_t broken = 0;
    for (const LoopServers& one : servers) {
        media.push_back(&one.media->counters());
        publishing += one.ingest->counters().publishing;
        received += one.ingest->counters().bytesReceived;
        broken += one.ingest->counters().broken + one.ingest->counters().timedOut;
    }
    writeHttpMetrics(text, media);
    recordings->writeMetrics(text);
    const auto streams = origin->statistics();
    const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
    text.gauge("footlight_rtmp_publishers", "Publishers that send now.", number(publishing));
    text.counter("footlight_rtmp_received_bytes_total", "Bytes received from publishers.", number(received));
    text.counter("footlight_rtmp_broken_total", "Publishers closed for what they sent or did not.",
                 number(broken));
    text.gauge("footlight_broadcasts_on_air", "Broadcasts with a publisher.", number(streams.onAir));
    text.gauge("footlight_broadcasts_in_grace", "Broadcasts whose publisher dropped.",
               number(streams.inGrace));
    text.counter("footlight_publications_total", "Publications accepted.", number(streams.published));
    text.counter("footlight_publications_refused_total", "Publications refused.", number(streams.refused));
}

OriginRole::OriginRole(const Settings& settings, const RoleEnvironment& environment, Logger logger)
    : state_(std::make_unique<State>(settings, environment, std::move(logger))) {}
OriginRole::~OriginRole() = default;

Result<> OriginRole::start() {
    auto trust = net::TlsClient::create(state_->settings.text("relay.tls_authorities"));
    if (!trust) {
        return fail(std::move(trust.error()));
    }
    state_->trust = std::move(*trust);
    auto certificate = loadCertificate(state_->settings);
    if (!certificate) {
        return fail(std::move(certificate.error()));
    }
    state_->certificate = std::move(*certificate);
    const auto keys = KeyFiles::open(state_->settings);
    if (!keys) {
        return fail(keys.error());
    }
    state_->tokens.emplace(keys->media);
    if (auto made = runOn(state_->loops.executor(0), state_->makeOrigin()); !made) {
        return made;
    }
    for (std::size_t i = 0; i < state_->loops.size(); ++i) {
        if (auto serving = runOn(state_->loops.executor(i), state_->serve(i)); !serving) {
            return serving;
        }
    }
    state_->health->isReady = true;
    return {};
}

void OriginRole::stop() {
    state_->health->isReady = false;
    if (!state_->origin) {
        return;  // it never began
    }
    const auto onEach = [this](Task<> (State::*task)(std::size_t)) {
        for (std::size_t i = 0; i < state_->loops.size(); ++i) {
            runOn(state_->loops.executor(i), (state_.get()->*task)(i));
        }
    };
    onEach(&State::closeIngest);
    runOn(state_->loops.executor(0), state_->closeOrigin());
    onEach(&State::closeMedia);
    onEach(&State::release);
    runOn(state_->loops.executor(0), state_->closeHooks());
}

}  // namespace footlight::app
