#include "core/relay/api/picture_routes.h"

#include "core/relay/api/answers.h"
#include "core/wire/page.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

PictureRoutes::PictureRoutes(const OwnerAccess& access, hub::ChannelService& channels,
                             hub::PictureService& pictures, Logger logger)
    : access_(access), channels_(channels), pictures_(pictures), logger_(std::move(logger)) {}

net::http::Handler PictureRoutes::show(PictureKind kind) {
    return [this, kind](Request request) { return showOne(kind, std::move(request)); };
}

net::http::Handler PictureRoutes::put(PictureKind kind) {
    return [this, kind](Request request) { return putOne(kind, std::move(request)); };
}

net::http::Handler PictureRoutes::remove(PictureKind kind) {
    return [this, kind](Request request) { return removeOne(kind, std::move(request)); };
}

net::Task<Response> PictureRoutes::showOne(PictureKind kind, Request request) {
    const auto view = co_await channels_.find(std::string(request.parameter("name")));
    if (!view) {
        co_return refusal(view.error(), logger_);
    }
    const auto hashes = co_await pictures_.of(view->channel.id);
    if (!hashes) {
        co_return refusal(hashes.error(), logger_);
    }
    co_return co_await send(kind == PictureKind::Avatar ? hashes->avatar : hashes->banner, "no-cache");
}

net::Task<Response> PictureRoutes::putOne(PictureKind kind, Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    if (!request.bodyFile || request.bodyFileSize == 0) {
        co_return invalidRequest("", "Send the picture as the request's body.");
    }
    const auto hash = co_await pictures_.put(*channel, kind, request.bodyFile, request.bodyFileSize);
    if (!hash) {
        co_return refusal(hash.error(), logger_);
    }
    const wire::ChannelPicture picture{*hash};
    co_return answer(200, picture);
}

net::Task<Response> PictureRoutes::removeOne(PictureKind kind, Request request) {
    const auto channel =
        co_await access_.channel(bearerToken(request), std::string(request.parameter("name")));
    if (!channel) {
        co_return refusal(channel.error(), logger_);
    }
    const auto done = co_await pictures_.remove(*channel, kind);
    co_return done ? net::http::emptyResponse(204) : refusal(done.error(), logger_);
}

net::Task<Response> PictureRoutes::byHash(Request request) {
    return send(std::string(request.parameter("hash")), "public, max-age=31536000, immutable");
}

net::Task<Response> PictureRoutes::send(std::string hash, std::string caching) {
    auto file = co_await pictures_.open(std::move(hash));
    if (!file) {
        co_return refusal(file.error(), logger_);
    }
    Response response;
    response.body.push_back(std::move(file->bytes));
    response.with("Content-Type", file->type)
        .with("Cache-Control", caching)
        .with("X-Content-Type-Options", "nosniff")
        .with("Content-Security-Policy", "sandbox");
    co_return response;
}

}  // namespace footlight::relay::api
