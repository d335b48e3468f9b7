#include "core/relay/hub/webhook_service.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "core/accounts/signature.h"
#include "core/net/stream/tls.h"
#include "core/relay/hub/stream_url.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

constexpr unsigned kSecretBits = 256;
constexpr std::uint16_t kHttp = 80;
constexpr std::uint16_t kHttps = 443;
constexpr std::chrono::seconds kTimeout{15};
constexpr std::size_t kAnswer = 64 * 1024;
/// How long a webhook may take nothing until it is sent nothing.
constexpr std::chrono::hours kPatience{24};

std::optional<StreamUrl> parseUrl(const std::string& text) {
    auto url = StreamUrl::parse(text);
    const bool isGood = url && (url->scheme == "https" || url->scheme == "http") && !url->host.empty() &&
                        url->rest.find('#') == std::string::npos;
    if (!isGood) {
        return std::nullopt;
    }
    if (url->port == 0) {
        url->port = url->scheme == "https" ? kHttps : kHttp;
    }
    return url;
}

std::optional<std::chrono::milliseconds> retryAfter(const net::http::ClientResponse& response) {
    const auto text = response.header("Retry-After");
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    constexpr std::int64_t kDay = 86'400;
    const bool isGood = error == std::errc() && end == text.data() + text.size() && seconds >= 0;
    return isGood ? std::optional<std::chrono::milliseconds>(std::chrono::seconds(std::min(seconds, kDay)))
                  : std::nullopt;
}

jobs::Attempt judge(const net::http::ClientResponse& response) {
    constexpr unsigned kGone = 410;
    if (response.status >= 200 && response.status < 300) {
        return {};
    }
    const auto told = "the receiver answered " + std::to_string(response.status);
    if (response.status >= 300 && response.status < 400) {
        return {jobs::Outcome::Refused, told + "; redirects are not followed", std::nullopt};
    }
    return {response.status == kGone ? jobs::Outcome::Refused : jobs::Outcome::Failed, told,
            retryAfter(response)};
}

jobs::Attempt judge(const Error& error) {
    // An address that may not be asked today is none tomorrow; a certificate may be repaired.
    const bool isForGood = error.code() == "http.private_address";
    return {isForGood ? jobs::Outcome::Refused : jobs::Outcome::Failed, error.text(), std::nullopt};
}

}  // namespace

WebhookService::WebhookService(net::Executor executor, Stores stores, net::WorkPool& database,
                               const accounts::SecretBox& box, const CommunityOptions& options, Tell tell,
                               const Clock& clock, const Logger& logger)
    : stores_(stores),
      database_(database),
      box_(box),
      tell_(std::move(tell)),
      clock_(clock),
      stayPublic_(options.webhooksStayPublic),
      tls_(net::TlsClient::create(options.authorities)),
      logger_(logger),
      client_(executor, logger) {}

WebhookService::~WebhookService() = default;

net::Task<Result<std::vector<wire::Webhook>>> WebhookService::list(accounts::Account account) {
    auto read = [this, id = account.id] { return stores_.community.webhooks.ofUser(id); };
    const auto records = co_await database_.run(std::move(read));
    if (!records) {
        co_return fail(records.error());
    }
    std::vector<wire::Webhook> webhooks;
    for (const auto& record : *records) {
        auto& webhook =
            webhooks.emplace_back(wire::Webhook{record.id, record.url, record.channel.has_value()});
        if (record.isSuspended) {
            webhook.suspended = true;
        }
    }
    co_return webhooks;
}

Result<wire::MadeWebhook> WebhookService::addNow(const accounts::Account& account,
                                                 const wire::NewWebhook& asked) {
    auto& webhooks = stores_.community.webhooks;
    const auto present = webhooks.ofUser(account.id);
    if (!present) {
        return fail(present.error());
    }
    if (present->size() >= kOfOnePerson) {
        return fail(ErrorCategory::Conflict, "webhook.too_many",
                    "You may have ten webhooks; remove one first.");
    }
    WebhookRecord record{WebhookId::make(clock_.utcNow()), account.id, std::nullopt, asked.url, ""};
    if (asked.ofChannel) {
        const auto channel = stores_.channels.find(account.name);
        if (!channel) {
            return fail(channel.error());
        }
        if (!*channel || !mayManage(account, **channel)) {
            return fail(ErrorCategory::NotFound, "channel.unknown", "You have no channel.");
        }
        record.channel = (*channel)->id;
    }
    auto secret = Secret::random(kSecretBits);
    record.sealedSecret = box_.seal(secret);
    if (auto added = webhooks.add(record); !added) {
        return fail(std::move(added.error()));
    }
    return wire::MadeWebhook{{record.id, record.url, asked.ofChannel}, std::move(secret)};
}

