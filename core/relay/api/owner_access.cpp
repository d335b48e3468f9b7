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

net::Task<Result<RecordingRecord>> OwnerAccess::playable(Secret token, std::string id) const {
    const auto known = BroadcastId::parse(id);
    if (!known) {
        co_return fail(ErrorCategory::NotFound, "recording.unknown", "There is no such recording.");
    }
    auto asker = co_await askerOf(accounts_, std::move(token));
    co_return co_await recordings_.findPlayable(std::move(asker), *known);
}

}  // namespace footlight::relay::api
