#pragma once

#include <optional>

#include "core/accounts/account.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/async/task.h"
#include "core/net/http/message.h"
#include "core/relay/hub/account_service.h"

namespace footlight::relay::api {

/// What stands behind `Authorization: Bearer`; empty where nothing does.
Secret bearerToken(const net::http::Request& request);

/// Where somebody signs in: by the name that they gave, else by the User-Agent; at most 80 bytes of it.
hub::Device deviceOf(const net::http::Request& request, const std::optional<std::string>& name);

/// Who sent the request. Denied (account.sign_in_needed) without a token that is worth something.
net::Task<Result<accounts::Account>> requireAccount(hub::AccountService& accounts, Secret token);

/// Who sent the request; nobody without a token that is worth something.
net::Task<std::optional<accounts::Account>> askerOf(hub::AccountService& accounts, Secret token);

}  // namespace footlight::relay::api
