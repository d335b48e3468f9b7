#include "core/relay/hub/community.h"

#include "core/net/async/deadline.h"
#include "core/net/async/task_group.h"
#include "core/relay/hub/account_data.h"
#include "core/relay/hub/data_export.h"
#include "core/relay/hub/follow_service.h"
#include "core/relay/hub/friend_service.h"
#include "core/relay/hub/inbox.h"
#include "core/relay/hub/mail_desk.h"
#include "core/relay/hub/news_desk.h"
#include "core/relay/hub/online.h"
#include "core/relay/hub/page_service.h"
#include "core/relay/hub/schedule_service.h"
#include "core/relay/hub/webhook_service.h"
#include "core/relay/jobs/job_runner.h"
#include "core/relay/ports/community_stores.h"

namespace footlight::relay::hub {
namespace {

constexpr std::chrono::hours kForgetEvery{1};

jobs::RunnerOptions runnerOptions(const CommunityOptions& options) {
    return {options.retry, options.jobsAtATime, options.lease, options.keepKeys};
}

}  // namespace

struct Community::State {
    State(net::Executor executor, Stores stores, net::WorkPool& database, Reading reading,
          const accounts::SecretBox& box, const CommunityOptions& options, const Clock& clock,
          const Logger& logger)
        : runner(executor, stores.community.jobs, database, runnerOptions(options), clock,
                 logger.child("jobs")),
          audience(
              stores, database, online, [this] { runner.wake(); }, clock, logger.child("audience")),
          mail(
              executor, stores, database, box, options, [this] { runner.wake(); }, clock,
              logger.child("mail")),
          webhooks(
              executor, stores, database, box, options,
              [this](UserId owner, wire::Notification news, std::string key) {
                  audience.tell(owner, std::move(news), std::move(key));
              },
              clock, logger.child("webhooks")),
          inbox(stores, database, clock),
          data(stores, database),
          exports(reading, options, clock),
          follows(stores, database, audience, clock),
          friends(stores, database, online, audience, clock),
          pages(stores, database, reading),
          schedule(stores, database, audience, options.soon, clock),
          tasks(executor, logger) {
        runner.handle("announce", [this](jobs::Job job) { return audience.announceNow(std::move(job)); });
        runner.handle("mail", [this](jobs::Job job) { return mail.sendNews(std::move(job)); });
        runner.handle("mail.code", [this](jobs::Job job) { return mail.sendCode(std::move(job)); });
        runner.handle("mail.former", [this](jobs::Job job) { return mail.sendFarewell(std::move(job)); });
        runner.handle(
            "webhook", [this](jobs::Job job) { return webhooks.deliver(std::move(job)); },
            jobs::PerOwner::One);
    }

    net::Task<> forgetOld() {
        for (;;) {
            co_await inbox.forgetOld();
            co_await friends.forgetUnanswered();
            co_await net::pause(kForgetEvery);
        }
    }

    Online online;
    jobs::JobRunner runner;
    NewsDesk audience;
    MailDesk mail;
    WebhookService webhooks;
    Inbox inbox;
    AccountData data;
    DataExport exports;
    FollowService follows;
    FriendService friends;
    PageService pages;
    ScheduleService schedule;
    net::TaskGroup tasks;
};

Community::Community(net::Executor executor, Stores stores, net::WorkPool& database, Reading reading,
                     const accounts::SecretBox& box, const CommunityOptions& options, const Clock& clock,
                     const Logger& logger)
    : state_(std::make_unique<State>(std::move(executor), stores, database, reading, box, options, clock,
                                     logger)) {}

Community::~Community() = default;

void Community::start() {
    state_->tasks.spawn("audience", state_->audience.run());
    state_->tasks.spawn("what begins soon", state_->schedule.announceAgain());
    state_->tasks.spawn("jobs", state_->runner.run());
    state_->tasks.spawn("what deleted people said", state_->data.eraseRest());
    state_->tasks.spawn("old notifications", state_->forgetOld());
}

net::Task<> Community::close() {
    state_->mail.stop();
    co_await state_->tasks.close();
    co_await state_->audience.drain();
    co_await state_->runner.close();
    co_await state_->mail.close();
}

AudienceEvents& Community::events() { return state_->audience; }
AccountData& Community::data() { return state_->data; }
DataExport& Community::exports() { return state_->exports; }
FollowService& Community::follows() { return state_->follows; }
FriendService& Community::friends() { return state_->friends; }
Inbox& Community::inbox() { return state_->inbox; }
MailDesk& Community::mail() { return state_->mail; }
Online& Community::online() { return state_->online; }
PageService& Community::pages() { return state_->pages; }
ScheduleService& Community::schedule() { return state_->schedule; }
WebhookService& Community::webhooks() { return state_->webhooks; }
void Community::wakeJobs() { state_->runner.wake(); }

}  // namespace footlight::relay::hub
