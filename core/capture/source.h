#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace footlight::capture {

/// One source of a scene. Kept in the saved scene; never given to another source of the same scene.
struct SourceId {
    std::int64_t value = 0;
    auto operator<=>(const SourceId&) const = default;
};

/// A sort of source that a person can add: the test pattern, a screen, a camera ...
struct SourceKind {
    std::string id;           ///< stable, for scripts and saved scenes: "footlight_test_pattern"
    std::string displayName;  ///< English; the window translates it
    bool hasVideo = false;
    bool hasAudio = false;
    bool available = false;
    std::string whyNot;  ///< where not available: what is missing and which package brings it
};

/// One source as the list beside the preview shows it.
struct Source {
    SourceId id;
    std::string kind;
    std::string name;
    bool visible = true;
    bool hasVideo = false;
    bool hasAudio = false;
    double volumeDb = 0;
    bool muted = false;
    int width = 0;   ///< pixels; 0 until the source has a picture
    int height = 0;  ///< pixels
};

/// 0xRRGGBBAA.
struct Colour {
    std::uint32_t rgba = 0xFFFFFFFF;
    auto operator<=>(const Colour&) const = default;
};

using PropertyValue = std::variant<bool, std::int64_t, double, std::string, Colour>;

enum class PropertyType : std::uint8_t {
    Toggle,        ///< bool
    Number,        ///< std::int64_t within minimum .. maximum
    Fraction,      ///< double within minimum .. maximum
    Text,          ///< std::string, one line
    LongText,      ///< std::string, several lines
    Path,          ///< std::string, a file; `filter` is in QFileDialog's form
    Colour,        ///< Colour
    NumberChoice,  ///< std::int64_t, one of `choices`
    TextChoice,    ///< std::string, one of `choices`
    Action,        ///< a button: setProperty with any value presses it
};

struct PropertyChoice {
    std::string label;
    PropertyValue value;
    bool enabled = true;
};

/// One setting of a source, with what is needed to draw a control for it. Setting one may change the others
/// (a camera's resolutions): read them again afterwards.
struct Property {
    std::string name;
    std::string label;
    PropertyType type = PropertyType::Text;
    PropertyValue value;
    double minimum = 0;
    double maximum = 0;
    double step = 1;
    std::string unit;
    std::string filter;
    bool enabled = true;
    std::vector<PropertyChoice> choices;
};

}  // namespace footlight::capture
