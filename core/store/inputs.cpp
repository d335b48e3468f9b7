#include "core/store/inputs.h"

#include <sstream>

#include "core/store/row.h"

namespace footlight::store {
namespace {

/// The columns of inputs as a statement reads them.
struct InputRow {
    std::string id;
    std::string url;
    std::string slot;
    std::string sources;
    std::string sealedPassphrase;
    int isEnabled = 0;

    [[nodiscard]] relay::InputRecord input() const {
        relay::InputRecord input;
        input.id = idFrom<InputId>(id);
        input.url = url;
        input.slot = slot == "backup" ? relay::IngestSlot::Backup : relay::IngestSlot::Primary;
        std::istringstream words(sources);
        for (std::string word; words >> word;) {
            input.sources.push_back(word);
        }
        input.sealedPassphrase = sealedPassphrase;
        input.isEnabled = isEnabled != 0;
        return input;
    }
};

constexpr auto kInputColumns =
    "inputs.id, inputs.url, inputs.slot, inputs.sources, inputs.sealed_passphrase, inputs.is_enabled";

}  // namespace

Result<std::vector<relay::InputRecord>> Inputs::list(ChannelId channel) {
    const auto channelId = channel.text();
    return attempt("listing inputs", [&]() -> Result<std::vector<relay::InputRecord>> {
        InputRow row;
        soci::statement select =
            (sql_.prepare << "SELECT " << kInputColumns
                          << " FROM inputs WHERE channel_id = :channel ORDER BY inputs.id",
             soci::use(channelId), soci::into(row.id), soci::into(row.url), soci::into(row.slot),
             soci::into(row.sources), soci::into(row.sealedPassphrase), soci::into(row.isEnabled));
        std::vector<relay::InputRecord> inputs;
        select.execute();
        while (select.fetch()) {
            inputs.push_back(row.input());
        }
        return inputs;
    });
}

Result<std::vector<relay::ChannelInputRecord>> Inputs::enabled(std::size_t limit) {
    const auto count = static_cast<long long>(limit);
    return attempt("listing the inputs of all", [&]() -> Result<std::vector<relay::ChannelInputRecord>> {
        InputRow row;
        std::string channel;
        soci::statement select =
            (sql_.prepare << "SELECT " << kInputColumns
                          << ", channels.name FROM inputs JOIN channels ON channels.id = inputs.channel_id "
                             "WHERE inputs.is_enabled = 1 ORDER BY inputs.id LIMIT :count",
             soci::use(count), soci::into(row.id), soci::into(row.url), soci::into(row.slot),
             soci::into(row.sources), soci::into(row.sealedPassphrase), soci::into(row.isEnabled),
             soci::into(channel));
        std::vector<relay::ChannelInputRecord> inputs;
        select.execute();
        while (select.fetch()) {
            inputs.push_back({channel, row.input()});
        }
        return inputs;
    });
}

Result<std::optional<relay::ChannelInputRecord>> Inputs::find(InputId input) {
    const auto id = input.text();
    return attempt("looking up an input", [&]() -> Result<std::optional<relay::ChannelInputRecord>> {
        InputRow row;
        std::string channel;
        sql_ << "SELECT " << kInputColumns
             << ", channels.name FROM inputs JOIN channels ON channels.id = inputs.channel_id "
                "WHERE inputs.id = :id",
            soci::use(id), soci::into(row.id), soci::into(row.url), soci::into(row.slot),
            soci::into(row.sources), soci::into(row.sealedPassphrase), soci::into(row.isEnabled),
            soci::into(channel);
        return sql_.got_data() ? std::optional(relay::ChannelInputRecord{channel, row.input()})
                               : std::nullopt;
    });
}

Result<> Inputs::put(ChannelId channel, const relay::InputRecord& input) {
    const auto channelId = channel.text();
    const auto id = input.id.text();
    const std::string slot = input.slot == relay::IngestSlot::Backup ? "backup" : "primary";
    std::string sources;
    for (const auto& source : input.sources) {
        sources += (sources.empty() ? "" : " ") + source;
    }
    const int isEnabled = input.isEnabled ? 1 : 0;
    return attempt("storing an input", [&]() -> Result<> {
        sql_ << "INSERT INTO inputs (id, channel_id, url, slot, sources, sealed_passphrase, is_enabled) "
                "VALUES (:id, :channel, :url, :slot, :sources, :passphrase, :enabled) "
                "ON CONFLICT (id) DO UPDATE SET url = excluded.url, slot = excluded.slot, "
                "sources = excluded.sources, sealed_passphrase = excluded.sealed_passphrase, "
                "is_enabled = excluded.is_enabled",
            soci::use(id), soci::use(channelId), soci::use(input.url), soci::use(slot), soci::use(sources),
            soci::use(input.sealedPassphrase), soci::use(isEnabled);
        return {};
    });
}

Result<> Inputs::remove(ChannelId channel, InputId input) {
    const auto channelId = channel.text();
    const auto id = input.text();
    return attempt("removing an input", [&]() -> Result<> {
        sql_ << "DELETE FROM inputs WHERE channel_id = :channel AND id = :id", soci::use(channelId),
            soci::use(id);
        return {};
    });
}

}  // namespace footlight::store
