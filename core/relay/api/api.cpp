#include "core/relay/api/api.h"

#include "core/net/http/address_limit.h"
#include "core/relay/api/account_routes.h"
#include "core/relay/api/addresses.h"
#include "core/relay/api/answers.h"
#include "core/relay/api/audience_routes.h"
#include "core/relay/api/channel_routes.h"
#include "core/relay/api/community_routes.h"
#include "core/relay/api/hook_routes.h"
#include "core/relay/api/input_routes.h"
#include "core/relay/api/owner_access.h"
#include "core/relay/api/picture_routes.h"
#include "core/relay/api/playback_urls.h"
#include "core/relay/api/recording_routes.h"
#include "core/relay/api/security_routes.h"
#include "core/relay/api/settings_routes.h"
#include "core/relay/api/socket_service.h"
#include "core/relay/api/target_routes.h"
#include "core/relay/hub/community.h"
#include "core/relay/hub/hub.h"
#include "core/wire/relay_info.h"

namespace footlight::relay::api {
namespace {

using net::http::Handler;
using net::http::Method;
using net::http::Request;
using net::http::Response;

constexpr std::uint64_t kLargestSlate = std::uint64_t{50} << 20U;
constexpr auto kSocketPath = "/api/v1/socket";

Response tooManyRequests() {
    wire::Problem problem;
    problem.title = "Too Many Requests";
    problem.status = 429;
    problem.code = "request.too_many";
    problem.detail = "Too many requests from your address; try again in a second.";
    problem.retryAfter = 1;
    return refusal(problem);
}

/// In chat or in the directory: what costs the database far more than what it looks up.
bool isSearch(const Request& request) {
    return request.queryParameter("q") || request.queryParameter("search");
}

SocketLimits socketLimits(const ApiOptions& options) {
    SocketLimits limits;
    limits.perAddress = options.socketsPerAddress;
    limits.loopbackExempt = options.loopbackExempt;
    limits.hello = options.helloDeadline;
    return limits;
}

}  // namespace

struct Api::State {
    State(net::Executor executor, hub::Hub& hub, ApiOptions with, const Clock& theClock, Logger to)
        : options(std::move(with)),
          clock(theClock),
          logger(std::move(to)),
          addresses(options.publicHost, options.ports),
          urls(addresses, options.mediaKey, clock),
          limit(options.requestsPerSecond, options.requestBurst),
          searchLimit(options.searchesPerSecond, options.searchBurst),
          signedIn(hub.accounts(), logger.child("accounts")),
          accounts(hub.accounts(), logger.child("accounts")),
          security(hub.accounts(), options.relayName, logger.child("accounts")),
          channels(hub.channels(), hub.community().follows(), hub.pictures(), hub.accounts(), addresses, urls,
                   logger.child("channels")),
          access(hub.accounts(), hub.channels(), hub.recordings(), hub.rooms(), urls),
          community(hub, access, addresses, clock, logger.child("community")),
          settings(access, hub.settings(), hub.control(), addresses, urls, logger.child("settings")),
          targets(access, hub.targets(), logger.child("targets")),
          inputs(access, hub.inputs(), logger.child("inputs")),
          recordings(access, hub.recordings(), addresses, urls, logger.child("recordings")),
          audience(access, hub.channels(), hub.rooms(), hub.emotes(), logger.child("audience")),
          pictures(access, hub.channels(), hub.pictures(), logger.child("pictures")),
          hooks({hub.grants(), hub.broadcasts(), hub.commands(), hub.inputs()}, options.hookSecret,
                options.longPoll, logger.child("hooks")),
          sockets(std::move(executor), hub.accounts(), hub.community().online(), hub.rooms(), addresses, urls,
                  clock, socketLimits(options), logger.child("sockets")) {}

    net::Task<Response> describeRelay(Request request) {
        const auto host = addresses.hostFor(request);
        const wire::RelayInfo info{options.relayName,      options.version,       clock.utcNow(),
                                   addresses.rtmp(host),   addresses.media(host), addresses.api(host),
                                   addresses.socket(host), addresses.rtmps(host), addresses.srt(host)};
        co_return answer(200, info);
    }

    net::Task<Response> askForUpgrade(Request) {
        wire::Problem problem;
        problem.title = "Upgrade Required";
        problem.status = 426;
        problem.code = "request.upgrade";
        problem.detail = "This address speaks WebSocket.";
        co_return refusal(problem).with("Upgrade", "websocket");
    }

