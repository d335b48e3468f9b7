#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/media/types/media_time.h"

namespace footlight::tests {

/// A fragment of a clip: one moof and its mdat.
struct ClipPart {
    QByteArray bytes;
    media::MediaTime duration{};
    bool isIndependent = false;
};

/// A short film made by ffmpeg: moving bars with the time strip of media/types/time_strip.h at the foot and a
/// tone, in fragments of a fifth of a second with a key frame each second.
struct Clip {
    QByteArray initSegment;
    std::vector<ClipPart> parts;
    int frames = 0;

    /// The capture time that the strip of the first frame tells.
    static UtcTime startsAt();
    [[nodiscard]] media::MediaTime duration() const;
    [[nodiscard]] QByteArray wholeFile() const;
};

inline constexpr int kClipWidth = 320;
inline constexpr int kClipHeight = 180;
inline constexpr int kClipRate = 30;

/// The film in H.264 and AAC, 12 s; made once a run. Nothing where ffmpeg cannot.
const std::optional<Clip>& clip();
/// The same film, without sound, as transport stream segments of two seconds.
std::vector<QByteArray> transportStreamClip();

}  // namespace footlight::tests
