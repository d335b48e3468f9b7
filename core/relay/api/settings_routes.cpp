#include "core/relay/api/settings_routes.h"

#include "core/relay/api/answers.h"

namespace footlight::relay::api {
namespace {

using net::http::Request;
using net::http::Response;

constexpr std::int64_t kLongestLink = 8'760;  // hours

wire::ChannelSettings toWire(const ChannelSettings& settings) {
    const auto grace = std::chrono::duration_cast<std::chrono::seconds>(settings.grace);
    return {grace.count(),       settings.isRecorded,     settings.retentionDays,
            settings.visibility, settings.allowsRtmpPlay, !settings.slate.empty()};
}

}  // namespace

SettingsRoutes::SettingsRoutes(const OwnerAccess& access, hub::SettingsService& settings,
                               hub::BroadcastControl& control, const Addresses& addresses,
                               const PlaybackUrls& urls, Logger logger)
    : access_(access),
      settings_(settings),
      control_(control),
      addresses_(addresses),
      urls_(urls),
      logger_(std::move(logger)) {}

net::Task<Response> SettingsRoutes::show(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto settings = co_await settings_.find(*channel);
    co_return settings ? answer(200, toWire(*settings)) : refusal(settings.error(), logger_);
}

net::Task<Response> SettingsRoutes::change(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto patch = wire::parse<wire::ChannelSettingsPatch>(request.body);
    if (!patch) {
        co_return refusal(patch.error());
    }
    const auto settings = co_await settings_.change(*channel, *patch);
    co_return settings ? answer(200, toWire(*settings)) : refusal(settings.error(), logger_);
}

net::Task<Response> SettingsRoutes::slate(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    auto slate = co_await settings_.slate(*channel);
    if (!slate) {
        co_return refusal(slate.error(), logger_);
    }
    Response response;
    response.body.push_back(std::move(slate->bytes));
    response.with("Content-Type", slate->type)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "sandbox");
    co_return response;
}

net::Task<Response> SettingsRoutes::setSlate(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    if (!request.bodyFile || request.bodyFileSize == 0) {
        co_return invalidRequest("", "Send the picture or clip as the request's body.");
    }
    const auto done = co_await settings_.setSlate(*channel, request.bodyFile);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SettingsRoutes::removeSlate(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto done = co_await settings_.removeSlate(*channel);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SettingsRoutes::ingest(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    co_return channel ? answer(200, addresses_.ingest(addresses_.hostFor(request)))
                      : refusal(channel.error(), logger_);
}

net::Task<Response> SettingsRoutes::switchInput(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto choice = wire::parse<wire::InputChoice>(request.body);
    if (!choice) {
        co_return refusal(choice.error());
    }
    const auto done = co_await control_.switchInput(*channel, choice->slot);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SettingsRoutes::end(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto done = co_await control_.end(*channel);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> SettingsRoutes::makeLink(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto asked = wire::parse<wire::LinkRequest>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    if (asked->hours < 1 || asked->hours > kLongestLink) {
        co_return invalidRequest("hours", "`hours` must be a whole number from 1 to 8,760");
    }
    co_return answer(201,
                     urls_.link(addresses_.hostFor(request), *channel, std::chrono::hours(asked->hours)));
}

}  // namespace footlight::relay::api
