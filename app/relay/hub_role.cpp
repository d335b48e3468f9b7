#include "app/relay/hub_role.h"

#include <unistd.h>

#include <cstdlib>

#include "app/relay/blocking.h"
#include "app/relay/certificate.h"
#include "app/relay/health.h"
#include "app/relay/key_files.h"
#include "app/relay/metrics_text.h"
#include "app/relay/relay_settings.h"
#include "app/relay/role_environment.h"
#include "app/shared/private_files.h"
#include "app/shared/version.h"
#include "core/net/async/deadline.h"
#include "core/net/async/event_loops.h"
#include "core/net/async/task_group.h"
#include "core/net/async/work_pool.h"
#include "core/relay/api/api.h"
#include "core/relay/hub/hub.h"
#include "core/relay/hub/input_service.h"
#include "core/store/database.h"

namespace footlight::app {

using net::Task;

namespace {

std::filesystem::path slateFolder(const Settings& settings) {
    return std::filesystem::path(settings.text("relay.data")) / "slates";
}

mail::SmtpSettings smtpSettings(const Settings& settings) {
    mail::SmtpSettings smtp;
    smtp.host = settings.text("smtp.host");
    smtp.port = static_cast<std::uint16_t>(settings.number("smtp.port"));
    const std::string& security = settings.text("smtp.security");
    smtp.security = security == "tls"    ? mail::SmtpSecurity::Tls
                    : security == "none" ? mail::SmtpSecurity::None
                                         : mail::SmtpSecurity::StartTls;
    smtp.user = settings.text("smtp.user");
    smtp.password = Secret(settings.text("smtp.password"));
    smtp.from = settings.text("smtp.from");
    smtp.authorities = settings.text("relay.tls_authorities");
    return smtp;
}

std::filesystem::path emoteFolder(const Settings& settings) {
    return std::filesystem::path(settings.text("relay.data")) / "emotes";
}

std::filesystem::path pictureFolder(const Settings& settings) {
    return std::filesystem::path(settings.text("relay.data")) / "pictures";
}

relay::hub::HubOptions hubOptions(const Settings& settings, const Secret& ownerToken, const KeyFiles& keys) {
    constexpr std::int64_t kMebibyte = std::int64_t{1} << 20U;
    relay::hub::HubOptions options;
    options.sealingKey = keys.sealing;
    options.mediaKey = keys.media;
    options.slates = slateFolder(settings);
    options.emotes = emoteFolder(settings);
    options.pictures = pictureFolder(settings);
    options.recordedBytes = kMebibyte * settings.number("limits.recordings_mib");
    options.community.exports = options.pictures;
    options.community.relayName = settings.text("relay.name");
    options.community.smtp = smtpSettings(settings);
    options.community.webhooksStayPublic = !settings.isOn("webhooks.private_addresses");
    options.community.authorities = settings.text("relay.tls_authorities");
    const std::string& signUp = settings.text("accounts.sign_up");
    options.signUp = signUp == "open"     ? relay::hub::SignUpMode::Open
                     : signUp == "invite" ? relay::hub::SignUpMode::Invite
                                          : relay::hub::SignUpMode::Closed;
    options.signUpsPerHour = static_cast<double>(settings.number("limits.sign_ups_per_hour"));
    options.loopbackExempt = settings.isOn("limits.loopback_exempt");
    if (!ownerToken.isEmpty()) {
        options.ownerToken = ownerToken;
    }
    if (const char* const user = std::getenv("USER"); user != nullptr && *user != '\0') {
        options.ownerName = user;
    }
    return options;
}

relay::api::ApiOptions apiOptions(const Settings& settings, const Secret& hookSecret, const KeyFiles& keys) {
    relay::api::ApiOptions options;
    options.mediaKey = keys.media;
    options.slates = slateFolder(settings);
    options.emotes = emoteFolder(settings);
    options.pictures = pictureFolder(settings);
    options.relayName = settings.text("relay.name");
    options.version = std::string(kVersion);
    options.publicHost = settings.text("relay.public_host");
    options.ports.rtmp = settings.address("relay.rtmp").port;
    options.ports.media = settings.address("relay.media").port;
    options.ports.hub = settings.address("relay.hub").port;
    options.ports.srt = settings.address("relay.srt").port;
    options.ports.hasSrtPassphrase = !settings.text("srt.passphrase").empty();
    options.ports.hasTls = !settings.text("relay.tls_certificate").empty();
    options.hookSecret = hookSecret;
    options.requestsPerSecond = static_cast<double>(settings.number("limits.api_requests_per_second"));
    options.requestBurst = 2 * options.requestsPerSecond;
    options.loopbackExempt = settings.isOn("limits.loopback_exempt");
    return options;
}

}  // namespace

struct HubRole::State {
    State(const Settings& with, const RoleEnvironment& environment, Logger to)
        : settings(with),
          logger(std::move(to)),
          socket(environment.sockets.at("hub")),
          hookSecret(environment.hookSecret),
          ownerToken(environment.ownerToken),
          loops(1) {
        if (const auto event = environment.sockets.find("inputs"); event != environment.sockets.end()) {
            inputsEvent = event->second;
        }
        health->metricsForAnyone = settings.text("relay.metrics_from") == "anyone";
        health->writeMetrics = [this](MetricsText& text) {
            const std::vector<const net::http::ServerCounters*> counters{&server->counters()};
            writeHttpMetrics(text, counters);
        };
    }

