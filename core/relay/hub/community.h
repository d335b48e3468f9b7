#pragma once

#include <memory>

#include "core/accounts/secret_box.h"
#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/community_options.h"
#include "core/relay/hub/reading.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/stores.h"

namespace footlight::relay::hub {

class AccountData;
class DataExport;
class FollowService;
class FriendService;
class Inbox;
class MailDesk;
class Online;
class PageService;
class ScheduleService;
class WebhookService;

/// What people are to channels and to one another, and everything that they are told beside the rooms. Owned
/// by the Hub; lives on its loop.
class Community {
public:
    Community(net::Executor executor, Stores stores, net::WorkPool& database, Reading reading,
              const accounts::SecretBox& box, const CommunityOptions& options, const Clock& clock,
              const Logger& logger);
    ~Community();
    Community(const Community&) = delete;
    Community& operator=(const Community&) = delete;

    void start();
    /// Jobs that are under way are done by the next start, under the same ids.
    [[nodiscard]] net::Task<> close();

    /// Hears of what people may want to be told.
    [[nodiscard]] AudienceEvents& events();
    [[nodiscard]] AccountData& data();
    [[nodiscard]] DataExport& exports();
    [[nodiscard]] FollowService& follows();
    [[nodiscard]] FriendService& friends();
    [[nodiscard]] Inbox& inbox();
    [[nodiscard]] MailDesk& mail();
    [[nodiscard]] Online& online();
    [[nodiscard]] PageService& pages();
    [[nodiscard]] ScheduleService& schedule();
    [[nodiscard]] WebhookService& webhooks();
    /// When a job is due at once.
    void wakeJobs();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace footlight::relay::hub
