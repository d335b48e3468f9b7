#include "core/relay/hub/target_service.h"

#include <algorithm>

#include "core/chat/text.h"
#include "core/relay/hub/stream_url.h"

namespace footlight::relay::hub {
namespace {

constexpr std::int64_t kLastTrack = 15;

Result<> check(const TargetRecord& target) {
    if (!chat::checkTitle(target.name)) {
        return fail(ErrorCategory::Invalid, "target.name",
                    "A target's name is 1 to 40 visible characters on one line.");
    }
    const auto url = StreamUrl::parse(target.url);
    if (!url || (url->scheme != "rtmp" && url->scheme != "rtmps") || url->rest.size() < 2) {
        return fail(ErrorCategory::Invalid, "target.url",
                    "A target's address is rtmp://HOST/APP or rtmps://HOST/APP, without the key.");
    }
    if (target.audioTrack < 0 || target.audioTrack > kLastTrack) {
        return fail(ErrorCategory::Invalid, "target.audio_track",
                    "`audioTrack` must be a whole number from 0 to 15.");
    }
    return {};
}

Result<> checkKey(const Secret& key) {
    const bool isGood =
        !key.isEmpty() && std::ranges::all_of(key.reveal(), [](char c) { return c > ' ' && c < '\x7f'; });
    return isGood ? Result<>{}
                  : fail(ErrorCategory::Invalid, "target.key",
                         "A stream key is printable ASCII without blanks; copy it once more.");
}

int trackOf(std::int64_t asked) {
    return static_cast<int>(std::clamp<std::int64_t>(asked, -1, kLastTrack + 1));
}

}  // namespace

TargetService::TargetService(Stores stores, net::WorkPool& database, const LiveChannels& live,
                             CommandQueue& commands, const accounts::SecretBox& box, const Clock& clock)
    : stores_(stores), database_(database), live_(live), commands_(commands), box_(box), clock_(clock) {}

wire::Target TargetService::toWire(ChannelId channel, const TargetRecord& record) const {
    wire::Target target{record.id, record.name, record.url, record.audioTrack, record.isEnabled};
    const auto* live = live_.find(channel);
    if (live != nullptr) {
        const auto found = live->targets.find(record.id);
        target.status = found == live->targets.end() ? wire::TargetStatus{record.id} : found->second;
    }
    return target;
}

net::Task<Result<std::vector<wire::Target>>> TargetService::list(accounts::Channel channel) {
    auto read = [this, id = channel.id] { return stores_.targets.list(id); };
    const auto records = co_await database_.run(std::move(read));
    if (!records) {
        co_return fail(records.error());
    }
    std::vector<wire::Target> targets;
    for (const auto& record : *records) {
        targets.push_back(toWire(channel.id, record));
    }
    co_return targets;
}

net::Task<Result<wire::Target>> TargetService::add(accounts::Channel channel, wire::NewTarget target) {
    TargetRecord record;
    record.id = TargetId::make(clock_.utcNow());
    record.name = target.name;
    record.url = target.url;
    record.audioTrack = trackOf(target.audioTrack.value_or(0));
    record.isEnabled = target.enabled.value_or(true);
    auto good = check(record);
    if (good) {
        good = checkKey(target.streamKey);
    }
    if (!good) {
        co_return fail(std::move(good.error()));
    }
    record.sealedKey = box_.seal(target.streamKey);
    auto write = [this, id = channel.id, record]() -> Result<> {
        const auto present = stores_.targets.list(id);
        if (!present) {
            return fail(present.error());
        }
        if (present->size() >= kTargets) {
            return fail(ErrorCategory::Conflict, "target.too_many",
                        "A channel has at most 20 targets; remove one first.");
        }
        return stores_.targets.put(id, record);
    };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    co_await commands_.changePolicy(channel);
    co_return toWire(channel.id, record);
}

Result<TargetRecord> TargetService::find(ChannelId channel, TargetId id) const {
    auto present = stores_.targets.list(channel);
    if (!present) {
        return fail(std::move(present.error()));
    }
    const auto found = std::ranges::find(*present, id, &TargetRecord::id);
    if (found == present->end()) {
        return fail(ErrorCategory::NotFound, "target.unknown", "The channel has no such target.");
    }
    return std::move(*found);
}

net::Task<Result<wire::Target>> TargetService::change(accounts::Channel channel, TargetId id,
                                                      wire::TargetPatch patch) {
    auto write = [this, channelId = channel.id, id, patch]() -> Result<TargetRecord> {
        auto record = find(channelId, id);
        if (!record) {
            return record;
        }
        record->name = patch.name.value_or(record->name);
        record->url = patch.url.value_or(record->url);
        record->audioTrack = trackOf(patch.audioTrack.value_or(record->audioTrack));
        record->isEnabled = patch.enabled.value_or(record->isEnabled);
        auto good = check(*record);
        if (good && patch.streamKey) {
            good = checkKey(*patch.streamKey);
            record->sealedKey = box_.seal(*patch.streamKey);
        }
        if (good) {
            good = stores_.targets.put(channelId, *record);
        }
        return good ? std::move(record) : fail(std::move(good.error()));
    };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(written.error());
    }
    co_await commands_.changePolicy(channel);
    co_return toWire(channel.id, *written);
}

net::Task<Result<>> TargetService::remove(accounts::Channel channel, TargetId id) {
    auto write = [this, channelId = channel.id, id]() -> Result<> {
        if (auto record = find(channelId, id); !record) {
            return fail(std::move(record.error()));
        }
        return stores_.targets.remove(channelId, id);
    };
    auto written = co_await database_.run(std::move(write));
    if (written) {
        co_await commands_.changePolicy(std::move(channel));
    }
    co_return written;
}

}  // namespace footlight::relay::hub
