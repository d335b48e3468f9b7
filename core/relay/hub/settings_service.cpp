#include "core/relay/hub/settings_service.h"

#include "core/relay/hub/rooms.h"

namespace footlight::relay::hub {
namespace {

constexpr std::int64_t kLongestGrace = 3'600;  // seconds
constexpr std::int64_t kLongestRetention = 3'650;

Result<ChannelSettings> patched(ChannelSettings settings, const wire::ChannelSettingsPatch& patch) {
    if (patch.graceSeconds) {
        if (*patch.graceSeconds < 0 || *patch.graceSeconds > kLongestGrace) {
            return fail(ErrorCategory::Invalid, "channel.grace",
                        "`graceSeconds` must be a whole number from 0 to 3,600.");
        }
        settings.grace = std::chrono::seconds(*patch.graceSeconds);
    }
    if (patch.retentionDays) {
        if (*patch.retentionDays < 0 || *patch.retentionDays > kLongestRetention) {
            return fail(ErrorCategory::Invalid, "channel.retention",
                        "`retentionDays` must be a whole number from 0 (for ever) to 3,650.");
        }
        settings.retentionDays = static_cast<int>(*patch.retentionDays);
    }
    settings.isRecorded = patch.recorded.value_or(settings.isRecorded);
    settings.visibility = patch.visibility.value_or(settings.visibility);
    settings.allowsRtmpPlay = patch.rtmpPlay.value_or(settings.allowsRtmpPlay);
    return settings;
}

}  // namespace

SettingsService::SettingsService(Stores stores, net::WorkPool& database, LiveChannels& live, Rooms& rooms,
                                 CommandQueue& commands, const SlateFiles& slates)
    : stores_(stores),
      database_(database),
      live_(live),
      rooms_(rooms),
      commands_(commands),
      slates_(slates) {}

net::Task<Result<ChannelSettings>> SettingsService::find(accounts::Channel channel) {
    auto read = [this, id = channel.id] { return stores_.channels.settings(id); };
    co_return co_await database_.run(std::move(read));
}

net::Task<Result<ChannelSettings>> SettingsService::change(accounts::Channel channel,
                                                           wire::ChannelSettingsPatch patch) {
    auto write = [this, id = channel.id, patch]() -> Result<ChannelSettings> {
        auto settings = stores_.channels.settings(id);
        if (!settings) {
            return settings;
        }
        auto changed = patched(std::move(*settings), patch);
        if (!changed) {
            return changed;
        }
        if (auto written = stores_.channels.setSettings(id, *changed); !written) {
            return fail(std::move(written.error()));
        }
        return changed;
    };
    auto changed = co_await database_.run(std::move(write));
    if (changed) {
        co_await tellAll(std::move(channel), *changed);
    }
    co_return changed;
}

net::Task<> SettingsService::tellAll(accounts::Channel channel, ChannelSettings settings) {
    channel.visibility = settings.visibility;
    if (auto* live = live_.find(channel.id)) {
        live->channel.visibility = settings.visibility;
        live->grace = settings.grace;
    }
    rooms_.setVisibility(channel.id, settings.visibility);
    co_await commands_.changePolicy(std::move(channel));
}

net::Task<Result<>> SettingsService::setSlate(accounts::Channel channel, FilePtr upload) {
    auto take = [this, upload = std::move(upload)] { return slates_.take(upload); };
    auto taken = co_await files_.run(std::move(take));
    if (!taken) {
        co_return fail(std::move(taken.error()));
    }
    co_return co_await replaceSlate(std::move(channel), std::move(taken->hash), std::move(taken->type));
}

net::Task<Result<>> SettingsService::removeSlate(accounts::Channel channel) {
    co_return co_await replaceSlate(std::move(channel), "", "");
}

/// The former file goes with the last channel that shows it.
net::Task<Result<>> SettingsService::replaceSlate(accounts::Channel channel, std::string hash,
                                                  std::string type) {
    auto write = [this, id = channel.id, hash, type]() -> Result<ChannelSettings> {
        auto settings = stores_.channels.settings(id);
        if (!settings) {
            return settings;
        }
        const auto former = std::exchange(settings->slate, hash);
        settings->slateType = type;
        if (auto written = stores_.channels.setSettings(id, *settings); !written) {
            return fail(std::move(written.error()));
        }
        if (const auto users = stores_.channels.usersOfSlate(former); users && *users == 0) {
            slates_.remove(former);
        }
        return settings;
    };
    auto written = co_await database_.run(std::move(write));
    if (!written) {
        co_return fail(std::move(written.error()));
    }
    co_await tellAll(std::move(channel), *written);
    co_return Result<>{};
}

net::Task<Result<Slate>> SettingsService::slate(accounts::Channel channel) {
    auto read = [this, id = channel.id]() -> Result<Slate> {
        const auto settings = stores_.channels.settings(id);
        if (!settings) {
            return fail(settings.error());
        }
        return slates_.open(settings->slate, settings->slateType);
    };
    co_return co_await database_.run(std::move(read));
}

}  // namespace footlight::relay::hub
