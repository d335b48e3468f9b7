#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/capture/source.h"

namespace footlight::capture {

class PluginSet;

/// How a picture is placed on the canvas when its source is added.
enum class Placement : std::uint8_t {
    Fill,    ///< as large as fits
    Shrink,  ///< in its own size, smaller where it would not fit
};

/// What we know of a kind before libobs is asked.
struct KnownKind {
    std::string_view id;
    std::string_view displayName;
    std::string_view plugin;  ///< empty: ours
    bool hasVideo = false;
    bool hasAudio = false;
    Placement placement = Placement::Fill;
    std::string_view missingHere;  ///< why the plugin may be there without this kind
};

inline constexpr std::string_view kTestPatternKind = "footlight_test_pattern";
inline constexpr std::string_view kScreenKind = "xshm_input";

std::span<const KnownKind> knownKinds();
const KnownKind* findKind(std::string_view id);

/// The id that libobs creates a source with (the newest version of a kind), empty where it is not available.
std::string obsIdOf(const KnownKind& kind);
/// The kind as a person may choose it, with the reason where it is not available.
SourceKind describe(const KnownKind& kind, const PluginSet& plugins);

}  // namespace footlight::capture
