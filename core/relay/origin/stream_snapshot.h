#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/id.h"
#include "core/relay/origin/playlist_text.h"
#include "core/relay/origin/window_snapshot.h"
#include "core/relay/ports/channel_policy.h"

namespace footlight::relay::origin {

/// Names the playlists of the whole broadcast where `text` names those of the window.
std::string withWholePlaylists(std::string text);

/// The multivariant playlist of a broadcast: one text, compressed once. Any thread.
class MultivariantText {
public:
    explicit MultivariantText(std::string text) : text_(std::move(text)) {}

    [[nodiscard]] const PrintedText& in(WindowSnapshot::Form form) const;
    /// The same for those who want the whole broadcast.
    [[nodiscard]] const PrintedText& wholeIn(WindowSnapshot::Form form) const;
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
    PlaylistText forms_;
    PlaylistText wholeForms_;
};

/// One broadcast at one moment: the snapshots of all its renditions, which are cut at the same instants and
/// numbered alike. Immutable; shared by all loops.
struct StreamSnapshot {
    struct Rendition {
        std::string name;  ///< its folder: "source", "video-1", "audio-2"
        SnapshotPtr window;
    };

    BroadcastId broadcastId;
    Visibility visibility = Visibility::Public;
    std::shared_ptr<const MultivariantText> multivariant;
    std::vector<Rendition> renditions;  ///< never empty; the source comes first

    [[nodiscard]] const WindowSnapshot& source() const { return *renditions.front().window; }
    [[nodiscard]] WindowPhase phase() const { return source().phase(); }
    /// Null where there is no such rendition.
    [[nodiscard]] SnapshotPtr find(std::string_view rendition) const;
};

using StreamSnapshotPtr = std::shared_ptr<const StreamSnapshot>;

}  // namespace footlight::relay::origin
