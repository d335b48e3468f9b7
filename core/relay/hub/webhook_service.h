#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/accounts/account.h"
#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/base/result.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/net/http/client.h"
#include "core/relay/hub/community_options.h"
#include "core/relay/jobs/job_runner.h"
#include "core/relay/ports/stores.h"
#include "core/relay/ports/webhook_store.h"
#include "core/wire/notification.h"

namespace footlight::relay::hub {

/// Notifications by HTTP to addresses that people choose: each signed, none to this machine or its networks
/// unless the operator allows, redirects not followed. One that takes nothing for a day is suspended: its
/// owner is told, and makes it anew. Lives on the hub's loop.
class WebhookService {
public:
    static constexpr std::size_t kOfOnePerson = 10;

    /// `tell` is called when a webhook was suspended: with its owner, the news, and a key for it.
    using Tell = std::function<void(UserId, wire::Notification, std::string)>;
    WebhookService(net::Executor executor, Stores stores, net::WorkPool& database,
                   const accounts::SecretBox& box, const CommunityOptions& options, Tell tell,
                   const Clock& clock, const Logger& logger);
    ~WebhookService();

    [[nodiscard]] net::Task<Result<std::vector<wire::Webhook>>> list(accounts::Account account);
    /// Of the person, or of their own channel. Invalid (webhook.url), Conflict (webhook.too_many).
    [[nodiscard]] net::Task<Result<wire::MadeWebhook>> add(accounts::Account account, wire::NewWebhook asked);
    /// NotFound.
    [[nodiscard]] net::Task<Result<>> remove(accounts::Account account, WebhookId id);

    /// The work of a job of the kind "webhook": its subject is the webhook's id, its payload the body. By the
    /// job's id, in `Idempotency-Key`, the receiver knows a delivery that comes a second time.
    [[nodiscard]] net::Task<jobs::Attempt> deliver(jobs::Job job);

private:
    Result<wire::MadeWebhook> addNow(const accounts::Account& account, const wire::NewWebhook& asked);
    /// That it took a delivery; or that it did not take one that was made at `failedSince`.
    [[nodiscard]] net::Task<> note(WebhookRecord webhook, std::optional<UtcTime> failedSince);
    [[nodiscard]] Result<net::http::ClientRequest> requestFor(const WebhookRecord& webhook,
                                                              const jobs::Job& job) const;

    Stores stores_;
    net::WorkPool& database_;
    const accounts::SecretBox& box_;
    Tell tell_;
    const Clock& clock_;
    bool stayPublic_;
    Result<std::shared_ptr<net::TlsClient>> tls_;
    Logger logger_;
    net::http::Client client_;
};

}  // namespace footlight::relay::hub
