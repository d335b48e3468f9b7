#include "core/capture/source_kinds.h"

#include <obs.h>

#include <algorithm>
#include <array>

#include "core/capture/plugin_set.h"

namespace footlight::capture {

namespace {

constexpr std::string_view kNeedsX11 = "Needs an X11 session; under Wayland use the PipeWire screen.";
constexpr std::string_view kNeedsWindowManager =
    "Needs an X11 session with a window manager (EWMH); under Wayland use the PipeWire screen.";
constexpr std::string_view kNeedsPortal =
    "Needs PipeWire and xdg-desktop-portal running in this desktop session; on X11 use the X11 screen.";

constexpr std::array<KnownKind, 11> kKinds = {{
    {kTestPatternKind, "Test pattern", "", true, true, Placement::Fill, ""},
    {kScreenKind, "Screen (X11)", "linux-capture", true, false, Placement::Fill, kNeedsX11},
    {"pipewire-desktop-capture-source", "Screen (PipeWire)", "linux-pipewire", true, false, Placement::Fill,
     kNeedsPortal},
    {"xcomposite_input", "Window", "linux-capture", true, false, Placement::Fill, kNeedsWindowManager},
    {"v4l2_input", "Camera", "linux-v4l2", true, false, Placement::Fill, ""},
    {"pulse_input_capture", "Microphone", "linux-pulseaudio", false, true, Placement::Fill, ""},
    {"pulse_output_capture", "Desktop audio", "linux-pulseaudio", false, true, Placement::Fill, ""},
    {"image_source", "Image", "image-source", true, false, Placement::Shrink, ""},
    {"text_ft2_source", "Text", "text-freetype2", true, false, Placement::Shrink, ""},
    {"color_source", "Colour", "image-source", true, false, Placement::Fill, ""},
    {"ffmpeg_source", "Media file", "obs-ffmpeg", true, true, Placement::Fill, ""},
}};

}  // namespace

std::span<const KnownKind> knownKinds() { return kKinds; }

const KnownKind* findKind(std::string_view id) {
    const auto found =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const auto& kind) { return kind.id == id; });
    return found == kKinds.end() ? nullptr : &*found;
}

std::string obsIdOf(const KnownKind& kind) {
    const char* id = nullptr;
    const char* unversioned = nullptr;
    for (std::size_t i = 0; obs_enum_input_types2(i, &id, &unversioned); ++i) {
        if (kind.id == unversioned) {
            return obs_get_latest_input_type_id(unversioned);
        }
    }
    return {};
}

SourceKind describe(const KnownKind& kind, const PluginSet& plugins) {
    SourceKind described{.id = std::string(kind.id),
                         .displayName = std::string(kind.displayName),
                         .hasVideo = kind.hasVideo,
                         .hasAudio = kind.hasAudio,
                         .available = !obsIdOf(kind).empty(),
                         .whyNot = {}};
    if (!described.available) {
        const bool isPluginThere = kind.plugin.empty() || plugins.isLoaded(kind.plugin);
        described.whyNot = isPluginThere ? std::string(kind.missingHere) : plugins.whyNot(kind.plugin);
    }
    return described;
}

}  // namespace footlight::capture
