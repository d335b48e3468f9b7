#pragma once

#include <deque>
#include <optional>

#include "core/base/clock.h"
#include "core/base/piece.h"
#include "core/media/bitstream/flv_file.h"
#include "core/media/bitstream/flv_tag.h"
#include "core/media/types/packet.h"

namespace footlight::relay::vod {

/// A stretch of the capture clock.
struct FillRange {
    UtcTime from{};
    UtcTime to{};
};

struct FillFrame {
    media::Packet packet;  ///< in the file's own times
    UtcTime capturedAt{};
};

/// Reads the frames of a streamer's own FLV recording that were captured within a range, from the first key
/// frame on. The file dates itself by `onFootlightClock` messages. Blocks; one thread.
class FillReader {
public:
    FillReader(Piece file, FillRange range) : file_(std::move(file)), range_(range) {}

    /// Nothing at the end. Corrupt where it is no such file; Unsupported where its tracks change within the
    /// range.
    Result<std::optional<FillFrame>> next();
    /// Known with the first frame.
    [[nodiscard]] const media::Tracks& tracks() const { return tracks_; }

private:
    struct Mark {
        media::MediaTime at{};
        UtcTime utc{};
    };

    Result<bool> readTag();
    Result<> takeMedia(const media::flv::FileTag& file);
    Result<> configure(const media::flv::Tag& tag);
    void takeFrame(const media::flv::FileTag& file, const media::flv::Tag& tag);
    void takeData(const media::flv::FileTag& file);

    Piece file_;
    FillRange range_;
    std::uint64_t position_ = 0;
    media::flv::FileReader reader_;
    media::Tracks tracks_;
    std::optional<Mark> mark_;
    std::deque<FillFrame> frames_;
    bool hasBegun_ = false;
    bool isOver_ = false;
};

}  // namespace footlight::relay::vod
