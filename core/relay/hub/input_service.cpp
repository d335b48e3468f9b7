#include "core/relay/hub/input_service.h"

#include <algorithm>

#include "core/relay/hub/input_rules.h"

namespace footlight::relay::hub {
namespace {

constexpr std::string_view kKeyPrefix = "input-";
constexpr std::size_t kIdLength = 36;
constexpr std::size_t kShortestPassphrase = 10;

wire::IngestSlot toWire(IngestSlot slot) {
    return slot == IngestSlot::Backup ? wire::IngestSlot::Backup : wire::IngestSlot::Primary;
}

IngestSlot fromWire(wire::IngestSlot slot) {
    return slot == wire::IngestSlot::Backup ? IngestSlot::Backup : IngestSlot::Primary;
}

wire::ChannelInput toWire(const InputRecord& record) {
    return {
        record.id,       record.url, toWire(record.slot), record.sources, !record.sealedPassphrase.empty(),
        record.isEnabled};
}

Result<> checkPassphrase(const Secret& passphrase) {
    const auto& text = passphrase.reveal();
    const bool isGood = text.empty() || (text.size() >= kShortestPassphrase && text.size() <= 79);
    return isGood
               ? Result<>{}
               : fail(ErrorCategory::Invalid, "input.passphrase", "A passphrase of SRT has 10 to 79 bytes.");
}

}  // namespace

InputService::InputService(Stores stores, net::WorkPool& database, const accounts::SecretBox& box,
                           const Clock& clock, Logger logger)
    : stores_(stores),
      database_(database),
      box_(box),
      clock_(clock),
      logger_(std::move(logger)),
      version_(toMilliseconds(clock.utcNow())) {}

void InputService::changed() {
    ++version_;
    news_.notify();
}

net::Task<Result<std::vector<wire::ChannelInput>>> InputService::list(accounts::Channel channel) {
    auto read = [this, id = channel.id] { return stores_.inputs.list(id); };
    const auto records = co_await database_.run(std::move(read));
    if (!records) {
        co_return fail(records.error());
    }
    std::vector<wire::ChannelInput> inputs;
    for (const auto& record : *records) {
        inputs.push_back(toWire(record));
    }
    co_return inputs;
}

Result<> InputService::store(ChannelId channel, const InputRecord& input) const {
    if (auto good = checkInput(input); !good) {
        return good;
    }
    const auto present = stores_.inputs.list(channel);
    const auto ofAll = stores_.inputs.enabled(kOfAll);
    if (!present || !ofAll) {
        return fail(present ? ofAll.error() : present.error());
    }
    const bool isNew = std::ranges::find(*present, input.id, &InputRecord::id) == present->end();
    if (isNew && (present->size() >= kInputs || ofAll->size() >= kOfAll)) {
        return fail(ErrorCategory::Conflict, "input.too_many",
                    "A channel has at most 20 inputs, a relay 1,000; remove one first.");
    }
    if (std::ranges::any_of(*ofAll, [&](const auto& other) { return clash(other.input, input); })) {
        return fail(ErrorCategory::Conflict, "input.address_taken",
                    "Another input listens at this address; choose another port.");
    }
    return stores_.inputs.put(channel, input);
}

net::Task<Result<wire::ChannelInput>> InputService::add(accounts::Channel channel,
                                                        wire::NewChannelInput input) {
    const auto passphrase = input.passphrase.value_or(Secret());
    if (auto good = checkPassphrase(passphrase); !good) {
        co_return fail(std::move(good.error()));
    }
    InputRecord record;
    record.id = InputId::make(clock_.utcNow());
    record.url = input.url;
    record.slot = fromWire(input.slot.value_or(wire::IngestSlot::Primary));
    record.sources = input.sources.value_or(std::vector<std::string>{});
    record.sealedPassphrase = passphrase.isEmpty() ? "" : box_.seal(passphrase);
    record.isEnabled = input.enabled.value_or(true);
    auto write = [this, id = channel.id, record] { return store(id, record); };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    changed();
    co_return toWire(record);
}

Result<InputRecord> InputService::find(ChannelId channel, InputId id) const {
    auto present = stores_.inputs.list(channel);
    if (!present) {
        return fail(std::move(present.error()));
    }
    const auto found = std::ranges::find(*present, id, &InputRecord::id);
    if (found == present->end()) {
        return fail(ErrorCategory::NotFound, "input.unknown", "The channel has no such input.");
    }
    return std::move(*found);
}

net::Task<Result<wire::ChannelInput>> InputService::change(accounts::Channel channel, InputId id,
                                                           wire::ChannelInputPatch patch) {
    auto write = [this, channelId = channel.id, id, patch]() -> Result<InputRecord> {
        auto record = find(channelId, id);
        if (!record) {
            return record;
        }
        record->url = patch.url.value_or(record->url);
        record->slot = fromWire(patch.slot.value_or(toWire(record->slot)));
        record->sources = patch.sources.value_or(record->sources);
        record->isEnabled = patch.enabled.value_or(record->isEnabled);
        Result<> good;
        if (patch.passphrase) {
            good = checkPassphrase(*patch.passphrase);
            record->sealedPassphrase = patch.passphrase->isEmpty() ? "" : box_.seal(*patch.passphrase);
        }
        if (good) {
            good = store(channelId, *record);
        }
        return good ? std::move(record) : fail(std::move(good.error()));
    };
    const auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(written.error());
    }
    changed();
    co_return toWire(*written);
}

