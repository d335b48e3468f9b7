#include "core/relay/api/data_routes.h"

#include "core/relay/api/answers.h"
#include "core/relay/api/credentials.h"
#include "core/wire/security.h"

namespace footlight::relay::api {

using net::http::Method;
using net::http::Request;
using net::http::Response;

DataRoutes::DataRoutes(hub::AccountData& data, hub::DataExport& exports, hub::AccountService& accounts,
                       hub::ChannelService& channels, hub::Rooms& rooms, Logger logger)
    : data_(data),
      exports_(exports),
      accounts_(accounts),
      channels_(channels),
      rooms_(rooms),
      logger_(std::move(logger)) {}

void DataRoutes::addTo(const AddRoute& add, const SignedIn& signedIn) {
    add(Method::Get, "/me/data", signedIn.handledBy(*this, &DataRoutes::tell));
    add(Method::Post, "/me/delete", signedIn.handledBy(*this, &DataRoutes::erase));
}

net::Task<Response> DataRoutes::tell(accounts::Account account, Request) {
    auto all = co_await exports_.make(account);
    if (!all) {
        co_return refusal(all.error(), logger_);
    }
    auto response =
        jsonResponse(200, "").with("Content-Disposition", "attachment; filename=\"footlight.json\"");
    response.body.clear();
    response.body.push_back(std::move(*all));
    co_return response;
}

net::Task<Response> DataRoutes::erase(accounts::Account account, Request request) {
    const auto asked = wire::parse<wire::AccountDeletion>(request.body);
    if (!asked) {
        co_return refusal(asked.error());
    }
    const auto proved = co_await accounts_.confirmBoth(account, asked->password.value_or(Secret()),
                                                       asked->code.value_or(""), request.peerAddress);
    if (!proved) {
        co_return refusal(proved.error(), logger_);
    }
    const auto channel = co_await channels_.find(account.name);
    if (channel && mayManage(account, channel->channel) && channel->startedAt) {
        const Error onAir(ErrorCategory::Conflict, "account.on_air",
                          "Your channel is on air; end the broadcast first.");
        co_return refusal(onAir, logger_);
    }
    const auto done = co_await data_.erase(account);
    if (!done) {
        co_return refusal(done.error(), logger_);
    }
    rooms_.erase(account, *done);
    Secret none;
    const auto ended = co_await accounts_.endOtherSessions(account, std::move(none));
    co_await data_.eraseLines();
    co_return ended ? net::http::emptyResponse(204) : refusal(ended.error(), logger_);
}

}  // namespace footlight::relay::api
