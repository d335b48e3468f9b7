#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/piece.h"
#include "core/base/result.h"
#include "core/media/types/media_time.h"
#include "core/net/async/task.h"
#include "core/relay/ports/channel_policy.h"

namespace footlight::relay {

/// What a segment is, before its first part.
struct SegmentHead {
    std::uint64_t sequence = 0;
    UtcTime shownAt{};  ///< when its first frame was captured
    bool discontinuity = false;
    bool isSlate = false;
    std::string init;  ///< the name of its initialisation section
};

struct ArchivedPart {
    PartBodyPtr body;
    media::MediaTime duration{};
    bool isIndependent = false;
};

struct ArchivedSegment {
    SegmentHead head;
    media::MediaTime duration{};
    bool isGap = false;  ///< listed to keep the count: the archive does not have it
    /// One where the single parts are not known any more; none where they were not asked for.
    std::vector<ArchivedPart> parts;
};

/// What a broadcast promised its players and keeps promising after a restart.
struct BroadcastRecord {
    std::string channel;
    ChannelId channelId;
    BroadcastId broadcast;
    ChannelPolicy policy;  ///< without targets' keys: those come anew from the hub
    UtcTime startedAt{};
    media::MediaTime targetDuration{};
    media::MediaTime partTarget{};
    std::string multivariant;  ///< the text of the multivariant playlist
};

struct ArchivedRendition {
    std::string name;                                        ///< "source"
    std::vector<ArchivedSegment> segments;                   ///< all, numbered without a gap, oldest first
    std::vector<std::pair<std::string, SharedBytes>> inits;  ///< by name: those of segments with parts
};

/// A broadcast that no one ended: its origin did not live to see it.
struct UnfinishedBroadcast {
    BroadcastRecord record;
    std::vector<ArchivedRendition> renditions;
};

/// Keeps one broadcast as it is made. Calls never wait: a worker writes behind, and moves each part's body
/// into its file once it is there. Called on the stream's thread. Where the disk refuses, the recording
/// pauses and says so; the parts stay in memory and live goes on.
class BroadcastArchive {
public:
    virtual ~BroadcastArchive() = default;
    virtual void describe(const BroadcastRecord& record) = 0;
    virtual void init(const std::string& rendition, const std::string& name, SharedBytes bytes) = 0;
    virtual void begin(const std::string& rendition, const SegmentHead& head) = 0;
    /// Of the segment that was begun last.
    virtual void part(const std::string& rendition, ArchivedPart part) = 0;
    virtual void close(const std::string& rendition) = 0;
    /// The broadcast is over: the recording is a video from now on, or is gone where it was not to be kept.
    virtual void end(UtcTime at) = 0;
};

/// Where broadcasts are kept. Any thread.
class Archive {
public:
    virtual ~Archive() = default;
    /// Begins a broadcast's archive, or goes on with it.
    virtual std::shared_ptr<BroadcastArchive> open(const BroadcastRecord& record) = 0;
    /// What an earlier process left, once at the start: every segment is listed, those of the last `window`
    /// have their parts.
    virtual net::Task<std::vector<UnfinishedBroadcast>> unfinished(media::MediaTime window) = 0;
    /// One segment or initialisation section of a broadcast, on air or not. NotFound.
    virtual net::Task<Result<Piece>> file(BroadcastId broadcast, std::string rendition, std::string name) = 0;
};

}  // namespace footlight::relay
