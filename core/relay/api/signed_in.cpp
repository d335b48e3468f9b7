#include "core/relay/api/signed_in.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"

namespace footlight::relay::api {

using net::http::Request;
using net::http::Response;

net::http::Handler SignedIn::guard(Handle handle, bool isForOwner) const {
    return [self = *this, handle = std::move(handle), isForOwner](Request request) {
        return serve(self, handle, isForOwner, std::move(request));
    };
}

net::Task<Response> SignedIn::serve(SignedIn self, Handle handle, bool isForOwner, Request request) {
    auto account = co_await requireAccount(self.accounts_, bearerToken(request));
    if (!account) {
        co_return refusal(account.error(), self.logger_);
    }
    if (isForOwner) {
        const auto isOwner = co_await self.accounts_.requireOwner(*account);
        if (!isOwner) {
            co_return refusal(isOwner.error(), self.logger_);
        }
    }
    co_return co_await handle(std::move(*account), std::move(request));
}

}  // namespace footlight::relay::api
