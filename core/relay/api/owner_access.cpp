#include "core/relay/api/owner_access.h"

namespace footlight::relay::api {

net::Task<Result<accounts::Channel>> OwnerAccess::channel(Secret token, std::string name) const {
    auto account = co_await requireAccount(accounts_, std::move(token));
    if (!account) {
        co_return fail(std::move(account.error()));
    }
    co_return co_await channels_.findOwn(std::move(*account), std::move(name));
}

net::Task<Result<RecordingRecord>> OwnerAccess::recording(Secret token, std::string id) const {
    auto account = co_await requireAccount(accounts_, std::move(token));
    if (!account) {
        co_return fail(std::move(account.error()));
    }
    const auto known = BroadcastId::parse(id);
    if (!known) {
        co_return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such recording of yours.");
    }
    co_return co_await recordings_.findOwn(std::move(*account), *known);
}

net::Task<Result<RecordingRecord>> OwnerAccess::playable(net::http::Request request) const {
    const auto unknown = [] {
        return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such recording.");
    };
    const auto known = BroadcastId::parse(request.parameter("id"));
    if (!known) {
        co_return unknown();
    }
    auto found = co_await recordings_.find(*known);
    if (!found) {
        co_return found;
    }
    const auto asker = co_await askerOf(accounts_, bearerToken(request));
    const bool isOwn = asker && mayManage(*asker, found->channel);
    const auto access = request.queryParameter("access").value_or("");
    if (found->channel.visibility == accounts::Visibility::Protected && !isOwn &&
        !urls_.opens(access, found->channel, *known)) {
        co_return unknown();
    }
    co_return found;
}

net::Task<Result<OwnerAccess::Shown>> OwnerAccess::shown(net::http::Request request) const {
    auto view = co_await channels_.find(std::string(request.parameter("name")));
    if (!view) {
        co_return fail(std::move(view.error()));
    }
    const auto asker = co_await askerOf(accounts_, bearerToken(request));
    Shown shown{std::move(view->channel), false};
    shown.isOwn = asker && mayManage(*asker, shown.channel);
    const auto access = request.queryParameter("access").value_or("");
    if (shown.channel.visibility == accounts::Visibility::Protected && !shown.isOwn &&
        !urls_.opens(access, shown.channel, std::nullopt)) {
        co_return fail(ErrorCategory::Denied, "channel.protected",
                       "What is kept of this channel is for those who have a link to it.");
    }
    co_return shown;
}

net::Task<Result<accounts::Channel>> OwnerAccess::readable(net::http::Request request) const {
    auto view = co_await channels_.find(std::string(request.parameter("name")));
    if (!view) {
        co_return fail(std::move(view.error()));
    }
    auto asker = co_await askerOf(accounts_, bearerToken(request));
    auto may = co_await rooms_.mayRead(view->channel, std::move(asker),
                                       std::string(request.queryParameter("playback").value_or("")));
    if (!may) {
        co_return fail(std::move(may.error()));
    }
    co_return std::move(view->channel);
}

}  // namespace footlight::relay::api
