#pragma once

#include "core/base/result.h"
#include "core/capture/broadcaster.h"
#include "core/capture/obs_handles.h"

namespace footlight::capture {

class PluginSet;

/// Invalid where the settings or destinations cannot be, naming what can.
Result<void> checkBroadcast(const std::vector<Destination>& destinations, const EncoderSettings& settings);

/// x264 for low delay: no B-frames, no look-ahead, key frames at regular distances, rate bound within a
/// second.
Result<EncoderPtr> makeVideoEncoder(const EncoderSettings& settings, const PluginSet& plugins);
/// AAC-LC at 48 kHz.
Result<EncoderPtr> makeAudioEncoder(const EncoderSettings& settings, const PluginSet& plugins);

}  // namespace footlight::capture