net::Task<Result<wire::MadeWebhook>> WebhookService::add(accounts::Account account, wire::NewWebhook asked) {
    if (!parseUrl(asked.url)) {
        co_return fail(ErrorCategory::Invalid, "webhook.url",
                       "A webhook's address looks like https://example.org/path.");
    }
    auto work = [this, account, asked] { return addNow(account, asked); };
    co_return co_await database_.run(std::move(work));
}

net::Task<Result<>> WebhookService::remove(accounts::Account account, WebhookId id) {
    auto work = [this, user = account.id, id] { return stores_.community.webhooks.remove(user, id); };
    co_return co_await database_.run(std::move(work));
}

Result<net::http::ClientRequest> WebhookService::requestFor(const WebhookRecord& webhook,
                                                            const jobs::Job& job) const {
    const auto url = parseUrl(webhook.url);
    const auto secret = box_.open(webhook.sealedSecret);
    if (!url || !secret) {
        return secret ? fail(ErrorCategory::Corrupt, "webhook.url", "the address is damaged")
                      : fail(secret.error());
    }
    if (url->scheme == "https" && !tls_) {
        return fail(tls_.error());
    }
    const auto time = std::to_string(toMilliseconds(clock_.utcNow()) / 1'000);
    net::http::ClientRequest request;
    request.method = net::http::Method::Post;
    request.host = url->host;
    request.port = url->port;
    request.target = url->rest.empty() || url->rest.front() != '/' ? "/" + url->rest : url->rest;
    request.headers = {{"Content-Type", "application/json"},
                       {"User-Agent", "Footlight"},
                       {"Idempotency-Key", job.id.text()},
                       {"Footlight-Attempt", std::to_string(job.attempt)},
                       {"Footlight-Signature",
                        "t=" + time + ",v1=" + accounts::signatureOf(*secret, time + "." + job.payload)}};
    request.body = job.payload;
    request.timeout = kTimeout;
    request.bodyLimit = kAnswer;
    request.reach = stayPublic_ ? net::http::Reach::PublicOnly : net::http::Reach::Anywhere;
    if (url->scheme == "https") {
        request.tls = *tls_;
    }
    return request;
}

net::Task<jobs::Attempt> WebhookService::deliver(jobs::Job job) {
    const auto id = WebhookId::parse(job.subject);
    if (!id) {
        jobs::Attempt refused{jobs::Outcome::Refused, "the job is damaged", std::nullopt};
        co_return refused;
    }
    auto look = [this, hook = *id] { return stores_.community.webhooks.find(hook); };
    const auto found = co_await database_.run(std::move(look));
    if (!found) {
        co_return judge(found.error());
    }
    if (!*found || (*found)->isSuspended) {
        co_return jobs::Attempt();  // removed meanwhile: there is nobody to tell
    }
    auto request = requestFor(**found, job);
    if (!request) {
        co_return judge(request.error());
    }
    const auto response = co_await client_.send(std::move(*request));
    auto attempt = response ? judge(*response) : judge(response.error());
    const bool wasTaken = attempt.outcome == jobs::Outcome::Done;
    const auto failedSince = wasTaken ? std::nullopt : std::optional(job.madeAt);
    co_await note(**found, failedSince);
    co_return attempt;
}

net::Task<> WebhookService::note(WebhookRecord webhook, std::optional<UtcTime> failedSince) {
    auto work = [this, id = webhook.id, failedSince, now = clock_.utcNow()]() -> Result<bool> {
        auto& webhooks = stores_.community.webhooks;
        if (failedSince) {
            // One delivery has to have been tried for so long: one that died last week, and the first try of
            // another today, are no evidence.
            const bool isEvidence = now - *failedSince >= kPatience;
            return webhooks.failed(id, now, isEvidence ? std::optional(now - kPatience) : std::nullopt);
        }
        const auto noted = webhooks.delivered(id);
        return noted ? Result<bool>(false) : fail(noted.error());
    };
    const auto isSuspended = co_await database_.run(std::move(work));
    if (!isSuspended || !*isSuspended) {
        co_return;
    }
    logger_.info("webhook {} has taken nothing for a day and is suspended", webhook.id.text());
    wire::Notification news;
    news.kind = wire::NotificationKind::WebhookSuspended;
    news.text = webhook.url;
    news.at = clock_.utcNow();
    tell_(webhook.user, std::move(news), "suspended:" + webhook.id.text());
}

}  // namespace footlight::relay::hub