    Task<Result<>> serve();
    Task<> tellOfInputs();
    Task<> close();

    const Settings& settings;
    Logger logger;
    int socket;
    int inputsEvent = -1;
    Secret hookSecret;
    Secret ownerToken;
    KeyFiles keys;
    SystemClock clock;
    net::WorkPool uploadPool{1, 64};
    std::shared_ptr<Health> health = std::make_shared<Health>();
    std::shared_ptr<net::TlsServer> certificate;  ///< null: plain HTTP
    net::EventLoops loops;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<relay::hub::Hub> hub;
    std::unique_ptr<relay::api::Api> api;
    std::unique_ptr<net::http::Server> server;
    net::TaskGroup tasks{loops.executor(0), logger};
};

Task<Result<>> HubRole::State::serve() {
    const auto executor = loops.executor(0);
    hub = std::make_unique<relay::hub::Hub>(executor,
                                            relay::StoresPair{database->stores(), database->reading()},
                                            hubOptions(settings, ownerToken, keys), clock, logger);
    if (auto started = co_await hub->start(); !started) {
        co_return started;
    }
    api = std::make_unique<relay::api::Api>(executor, *hub, apiOptions(settings, hookSecret, keys), clock,
                                            logger.child("api"));
    addHealthRoutes(api->router(), health);
    net::http::ServerOptions options;
    options.handler = [this](net::http::Request request) { return api->router().handle(std::move(request)); };
    options.upgrade = api->upgrader();
    options.uploads = api->uploads();
    options.uploadPool = &uploadPool;
    options.admission = std::make_shared<net::http::Admission>(admissionLimits(settings));
    options.limits = serverLimits(settings);
    options.tls = certificate;
    options.plain = net::http::PlainHttp::FromThisMachine;
    if (certificate) {
        tasks.spawn("watching the certificate", watchCertificate(certificate, logger.child("tls")));
    }
    auto made = net::http::Server::adopt(executor, socket, std::move(options), logger.child("http"));
    if (!made) {
        co_return fail(std::move(made.error()));
    }
    server = std::move(*made);
    if (inputsEvent >= 0) {
        tasks.spawn("telling the supervisor of inputs", tellOfInputs());
    }
    co_return Result<>{};
}

/// Inputs need the gateway: the supervisor starts it where it does not run.
Task<> HubRole::State::tellOfInputs() {
    constexpr std::chrono::seconds kLookAgain{25};
    std::int64_t version = -1;
    for (;;) {
        const auto inputs = co_await hub->inputs().poll(version, kLookAgain);
        if (!inputs) {
            co_await net::pause(kLookAgain);
            continue;
        }
        const bool isNew = std::exchange(version, inputs->version) != inputs->version;
        if (isNew && !inputs->inputs.empty()) {
            const std::uint64_t one = 1;
            [[maybe_unused]] const auto written = ::write(inputsEvent, &one, sizeof one);
        }
    }
}

Task<> HubRole::State::close() {
    co_await tasks.close();
    if (hub) {
        hub->stopWaiting();
    }
    if (server) {
        co_await server->close();
        server.reset();
    }
    if (api) {
        co_await api->close();
        api.reset();
    }
    if (hub) {
        co_await hub->close();
        hub.reset();
    }
}

HubRole::HubRole(const Settings& settings, const RoleEnvironment& environment, Logger logger)
    : state_(std::make_unique<State>(settings, environment, std::move(logger))) {}
HubRole::~HubRole() = default;

Result<> HubRole::start() {
    auto keys = KeyFiles::open(state_->settings);
    if (!keys) {
        return fail(std::move(keys.error()));
    }
    state_->keys = std::move(*keys);
    for (const auto& folder :
         {slateFolder(state_->settings), emoteFolder(state_->settings), pictureFolder(state_->settings)}) {
        if (auto prepared = preparePrivateFolder(folder); !prepared) {
            return prepared;
        }
    }
    auto certificate = loadCertificate(state_->settings);
    if (!certificate) {
        return fail(std::move(certificate.error()));
    }
    state_->certificate = std::move(*certificate);
    auto opened = store::Database::open(databaseFile(state_->settings));
    if (!opened) {
        return fail(std::move(opened.error()));
    }
    state_->database = std::move(*opened);
    if (auto serving = runOn(state_->loops.executor(0), state_->serve()); !serving) {
        return serving;
    }
    state_->health->isReady = true;
    return {};
}

void HubRole::stop() {
    state_->health->isReady = false;
    runOn(state_->loops.executor(0), state_->close());
}

}  // namespace footlight::app
