#include "core/relay/api/audience_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/page_limit.h"
#include "core/relay/hub/chat_wire.h"
#include "core/wire/audience.h"
#include "core/wire/chat.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

namespace {

constexpr std::size_t kLongestSearch = 200;
/// The parameter that opens a protected channel's room.
constexpr auto kKey = "playback";

}  // namespace

AudienceRoutes::AudienceRoutes(const OwnerAccess& access, hub::ChannelService& channels,
                               const hub::Rooms& rooms, hub::EmoteService& emotes, Logger logger)
    : access_(access), channels_(channels), rooms_(rooms), emotes_(emotes), logger_(std::move(logger)) {}

net::Task<Response> AudienceRoutes::viewers(Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    const auto channel = co_await access_.readable(request);
    if (!channel) {
        co_return refusal(channel.error(), logger_, kKey);
    }
    const std::string after(request.queryParameter("page").value_or(""));
    co_return answer(200, rooms_.attendees(channel->id, after, *limit));
}

net::Task<Response> AudienceRoutes::messages(Request request) {
    const auto limit = limitOf(request);
    if (!limit) {
        co_return badLimit();
    }
    MessageSearch search;
    search.limit = *limit;
    if (const auto text = request.queryParameter("before")) {
        search.before = MessageId::parse(*text);
        if (!search.before) {
            co_return invalidRequest("before", "`before` must be the id of a message");
        }
    }
    search.text = request.queryParameter("q").value_or("");
    if (search.text.size() > kLongestSearch) {
        co_return invalidRequest("q", "`q` must be a string of at most 200 bytes");
    }
    const std::string from(request.queryParameter("from").value_or(""));
    const auto channel = co_await access_.readable(request);
    if (!channel) {
        co_return refusal(channel.error(), logger_, kKey);
    }
    const auto found = co_await channels_.messages(*channel, std::move(search), from);
    if (!found) {
        co_return refusal(found.error(), logger_);
    }
    wire::MessagePage page;
    for (const auto& message : *found) {
        page.items.push_back(hub::toWire(message, channel->name));
    }
    if (page.items.size() == *limit) {
        page.next = page.items.front().id.text();
    }
    co_return answer(200, page);
}

net::Task<Response> AudienceRoutes::emotes(Request request) {
    const auto view = co_await channels_.find(std::string(request.parameter("name")));
    if (!view) {
        co_return refusal(view.error(), logger_);
    }
    const auto emotes = co_await emotes_.list(view->channel.id);
    if (!emotes) {
        co_return refusal(emotes.error(), logger_);
    }
    const wire::EmoteList list{hub::emotesToWire(*emotes)};
    co_return answer(200, list);
}

net::Task<Response> AudienceRoutes::putEmote(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    if (!request.bodyFile || request.bodyFileSize == 0) {
        co_return invalidRequest("", "Send the picture as the request's body.");
    }
    const auto emotes = co_await emotes_.put(*channel, std::string(request.parameter("emote")),
                                             request.bodyFile, request.bodyFileSize);
    if (!emotes) {
        co_return refusal(emotes.error(), logger_);
    }
    const wire::EmoteList list{hub::emotesToWire(*emotes)};
    co_return answer(200, list);
}

net::Task<Response> AudienceRoutes::removeEmote(Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto done = co_await emotes_.remove(*channel, std::string(request.parameter("emote")));
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> AudienceRoutes::emote(Request request) {
    auto file = co_await emotes_.open(std::string(request.parameter("hash")));
    if (!file) {
        co_return refusal(file.error(), logger_);
    }
    Response response;
    response.body.push_back(std::move(file->bytes));
    response.with("Content-Type", file->type)
        .with("Cache-Control", "public, max-age=31536000, immutable")
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "sandbox");
    co_return response;
}

}  // namespace footlight::relay::api
