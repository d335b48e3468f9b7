#pragma once

#include <QMetaType>
#include <QString>
#include <QtGlobal>
#include <optional>

#include "core/base/clock.h"

namespace footlight::playback {

/// What a player can say about itself at one moment. Medians over time are the caller's.
struct Statistics {
    double bitrateKbps = 0;     ///< of the media that came in over the last seconds
    double fps = 0;             ///< pictures shown a second
    quint64 droppedFrames = 0;  ///< decoded or skipped, never shown, since open(); the join is not counted
    std::optional<double> latencyMs;    ///< relay's time now less the capture time of the picture on screen
    std::optional<UtcTime> capturedAt;  ///< of the picture on screen, by the relay's clock
    std::optional<double>
        glassLatencyMs;        ///< relay's time when it was shown less the time strip inside the picture
    int stalls = 0;            ///< times that playback ran dry since open()
    double position = 0;       ///< seconds of media since the first picture
    bool isLive = true;        ///< more will come; false for a recording
    bool canSeek = false;      ///< seek() goes to any place of it
    double listedSeconds = 0;  ///< of all that the playlist lists
    double listedAt = 0;       ///< of the picture shown, from the start of what is listed
    double bufferSeconds = 0;  ///< media at hand ahead of the play head
    double targetLatencySeconds = 0;  ///< how far behind the live edge the player wants to be
    QString rendition;                ///< name of the rendition, empty where the stream names none
    double rate = 1;                  ///< 0.95 to 1.08; 1 when on target
    std::optional<double>
        joinMs;  ///< open() (or the channel going live, for a player that waited) to the first picture in the
                 ///< sink, which may be a still one until there is enough to play
};

}  // namespace footlight::playback

Q_DECLARE_METATYPE(footlight::playback::Statistics)
