#pragma once

#include "core/relay/origin/window_snapshot.h"

namespace footlight::relay::origin {

/// The segments of one broadcast that can be fetched: a sliding list that grows part by part. Numbers go on
/// for the life of the broadcast, whoever publishes it. Used by one thread at a time; snapshots are for all.
class LiveWindow {
public:
    struct Start {
        BroadcastId broadcastId;
        Announcement announcement;
        std::uint64_t sequence = 0;               ///< of the first segment
        std::uint64_t discontinuitySequence = 0;  ///< before it
        media::MediaTime length{};                ///< how much is listed
        HistoryPtr history{};                     ///< before `segments`; null: what leaves the window is lost
        std::vector<SegmentPtr> segments{};       ///< listed from the beginning: what an earlier process made
    };
    explicit LiveWindow(Start start);

    /// Closes the segment that is open and begins the next.
    void beginSegment(UtcTime shownAt, bool discontinuity, std::shared_ptr<const InitSection> init);
    /// Adds to the open segment.
    void addPart(WindowPart part);
    /// Closes the segment that is open; an empty one vanishes.
    void closeSegment();
    /// Lists a segment that cannot be fetched in place of the open one, which is empty.
    void closeAsGap(media::MediaTime duration);
    void setReports(std::vector<hls::RenditionReport> reports) { content_.reports = std::move(reports); }
    [[nodiscard]] bool isOpen() const { return isOpen_; }
    void setPhase(WindowPhase phase) { content_.phase = phase; }
    [[nodiscard]] std::size_t openParts() const { return isOpen_ ? open_.parts.size() : 0; }

    [[nodiscard]] std::uint64_t nextSequence() const { return content_.nextSequence; }
    [[nodiscard]] const Announcement& announcement() const { return content_.announcement; }
    /// Discontinuities before the segment that comes next.
    [[nodiscard]] std::uint64_t discontinuities() const;
    /// How far this window is, for the playlists of other renditions.
    [[nodiscard]] hls::RenditionReport report(std::string uri) const;
    [[nodiscard]] SnapshotPtr snapshot() const;

private:
    void list(WindowSegment segment);
    void slide();

    WindowContent content_;
    media::MediaTime length_;
    WindowSegment open_;
    bool isOpen_ = false;
};

}  // namespace footlight::relay::origin
