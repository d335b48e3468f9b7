#pragma once

#include <QString>

#include "core/wire/stream_state.h"

/// What the relay says of a broadcast on air, in words for its streamer.
namespace footlight::models {

/// How a state is to be shown: as its icon's name and what kind of news it is.
enum class Mood { Plain, Good, Care };

struct Saying {
    QString icon;
    Mood mood = Mood::Plain;
    QString text;      ///< short: "Sending 2.5 Mbit/s"
    QString sentence;  ///< whole, for hover and screen readers; may be empty
};

/// What is wrong and what to set, with the measured figure. In the relay's own words where its code is
/// unknown here.
QString adviceText(const wire::HealthAdvice& advice);
/// "Primary", "Backup".
QString slotText(wire::IngestSlot slot);
Saying recordingSaying(const wire::RecordingStatus& recording);
Saying targetSaying(const wire::TargetStatus& target);

}  // namespace footlight::models
