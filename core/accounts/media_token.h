#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"

namespace footlight::accounts {

enum class MediaPurpose : std::uint8_t { Play, Upload };

/// What a media token opens, until when.
struct MediaClaim {
    MediaPurpose purpose = MediaPurpose::Play;
    std::string subject;  ///< a channel's folded name, or a broadcast's id as text; Upload: fillSubject()
    UtcTime expiresAt{};

    bool operator==(const MediaClaim&) const = default;
};

/// The subject of a claim to fill one stretch of a broadcast's recording, and no other.
std::string fillSubject(std::string_view broadcast, UtcTime from, UtcTime to);

/// A path of the media port, taken apart.
struct OpenedPath {
    std::string path;                 ///< without the token: "/live/..." or "/vod/..."
    std::optional<MediaClaim> claim;  ///< where there was a token
};

/// Makes and reads the tokens that stand in media paths (`/t/TOKEN/live/...`): signed by a key that hub and
/// origin share (HMAC-SHA256), so that the origin asks nobody. URL-safe base64. Any thread.
class MediaTokens {
public:
    explicit MediaTokens(const Secret& key);
    ~MediaTokens();
    MediaTokens(const MediaTokens&) = default;
    MediaTokens& operator=(const MediaTokens&) = default;

    [[nodiscard]] std::string make(const MediaClaim& claim) const;
    /// Denied where it was signed with another key, changed, or has expired at `now`.
    [[nodiscard]] Result<MediaClaim> read(std::string_view token, UtcTime now) const;

    /// Takes "/t/TOKEN" off the front of a path that has it. Denied as read().
    [[nodiscard]] Result<OpenedPath> open(std::string_view path, UtcTime now) const;

private:
    std::array<unsigned char, 32> key_{};
};

}  // namespace footlight::accounts
