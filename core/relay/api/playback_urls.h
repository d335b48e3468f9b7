#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "core/accounts/account.h"
#include "core/accounts/media_token.h"
#include "core/base/clock.h"
#include "core/relay/api/addresses.h"
#include "core/relay/ports/recording_store.h"
#include "core/wire/channel_settings.h"
#include "core/wire/recording.h"

namespace footlight::relay::api {

/// Where channels and recordings play, as the asker may know it: what is protected has a token in its path.
/// Any thread.
class PlaybackUrls {
public:
    PlaybackUrls(const Addresses& addresses, const Secret& mediaKey, const Clock& clock)
        : addresses_(addresses), tokens_(mediaKey), clock_(clock) {}

    /// Empty where the channel is protected and the account may not manage it.
    [[nodiscard]] std::string live(const std::string& host, const accounts::Channel& channel,
                                   const std::optional<accounts::Account>& account) const;
    /// Plays whatever the channel's visibility.
    [[nodiscard]] wire::PlaybackLink link(const std::string& host, const accounts::Channel& channel,
                                          std::chrono::hours life) const;
    /// Whether this token (of a link, or of such an address) plays what is of that channel, or that recording
    /// of it.
    [[nodiscard]] bool opens(std::string_view token, const accounts::Channel& channel,
                             const std::optional<BroadcastId>& recording) const;
    /// The recording's playlist.
    [[nodiscard]] std::string recording(const std::string& host, const RecordingRecord& recording) const;
    /// The recording as one MP4.
    [[nodiscard]] std::string download(const std::string& host, const RecordingRecord& recording) const;
    /// Takes what fills the hole.
    [[nodiscard]] wire::FillTicket fill(const std::string& host, const RecordingRecord& recording,
                                        const RecordingHole& hole) const;

private:
    [[nodiscard]] std::string withToken(const std::string& host, const accounts::MediaClaim& claim) const;
    [[nodiscard]] std::string vod(const std::string& host, const RecordingRecord& recording) const;

    const Addresses& addresses_;
    accounts::MediaTokens tokens_;
    const Clock& clock_;
};

}  // namespace footlight::relay::api
