#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/logger.h"
#include "core/net/async/task.h"
#include "core/net/async/work_pool.h"
#include "core/relay/hub/online.h"
#include "core/relay/hub/signal.h"
#include "core/relay/jobs/job_runner.h"
#include "core/relay/ports/audience_events.h"
#include "core/relay/ports/notification_store.h"
#include "core/relay/ports/stores.h"
#include "core/wire/notification.h"

namespace footlight::relay::hub {

/// Turns what happens into what people are told: into their inboxes, to their connections, and, as jobs, into
/// mails and webhooks. Holds about 10,000 pieces of news that are not on disk yet. Lines that speak to
/// somebody are on disk themselves: those beyond are read from there once there is room. Lives on the hub's
/// loop.
class NewsDesk final : public AudienceEvents {
public:
    static constexpr std::size_t kHeard = 10'000;

    /// `wakeJobs` is called when jobs were added.
    NewsDesk(Stores stores, net::WorkPool& database, Online& online, std::function<void()> wakeJobs,
             const Clock& clock, Logger logger);

    [[nodiscard]] bool isBehind() const override { return heard_.size() >= kHeard; }
    void channelWentLive(const ChannelBroadcast& broadcast) override;
    void newRecording(const ChannelBroadcast& recording) override;
    void mentioned(const SpokenLine& line, const std::vector<std::string>& names) override;
    void replied(const SpokenLine& line, UserId to) override;
    void followed(const accounts::Account& follower, const accounts::Channel& channel, UtcTime at) override;

    /// One person; `key` tells the same news by which nobody is told twice.
    void tell(UserId to, wire::Notification news, std::string key);
    /// Everybody who follows the channel, and its webhooks, at `due`.
    void announce(const accounts::Channel& channel, wire::Notification news, std::string key, UtcTime due);

    /// Stores what was heard, until it is cancelled.
    [[nodiscard]] net::Task<> run();
    /// Stores what is left of it, behind the end of run().
    [[nodiscard]] net::Task<> drain();
    /// The work of a job of the kind "announce". A channel that is protected by then is not told of.
    [[nodiscard]] net::Task<jobs::Attempt> announceNow(jobs::Job job);

private:
    struct Heard {
        wire::Notification news;
        std::string key;
        std::optional<UserId> to{};            ///< one person
        std::vector<std::string> names{};      ///< or these
        std::optional<ChannelId> followers{};  ///< or those who follow it, at `due`
        UtcTime due{};
    };
    struct Told {
        UserId to;
        wire::Notification news;
    };
    struct Page {
        std::vector<Told> told;
        std::optional<UserId> last;
    };

    void hear(Heard heard);
    /// False where the disk does not take them.
    [[nodiscard]] net::Task<bool> storeSome();
    /// Lines that there was no room for. False where the disk does not give them.
    [[nodiscard]] net::Task<bool> readAgain(MessageId behind);
    void noteUnheard(MessageId behind);
    Result<bool> mayBeTold(ChannelId channel);
    Result<std::vector<Told>> store(const std::vector<Heard>& batch);
    Result<std::vector<Told>> deliver(const std::vector<UserId>& to, const wire::Notification& news,
                                      const std::string& key);
    Result<Page> announcePage(ChannelId channel, std::optional<UserId> after, const wire::Notification& news,
                              const std::string& key);
    Result<> addChannelWebhooks(ChannelId channel, const wire::Notification& news, const std::string& key);
    void show(const std::vector<Told>& told);

    Stores stores_;
    net::WorkPool& database_;
    Online& online_;
    std::function<void()> wakeJobs_;
    const Clock& clock_;
    Logger logger_;
    std::deque<Heard> heard_;
    std::optional<MessageId> unheardBehind_;  ///< there was no room for lines behind this one
    Signal news_;
};

}  // namespace footlight::relay::hub