    net::Task<Response> limited(Handler handler, Request request) {
        const bool isExempt = options.loopbackExempt && isLoopback(request.peerAddress);
        const auto now = clock.steadyNow();
        if (!isExempt && (!limit.admit(request.peerAddress, now) ||
                          (isSearch(request) && !searchLimit.admit(request.peerAddress, now)))) {
            co_return tooManyRequests();
        }
        co_return co_await handler(std::move(request));
    }

    void add(Method method, const std::string& path, Handler handler) {
        router.add(method, "/api/v1" + path, [this, inner = std::move(handler)](Request request) {
            return limited(inner, std::move(request));
        });
    }
    template <typename Routes>
    void add(Method method, const std::string& path, Routes& routes,
             net::Task<Response> (Routes::*handle)(Request)) {
        add(method, path, handledBy(routes, handle));
    }
    template <typename Routes>
    void add(Method method, const std::string& path, Routes& routes, SignedIn::Method<Routes> handle) {
        add(method, path, signedIn.handledBy(routes, handle));
    }

    void addRoutes() {
        add(Method::Get, "/relay", *this, &State::describeRelay);
        add(Method::Get, "/socket", *this, &State::askForUpgrade);
        add(Method::Post, "/users", accounts, &AccountRoutes::signUp);
        add(Method::Post, "/session", accounts, &AccountRoutes::signIn);
        add(Method::Delete, "/session", accounts, &AccountRoutes::signOut);
        add(Method::Get, "/me", accounts, &AccountRoutes::me);
        add(Method::Get, "/channels", channels, &ChannelRoutes::list);
        add(Method::Get, "/channels/{name}", channels, &ChannelRoutes::show);
        add(Method::Patch, "/channels/{name}", channels, &ChannelRoutes::change);
        add(Method::Post, "/channels/{name}/key", channels, &ChannelRoutes::makeKey);
        const AddRoute take = [this](Method method, const std::string& path, Handler handler) {
            add(method, path, std::move(handler));
        };
        security.addTo(take, signedIn);
        community.addTo(take, signedIn);
        addOwnerRoutes();
        addAudienceRoutes();
        addHookRoutes();
    }

    void addOwnerRoutes() {
        const std::string channel = "/channels/{name}";
        add(Method::Get, channel + "/settings", settings, &SettingsRoutes::show);
        add(Method::Patch, channel + "/settings", settings, &SettingsRoutes::change);
        add(Method::Get, channel + "/slate", settings, &SettingsRoutes::slate);
        add(Method::Put, channel + "/slate", settings, &SettingsRoutes::setSlate);
        add(Method::Delete, channel + "/slate", settings, &SettingsRoutes::removeSlate);
        add(Method::Get, channel + "/ingest", settings, &SettingsRoutes::ingest);
        add(Method::Post, channel + "/input", settings, &SettingsRoutes::switchInput);
        add(Method::Post, channel + "/end", settings, &SettingsRoutes::end);
        add(Method::Post, channel + "/links", settings, &SettingsRoutes::makeLink);
        add(Method::Get, channel + "/targets", targets, &TargetRoutes::list);
        add(Method::Post, channel + "/targets", targets, &TargetRoutes::add);
        add(Method::Patch, channel + "/targets/{id}", targets, &TargetRoutes::change);
        add(Method::Delete, channel + "/targets/{id}", targets, &TargetRoutes::remove);
        add(Method::Get, channel + "/inputs", inputs, &InputRoutes::list);
        add(Method::Post, channel + "/inputs", inputs, &InputRoutes::add);
        add(Method::Patch, channel + "/inputs/{id}", inputs, &InputRoutes::change);
        add(Method::Delete, channel + "/inputs/{id}", inputs, &InputRoutes::remove);
        add(Method::Get, channel + "/recordings", recordings, &RecordingRoutes::list);
        add(Method::Get, "/recordings/{id}", recordings, &RecordingRoutes::show);
        add(Method::Patch, "/recordings/{id}", recordings, &RecordingRoutes::change);
        add(Method::Delete, "/recordings/{id}", recordings, &RecordingRoutes::remove);
        add(Method::Get, "/recordings/{id}/chat", recordings, &RecordingRoutes::chat);
        add(Method::Get, "/recordings/{id}/holes", recordings, &RecordingRoutes::holes);
        add(Method::Post, "/recordings/{id}/holes/{number}/fill", recordings, &RecordingRoutes::fill);
    }

