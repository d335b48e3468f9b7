#pragma once

#include "core/relay/recording/recording.h"

namespace footlight::relay::recording {

/// Stretches without picture between what is shown, by the capture clock; shorter ones than `least` are none.
/// What was filled in afterwards is shown too.
std::vector<RecordingHole> holesOf(const KeptRendition& rendition, std::chrono::milliseconds least);

/// How large and long a recording is, and what it lacks; the longest rendition speaks for all. Phase and
/// reason are left as they are.
RecordingState stateOf(const RecordingContent& content, std::chrono::milliseconds leastHole);

}  // namespace footlight::relay::recording
