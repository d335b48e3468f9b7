#pragma once

#include <optional>
#include <vector>

#include "core/media/cmaf/init_reader.h"
#include "core/media/cmaf/movie_boxes.h"

namespace footlight::media {

/// The sample tables of one track of a progressive file (ISO/IEC 14496-12 8.6, 8.7) as they grow: about five
/// bytes a frame. Times are in the track's ticks and may jump; a frame lasts until the next one begins.
class TrackTables {
public:
    explicit TrackTables(const InitTrack& track);

    /// A chunk begins at `offset` of the media data; its frames are as `entry` describes.
    void beginChunk(std::uint64_t offset, const Bytes& sampleEntry);
    /// In the order of decoding; a `dts` that is not behind the one before is moved there.
    void add(std::uint64_t dts, std::uint32_t size, std::uint32_t duration, std::int32_t compositionOffset,
             bool isKeyFrame);

    [[nodiscard]] MediaKind kind() const { return head_.kind; }
    [[nodiscard]] std::uint32_t timescale() const { return head_.timescale; }
    [[nodiscard]] bool isEmpty() const { return !last_; }
    /// When the first frame is shown and when the last one has been, in ticks.
    [[nodiscard]] std::int64_t shownAt() const;
    [[nodiscard]] std::int64_t shownUntil() const { return shownEnd_; }

    /// `trak`, as number `id`; the media data begins at `base` of the file, and the movie at `zero` of the
    /// track's time.
    void write(BoxWriter& writer, std::uint32_t id, std::uint64_t base, std::int64_t zero,
               std::uint32_t movieTimescale) const;

private:
    struct Repeated {
        std::uint32_t count;
        std::uint32_t value;
    };
    struct ChunkKind {
        std::uint32_t firstChunk;
        std::uint32_t samples;
        std::uint32_t entry;
    };
    struct Last {
        std::uint64_t dts;
        std::uint32_t duration;
    };

    static void repeat(std::vector<Repeated>& runs, std::uint32_t value);
    std::vector<ChunkKind> chunkKinds() const;
    void writeEdits(BoxWriter& writer, std::int64_t zero, std::uint32_t movieTimescale) const;
    void writeSampleTable(BoxWriter& writer, std::uint64_t base) const;
    void writeTimes(BoxWriter& writer) const;
    void writeChunks(BoxWriter& writer, std::uint64_t base) const;

    struct Chunk {
        std::uint64_t offset;
        std::uint32_t samples;
        std::uint32_t entry;
    };

    TrackHead head_;
    std::vector<Bytes> entries_;
    std::vector<Chunk> chunks_;
    std::vector<std::uint32_t> sizes_;
    std::vector<Repeated> durations_;  ///< of all but the last
    std::vector<Repeated> offsets_;
    std::vector<std::uint32_t> keyFrames_;
    bool isReordered_ = false;
    std::uint64_t first_ = 0;
    std::int64_t shownEnd_ = 0;
    std::optional<Last> last_;
};

}  // namespace footlight::media
