#pragma once

#include <obs.h>

#include <memory>

namespace footlight::capture {

/// Releases a libobs handle by the function of its type.
template <auto release>
struct ObsRelease {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};

using SourcePtr = std::unique_ptr<obs_source_t, ObsRelease<obs_source_release>>;
using ScenePtr = std::unique_ptr<obs_scene_t, ObsRelease<obs_scene_release>>;
using SceneItemPtr = std::unique_ptr<obs_sceneitem_t, ObsRelease<obs_sceneitem_release>>;
using DataPtr = std::unique_ptr<obs_data_t, ObsRelease<obs_data_release>>;
using DataArrayPtr = std::unique_ptr<obs_data_array_t, ObsRelease<obs_data_array_release>>;
using PropertiesPtr = std::unique_ptr<obs_properties_t, ObsRelease<obs_properties_destroy>>;
using EncoderPtr = std::unique_ptr<obs_encoder_t, ObsRelease<obs_encoder_release>>;
using OutputPtr = std::unique_ptr<obs_output_t, ObsRelease<obs_output_release>>;
using VolumeMeterPtr = std::unique_ptr<obs_volmeter_t, ObsRelease<obs_volmeter_destroy>>;
using DisplayPtr = std::unique_ptr<obs_display_t, ObsRelease<obs_display_destroy>>;
using TexturePtr = std::unique_ptr<gs_texture_t, ObsRelease<gs_texture_destroy>>;

/// The graphics context of libobs, for as long as this lives.
class GraphicsScope {
public:
    GraphicsScope() { obs_enter_graphics(); }
    ~GraphicsScope() { obs_leave_graphics(); }
    GraphicsScope(const GraphicsScope&) = delete;
    GraphicsScope& operator=(const GraphicsScope&) = delete;
};

}  // namespace footlight::capture
