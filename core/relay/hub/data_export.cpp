#include "core/relay/hub/data_export.h"

#include "core/net/http/body_file.h"
#include "core/relay/ports/account_data_store.h"
#include "core/relay/ports/address_store.h"
#include "core/relay/ports/channel_store.h"
#include "core/relay/ports/community_stores.h"
#include "core/relay/ports/follow_store.h"
#include "core/relay/ports/friend_store.h"
#include "core/relay/ports/input_store.h"
#include "core/relay/ports/notification_store.h"
#include "core/relay/ports/page_store.h"
#include "core/relay/ports/recording_store.h"
#include "core/relay/ports/room_store.h"
#include "core/relay/ports/schedule_store.h"
#include "core/relay/ports/second_step_store.h"
#include "core/relay/ports/session_store.h"
#include "core/relay/ports/target_store.h"
#include "core/relay/ports/webhook_store.h"
#include "core/wire/json.h"

namespace footlight::relay::hub {
namespace {

constexpr std::size_t kAtATime = 500;
/// Of what is read at once: far more than anybody has.
constexpr std::size_t kMost = 100'000;
/// Where the messages stand that are not read yet: no text holds it, whose quotation marks are escaped.
constexpr std::string_view kNoMessages = "\"messages\":[]";

tl::unexpected<Error> unreadable(const char* what) {
    return fail(ErrorCategory::Unavailable, "store.failed", std::string(what) + " cannot be read");
}

/// For as long as somebody's data is gathered, however that ends.
class Busy {
public:
    explicit Busy(bool& isBusy) : isBusy_(isBusy) { isBusy_ = true; }
    ~Busy() { isBusy_ = false; }
    Busy(const Busy&) = delete;
    Busy& operator=(const Busy&) = delete;

private:
    bool& isBusy_;
};

struct Lines {
    std::string json;  ///< behind what comes before; empty: that was all
    std::optional<MessageId> last;
};

Result<Lines> linesOf(AccountDataStore& store, UserId user, std::optional<MessageId> after) {
    const auto page = store.messages(user, after, kAtATime);
    if (!page) {
        return fail(page.error());
    }
    Lines lines;
    for (const auto& message : *page) {
        lines.json += after || !lines.json.empty() ? "," : "";
        lines.json += wire::toJson(wire::OwnLine{message.channel, message.text, message.at});
    }
    if (!page->empty()) {
        lines.last = page->back().id;
    }
    return lines;
}

}  // namespace

DataExport::DataExport(Reading reading, const CommunityOptions& options, const Clock& clock)
    : reading_(reading), folder_(options.exports), every_(options.exportEvery), clock_(clock) {}

net::Task<Result<Piece>> DataExport::make(accounts::Account account) {
    const auto now = clock_.steadyNow();
    std::erase_if(made_, [this, now](const auto& entry) { return now - entry.second >= every_; });
    if (made_.contains(account.id)) {
        co_return fail(ErrorCategory::Denied, "account.exported_lately",
                       "You have got your data within the hour; ask again later.");
    }
    if (isBusy_) {
        co_return fail(ErrorCategory::Unavailable, "relay.busy",
                       "The relay gathers another's data just now; try again in a moment.");
    }
    const Busy busy(isBusy_);
    auto written = co_await write(account);
    if (written) {
        made_[account.id] = now;
    }
    co_return written;
}

net::Task<Result<Piece>> DataExport::write(accounts::Account account) {
    auto file = net::http::BodyFile::create(folder_);
    if (!file) {
        co_return fail(std::move(file.error()));
    }
    auto first = [this, account]() -> Result<std::string> {
        return gather(account).map([](const auto& all) { return wire::toJson(all); });
    };
    const auto all = co_await reading_.pool.run(std::move(first));
    if (!all) {
        co_return fail(all.error());
    }
    const auto place = all->find(kNoMessages) + kNoMessages.size() - 1;
    auto text = all->substr(0, place);
    for (std::optional<MessageId> after; !text.empty();) {
        if (auto written = co_await file->append(reading_.pool, std::move(text)); !written) {
            co_return fail(std::move(written.error()));
        }
        // One page each: whoever searches or looks at the directory comes between two of them.
        auto read = [this, user = account.id, after] {
            return linesOf(reading_.stores.community.accountData, user, after);
        };
        auto lines = co_await reading_.pool.run(std::move(read));
        if (!lines) {
            co_return fail(std::move(lines.error()));
        }
        text = std::move(lines->json);
        after = lines->last;
    }
    auto rest = all->substr(place);
    if (auto written = co_await file->append(reading_.pool, std::move(rest)); !written) {
        co_return fail(std::move(written.error()));
    }
    co_return Piece::of(file->file(), 0, file->size());
}

Result<wire::AccountExport> DataExport::gather(const accounts::Account& account) {
    auto& stores = reading_.stores;
    wire::AccountExport all;
    all.user = {account.id, account.name};
    all.at = clock_.utcNow();
    const auto email = stores.community.addresses.addressOf(account.id);
    const auto sessions = stores.sessions.list(account.id, all.at);
    const auto follows = stores.follows.page(account.id, "", kMost);
    const auto friends = stores.community.friends.list(account.id);
    const auto step = stores.secondSteps.find(account.id);
    if (!email || !sessions || !follows || !friends || !step) {
        return unreadable("what is kept of an account");
    }
    all.email = *email;
    for (const auto& one : *sessions) {
        all.sessions.push_back({one.id, one.device, one.addressHash, one.createdAt, one.lastUsedAt,
                                one.expiresAt, false, one.isOwnApp ? std::optional(true) : std::nullopt});
    }
    for (const auto& one : *follows) {
        all.follows.push_back(one.channel.name);
    }
    for (const auto& one : *friends) {
        all.friends.push_back(one.account.name);
    }
    all.secondStep = *step && (*step)->isOn;
    if (auto gathered = gatherChannel(account, all); !gathered) {
        return fail(std::move(gathered.error()));
    }
    if (auto gathered = gatherNews(account, all); !gathered) {
        return fail(std::move(gathered.error()));
    }
    if (auto gathered = gatherAudience(account, all); !gathered) {
        return fail(std::move(gathered.error()));
    }
    return all;
}

Result<> DataExport::gatherChannel(const accounts::Account& account, wire::AccountExport& all) {
    const auto channel = reading_.stores.channels.find(account.name);
    if (!channel) {
        return fail(channel.error());
    }
    if (!*channel || !mayManage(account, **channel)) {
        return {};
    }
    const auto id = (*channel)->id;
    auto& pages = reading_.stores.community.pages;
    const auto page = pages.find(id);
    const auto avatar = pages.picture(id, PictureKind::Avatar);
    const auto banner = pages.picture(id, PictureKind::Banner);
    const auto emotes = reading_.stores.rooms.emotes(id);
    if (!page || !avatar || !banner || !emotes) {
        return unreadable("what a channel shows");
    }
    all.channelTitle = (*channel)->title;
    all.channelDescription = page->description;
    all.avatar = *avatar ? std::optional((*avatar)->hash) : std::nullopt;
    all.banner = *banner ? std::optional((*banner)->hash) : std::nullopt;
    for (const auto& emote : *emotes) {
        all.emotes.push_back(emote.name);
    }
    for (const auto& link : page->links) {
        all.links.push_back({link.name, link.url});
    }
    all.category = page->category;
    all.tags = page->tags;
    return gatherBroadcasts(id, all);
}

Result<> DataExport::gatherBroadcasts(ChannelId channel, wire::AccountExport& all) {
    auto& stores = reading_.stores;
    const auto schedule = stores.community.schedule.list(channel, all.at, kMost);
    const auto recordings = stores.recordings.page(channel, std::nullopt, kMost, RecordingStore::Which::All);
    const auto targets = stores.targets.list(channel);
    const auto inputs = stores.inputs.list(channel);
    if (!schedule || !recordings || !targets || !inputs) {
        return unreadable("what is kept of a channel's broadcasts");
    }
    for (const auto& entry : *schedule) {
        all.schedule.push_back({entry.id, entry.startsAt, entry.endsAt, entry.title, entry.category});
    }
    for (const auto& one : *recordings) {
        all.recordings.push_back({one.id, one.title, one.startedAt, one.durationMs});
    }
    for (const auto& target : *targets) {
        all.targets.push_back({target.name, target.url});
    }
    for (const auto& input : *inputs) {
        all.inputs.push_back({"", input.url});
    }
    return {};
}

Result<> DataExport::gatherAudience(const accounts::Account& account, wire::AccountExport& all) {
    const auto kept = reading_.stores.community.accountData.audience(account.id);
    if (!kept) {
        return fail(kept.error());
    }
    all.showWatching = kept->showsWatching;
    for (const auto& vote : kept->votes) {
        all.votes.push_back({vote.channel, vote.question, vote.option, vote.at});
    }
    for (const auto& question : kept->questions) {
        all.questions.push_back({question.channel, question.text, question.at, question.answeredAt});
    }
    for (const auto& upvote : kept->upvotes) {
        all.upvotes.push_back({upvote.channel, upvote.text, upvote.at});
    }
    for (const auto& role : kept->roles) {
        all.roles.push_back({role.channel, role.role, role.since});
    }
    for (const auto& one : kept->restrictions) {
        all.restrictions.push_back({one.channel, one.reason, one.since, one.until});
    }
    return {};
}

Result<> DataExport::gatherNews(const accounts::Account& account, wire::AccountExport& all) {
    auto& community = reading_.stores.community;
    const auto webhooks = community.webhooks.ofUser(account.id);
    const auto choices = community.notifications.choices(account.id);
    const auto inbox = community.notifications.page(account.id, std::nullopt, kMost);
    if (!webhooks || !choices || !inbox) {
        return unreadable("what somebody was told");
    }
    for (const auto& webhook : *webhooks) {
        auto& told =
            all.webhooks.emplace_back(wire::Webhook{webhook.id, webhook.url, webhook.channel.has_value()});
        told.suspended = webhook.isSuspended ? std::optional(true) : std::nullopt;
    }
    for (const auto& [kind, ways] : *choices) {
        all.notificationChoices.push_back({kind, ways.inApp, ways.email, ways.webhook});
    }
    for (const auto& entry : *inbox) {
        if (auto news = wire::parse<wire::Notification>(entry.body)) {
            news->id = entry.id;
            news->read = entry.isRead;
            all.notifications.push_back(std::move(*news));
        }
    }
    return {};
}

}  // namespace footlight::relay::hub
