#include "core/relay/api/playback_urls.h"

#include "core/accounts/name.h"

namespace footlight::relay::api {
namespace {

using accounts::MediaPurpose;

/// So long a page that was opened goes on playing.
constexpr std::chrono::hours kPlays{12};
constexpr std::chrono::hours kFills{2};

std::string livePath(const accounts::Channel& channel) { return "/live/" + channel.name + "/index.m3u8"; }

}  // namespace

std::string PlaybackUrls::withToken(const std::string& host, const accounts::MediaClaim& claim) const {
    return addresses_.media(host) + "/t/" + tokens_.make(claim);
}

std::string PlaybackUrls::live(const std::string& host, const accounts::Channel& channel,
                               const std::optional<accounts::Account>& account) const {
    if (channel.visibility != accounts::Visibility::Protected) {
        return addresses_.media(host) + livePath(channel);
    }
    return account && mayManage(*account, channel) ? link(host, channel, kPlays).url : "";
}

wire::PlaybackLink PlaybackUrls::link(const std::string& host, const accounts::Channel& channel,
                                      std::chrono::hours life) const {
    const accounts::MediaClaim claim{MediaPurpose::Play, accounts::foldName(channel.name),
                                     clock_.utcNow() + life};
    return {withToken(host, claim) + livePath(channel), claim.expiresAt};
}

bool PlaybackUrls::opens(std::string_view token, const accounts::Channel& channel,
                         const std::optional<BroadcastId>& recording) const {
    const auto claim = tokens_.read(token, clock_.utcNow());
    return claim && claim->purpose == MediaPurpose::Play &&
           (claim->subject == accounts::foldName(channel.name) ||
            (recording && claim->subject == recording->text()));
}

std::string PlaybackUrls::vod(const std::string& host, const RecordingRecord& recording) const {
    const auto id = recording.id.text();
    const auto root = recording.channel.visibility == accounts::Visibility::Protected
                          ? withToken(host, {MediaPurpose::Play, id, clock_.utcNow() + kPlays})
                          : addresses_.media(host);
    return root + "/vod/" + id;
}

std::string PlaybackUrls::recording(const std::string& host, const RecordingRecord& recording) const {
    return vod(host, recording) + "/index.m3u8";
}

std::string PlaybackUrls::download(const std::string& host, const RecordingRecord& recording) const {
    return vod(host, recording) + "/download.mp4";
}

wire::FillTicket PlaybackUrls::fill(const std::string& host, const RecordingRecord& recording,
                                    const RecordingHole& hole) const {
    const auto id = recording.id.text();
    const auto end = hole.at + std::chrono::milliseconds(hole.durationMs);
    const accounts::MediaClaim claim{MediaPurpose::Upload, accounts::fillSubject(id, hole.at, end),
                                     clock_.utcNow() + kFills};
    const auto from = toMilliseconds(hole.at);
    return {withToken(host, claim) + "/vod/" + id + "/fill?from=" + std::to_string(from) +
                "&to=" + std::to_string(from + hole.durationMs),
            claim.expiresAt};
}

}  // namespace footlight::relay::api