    void addAudienceRoutes() {
        const std::string channel = "/channels/{name}";
        add(Method::Get, channel + "/viewers", audience, &AudienceRoutes::viewers);
        add(Method::Get, channel + "/messages", audience, &AudienceRoutes::messages);
        add(Method::Get, channel + "/emotes", audience, &AudienceRoutes::emotes);
        add(Method::Put, channel + "/emotes/{emote}", audience, &AudienceRoutes::putEmote);
        add(Method::Delete, channel + "/emotes/{emote}", audience, &AudienceRoutes::removeEmote);
        for (const auto kind : {PictureKind::Avatar, PictureKind::Banner}) {
            const auto path = channel + (kind == PictureKind::Avatar ? "/avatar" : "/banner");
            add(Method::Get, path, pictures.show(kind));
            add(Method::Put, path, pictures.put(kind));
            add(Method::Delete, path, pictures.remove(kind));
        }
        add(Method::Get, "/pictures/{hash}", pictures, &PictureRoutes::byHash);
        add(Method::Get, "/emotes/{hash}", audience, &AudienceRoutes::emote);
    }

    void addHookRoutes() {
        router.add(Method::Post, "/hooks/v1/publish",
                   [this](Request request) { return hooks.publish(std::move(request)); });
        router.add(Method::Post, "/hooks/v1/events",
                   [this](Request request) { return hooks.events(std::move(request)); });
        router.add(Method::Get, "/hooks/v1/commands",
                   [this](Request request) { return hooks.commands(std::move(request)); });
        router.add(Method::Get, "/hooks/v1/inputs",
                   [this](Request request) { return hooks.inputs(std::move(request)); });
    }

    ApiOptions options;
    const Clock& clock;
    Logger logger;
    Addresses addresses;
    PlaybackUrls urls;
    net::http::AddressLimit limit;
    net::http::AddressLimit searchLimit;
    SignedIn signedIn;
    AccountRoutes accounts;
    SecurityRoutes security;
    ChannelRoutes channels;
    OwnerAccess access;
    CommunityRoutes community;
    SettingsRoutes settings;
    TargetRoutes targets;
    InputRoutes inputs;
    RecordingRoutes recordings;
    AudienceRoutes audience;
    PictureRoutes pictures;
    HookRoutes hooks;
    SocketService sockets;
    net::http::Router router;
};

Api::Api(net::Executor executor, hub::Hub& hub, ApiOptions options, const Clock& clock, Logger logger)
    : state_(
          std::make_unique<State>(std::move(executor), hub, std::move(options), clock, std::move(logger))) {
    state_->addRoutes();
}

Api::~Api() = default;

net::http::Router& Api::router() { return state_->router; }

net::http::UploadRules Api::uploads() const {
    return
        [slates = state_->options.slates, emotes = state_->options.emotes,
         pictures = state_->options.pictures](const Request& head) -> std::optional<net::http::UploadRule> {
            const bool isUpload = head.method == Method::Put && head.path.starts_with("/api/v1/channels/") &&
                                  !head.header("Authorization").empty();
            if (isUpload && head.path.ends_with("/slate")) {
                return net::http::UploadRule{kLargestSlate, slates};
            }
            if (isUpload && head.path.ends_with("/avatar")) {
                return net::http::UploadRule{hub::PictureService::kLargestAvatar, pictures};
            }
            if (isUpload && head.path.ends_with("/banner")) {
                return net::http::UploadRule{hub::PictureService::kLargestBanner, pictures};
            }
            if (isUpload && head.path.find("/emotes/") != std::string::npos) {
                return net::http::UploadRule{hub::EmoteService::kLargest, emotes};
            }
            return std::nullopt;
        };
}

net::Task<> Api::close() { co_await state_->sockets.close(); }

std::shared_ptr<net::http::Upgrader> Api::upgrader() {
    net::websocket::AcceptorOptions options;
    options.path = kSocketPath;
    options.handler = [state = state_.get()](const std::shared_ptr<net::websocket::Session>& session,
                                             const Request& request) {
        return state->sockets.open(session, request);
    };
    return net::websocket::acceptor(std::move(options), state_->logger.child("socket"));
}

}  // namespace footlight::relay::api
