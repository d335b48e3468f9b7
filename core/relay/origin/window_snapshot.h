#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/id.h"
#include "core/hls/low_latency.h"
#include "core/hls/playlist.h"
#include "core/relay/origin/announcement.h"
#include "core/relay/origin/playlist_text.h"
#include "core/relay/origin/segment_history.h"
#include "core/relay/origin/window_segment.h"

namespace footlight::relay::origin {

enum class WindowPhase : std::uint8_t {
    OnAir,
    Away,  ///< the publisher dropped and may come back
    Ended,
};

/// What a window held at one moment.
struct WindowContent {
    BroadcastId broadcastId;
    Announcement announcement;
    WindowPhase phase = WindowPhase::OnAir;
    std::uint64_t discontinuitySequence = 0;  ///< discontinuities before the first listed segment
    std::vector<SegmentPtr> removed;          ///< no longer listed, still to be fetched
    std::vector<SegmentPtr> listed;
    SegmentPtr open;                              ///< empty between two segments
    std::uint64_t nextSequence = 0;               ///< of `open`, or of the segment that comes next
    HistoryPtr history{};                         ///< before `listed`; empty where the broadcast is not kept
    std::vector<hls::RenditionReport> reports{};  ///< how far the broadcast's other renditions are
};

/// An immutable moment of one live stream: the playlists in each of their forms and every body that can be
/// fetched. Shared by all loops.
class WindowSnapshot {
public:
    explicit WindowSnapshot(WindowContent content) : content_(std::move(content)) {}

    [[nodiscard]] const BroadcastId& broadcastId() const { return content_.broadcastId; }
    [[nodiscard]] WindowPhase phase() const { return content_.phase; }
    [[nodiscard]] const Announcement& announcement() const { return content_.announcement; }
    [[nodiscard]] hls::LiveEdge edge() const;
    /// The playlist as a value.
    [[nodiscard]] hls::MediaPlaylist model() const;

    enum class Form : std::uint8_t { Plain, Gzip };
    [[nodiscard]] const PrintedText& mediaPlaylist(Form form) const;
    [[nodiscard]] const PrintedText& deltaPlaylist(Form form) const;

    /// What is listed of the broadcast before the window; null where it is not kept.
    [[nodiscard]] const HistoryPtr& history() const { return content_.history; }
    /// The playlist of the whole broadcast as it grows (EVENT): only what is new was printed for it. There
    /// must be a history.
    [[nodiscard]] Pieces wholePlaylist(Form form) const;
    [[nodiscard]] const PrintedText& wholeDeltaPlaylist(Form form) const;

    /// Nothing where the window does not hold it (any more, or yet).
    [[nodiscard]] SegmentPtr segment(std::uint64_t sequence) const;
    [[nodiscard]] PartBodyPtr part(std::uint64_t sequence, std::uint64_t part) const;
    [[nodiscard]] SharedBytes init(std::string_view name) const;
    /// True for the part that the preload hint names.
    [[nodiscard]] bool isHinted(std::uint64_t sequence, std::uint64_t part) const;

private:
    [[nodiscard]] hls::MediaPlaylist wholeModel() const;
    [[nodiscard]] std::string printWholeDelta() const;

    WindowContent content_;
    PlaylistText media_;
    PlaylistText delta_;
    PlaylistText wholeDelta_;
};

using SnapshotPtr = std::shared_ptr<const WindowSnapshot>;

}  // namespace footlight::relay::origin