net::Task<Result<>> InputService::remove(accounts::Channel channel, InputId id) {
    auto write = [this, channelId = channel.id, id]() -> Result<> {
        if (auto record = find(channelId, id); !record) {
            return fail(std::move(record.error()));
        }
        return stores_.inputs.remove(channelId, id);
    };
    auto written = co_await database_.run(std::move(write));
    if (written) {
        changed();
    }
    co_return written;
}

net::Task<Result<wire::StreamInputs>> InputService::poll(std::int64_t after,
                                                         std::chrono::milliseconds limit) {
    if (after == version_) {
        co_await news_.wait(limit);
    }
    wire::StreamInputs answer;
    answer.version = version_;
    auto read = [this] { return stores_.inputs.enabled(kOfAll); };
    const auto records = co_await database_.run(std::move(read));
    if (!records) {
        co_return fail(records.error());
    }
    for (const auto& [channel, record] : *records) {
        Secret passphrase;
        if (!record.sealedPassphrase.empty()) {
            auto opened = box_.open(record.sealedPassphrase);
            if (!opened) {
                logger_.error("the passphrase of an input of {} cannot be read: {}", channel,
                              opened.error().message());
                continue;
            }
            passphrase = std::move(*opened);
        }
        answer.inputs.push_back({record.id, channel, record.url, toWire(record.slot), record.sources,
                                 std::move(passphrase), publishKey(record.id)});
    }
    co_return answer;
}

Secret InputService::publishKey(InputId id) const {
    return Secret(std::string(kKeyPrefix) + id.text() + box_.sign("input " + id.text()).reveal());
}

Result<std::optional<std::string>> InputService::channelOf(const Secret& key) const {
    const auto& text = key.reveal();
    if (!text.starts_with(kKeyPrefix) || text.size() < kKeyPrefix.size() + kIdLength) {
        return std::nullopt;
    }
    const auto id = InputId::parse(std::string_view(text).substr(kKeyPrefix.size(), kIdLength));
    if (!id || !publishKey(*id).matches(text)) {
        return std::nullopt;
    }
    const auto found = stores_.inputs.find(*id);
    if (!found) {
        return fail(found.error());
    }
    return *found && (*found)->input.isEnabled ? std::optional((*found)->channel) : std::nullopt;
}

}  // namespace footlight::relay::hub
