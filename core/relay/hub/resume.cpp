#include "core/relay/hub/resume.h"

#include <algorithm>
#include <utility>

namespace footlight::relay::hub {
namespace {

/// Of each kind; who missed more begins anew.
constexpr std::size_t kMostMissed = 200;
constexpr std::int64_t kMostCounted = 10'000;

}  // namespace

net::Task<Result<MissedMessages>> Resume::read(ChannelId channel, MessageId after) {
    auto work = [this, channel, after] {
        return reading_.stores.messages.missed(channel, after, kMostMissed);
    };
    co_return co_await reading_.pool.run(std::move(work));
}

net::Task<Result<std::int64_t>> Resume::countBetween(ChannelId channel, MessageId after, MessageId before) {
    auto work = [this, channel, after, before] {
        return reading_.stores.messages.countBetween(channel, after, before, kMostCounted);
    };
    co_return co_await reading_.pool.run(std::move(work));
}

net::Task<std::optional<chat::Missed>> Resume::missed(ChannelId channel, MessageId after) {
    if (const auto* room = rooms_.find(channel)) {
        if (auto known = room->chat.missed(after)) {
            co_return known;
        }
    }
    std::function<net::Task<Result<MissedMessages>>()> ask = [this, channel, after] {
        return read(channel, after);
    };
    const std::tuple key(channel, after);
    auto stored = co_await missed_.answer(key, std::move(ask));
    const auto* room = rooms_.find(channel);
    if (!stored || !stored->isWhole || room == nullptr) {
        co_return std::nullopt;
    }
    chat::Missed missed{std::move(stored->said), std::move(stored->edited), std::move(stored->deleted)};
    if (!room->chat.complete(after, missed) || missed.said.size() > kMostMissed) {
        co_return std::nullopt;
    }
    co_return missed;
}

net::Task<std::optional<std::int64_t>> Resume::count(ChannelId channel, MessageId after) {
    const auto* room = rooms_.find(channel);
    if (room == nullptr || room->chat.history().messages().empty()) {
        co_return std::nullopt;
    }
    const auto outgrown = room->chat.history().outgrown();
    const auto first = room->chat.history().messages().front().id;
    std::function<net::Task<Result<std::int64_t>>()> ask = [this, channel, after, first] {
        return countBetween(channel, after, first);
    };
    const std::tuple key(channel, after, first);
    const auto counted = co_await counts_.answer(key, std::move(ask));
    room = rooms_.find(channel);
    if (!counted || room == nullptr) {
        co_return std::nullopt;
    }
    // What has been said meanwhile has taken others' place; in a room that was closed meanwhile, nobody's.
    const auto since = std::max<std::int64_t>(room->chat.history().outgrown() - outgrown, 0);
    const auto all = std::min(*counted + since, kMostCounted);
    co_return all > 0 ? std::optional(all) : std::nullopt;
}

}  // namespace footlight::relay::hub
