#include "core/capture/source_properties.h"

#include <optional>

#include "core/capture/obs_handles.h"

namespace footlight::capture {

namespace {

std::string text(const char* value) { return value == nullptr ? std::string() : std::string(value); }

/// libobs keeps colours as 0xAABBGGRR.
Colour fromObsColour(std::uint32_t abgr) {
    return Colour{(abgr & 0xFF) << 24 | (abgr >> 8 & 0xFF) << 16 | (abgr >> 16 & 0xFF) << 8 | abgr >> 24};
}
std::uint32_t toObsColour(Colour colour) {
    const std::uint32_t rgba = colour.rgba;
    return rgba >> 24 | (rgba >> 16 & 0xFF) << 8 | (rgba >> 8 & 0xFF) << 16 | (rgba & 0xFF) << 24;
}

struct Reader {
    obs_data_t* settings;

    [[nodiscard]] std::optional<Property> read(obs_property_t* property) const {
        Property read;
        read.name = text(obs_property_name(property));
        read.label = text(obs_property_description(property));
        read.enabled = obs_property_enabled(property);
        return readTyped(property, read) ? std::optional(std::move(read)) : std::nullopt;
    }

private:
    bool readTyped(obs_property_t* property, Property& read) const;
    bool readList(obs_property_t* property, Property& read) const;
    void readInteger(obs_property_t* property, Property& read) const;
    void readFraction(obs_property_t* property, Property& read) const;
    bool readText(obs_property_t* property, Property& read) const;
    void readPath(obs_property_t* property, Property& read) const;
};

bool Reader::readTyped(obs_property_t* property, Property& read) const {
    const char* name = read.name.c_str();
    switch (obs_property_get_type(property)) {
        case OBS_PROPERTY_BOOL:
            read.type = PropertyType::Toggle;
            read.value = obs_data_get_bool(settings, name);
            return true;
        case OBS_PROPERTY_INT:
            readInteger(property, read);
            return true;
        case OBS_PROPERTY_FLOAT:
            readFraction(property, read);
            return true;
        case OBS_PROPERTY_TEXT:
            return readText(property, read);
        case OBS_PROPERTY_PATH:
            readPath(property, read);
            return true;
        case OBS_PROPERTY_COLOR:
        case OBS_PROPERTY_COLOR_ALPHA:
            read.type = PropertyType::Colour;
            read.value = fromObsColour(static_cast<std::uint32_t>(obs_data_get_int(settings, name)));
            return true;
        case OBS_PROPERTY_LIST:
            return readList(property, read);
        case OBS_PROPERTY_BUTTON:
            read.type = PropertyType::Action;
            read.value = false;
            return true;
        default:
            return false;
    }
}

void Reader::readInteger(obs_property_t* property, Property& read) const {
    read.type = PropertyType::Number;
    read.value = static_cast<std::int64_t>(obs_data_get_int(settings, read.name.c_str()));
    read.minimum = obs_property_int_min(property);
    read.maximum = obs_property_int_max(property);
    read.step = obs_property_int_step(property);
    read.unit = text(obs_property_int_suffix(property));
}

void Reader::readFraction(obs_property_t* property, Property& read) const {
    read.type = PropertyType::Fraction;
    read.value = obs_data_get_double(settings, read.name.c_str());
    read.minimum = obs_property_float_min(property);
    read.maximum = obs_property_float_max(property);
    read.step = obs_property_float_step(property);
    read.unit = text(obs_property_float_suffix(property));
}

bool Reader::readText(obs_property_t* property, Property& read) const {
    const auto type = obs_property_text_type(property);
    if (type == OBS_TEXT_INFO) {
        return false;
    }
    read.type = type == OBS_TEXT_MULTILINE ? PropertyType::LongText : PropertyType::Text;
    read.value = text(obs_data_get_string(settings, read.name.c_str()));
    return true;
}

void Reader::readPath(obs_property_t* property, Property& read) const {
    read.type = PropertyType::Path;
    read.value = text(obs_data_get_string(settings, read.name.c_str()));
    read.filter = text(obs_property_path_filter(property));
}

bool Reader::readList(obs_property_t* property, Property& read) const {
    const auto format = obs_property_list_format(property);
    if (format != OBS_COMBO_FORMAT_STRING && format != OBS_COMBO_FORMAT_INT) {
        return false;
    }
    const bool isText = format == OBS_COMBO_FORMAT_STRING;
    read.type = isText ? PropertyType::TextChoice : PropertyType::NumberChoice;
    if (isText) {
        read.value = text(obs_data_get_string(settings, read.name.c_str()));
    } else {
        read.value = static_cast<std::int64_t>(obs_data_get_int(settings, read.name.c_str()));
    }
    for (std::size_t i = 0; i < obs_property_list_item_count(property); ++i) {
        PropertyChoice choice{.label = text(obs_property_list_item_name(property, i)),
                              .value = std::string(),
                              .enabled = !obs_property_list_item_disabled(property, i)};
        if (isText) {
            choice.value = text(obs_property_list_item_string(property, i));
        } else {
            choice.value = static_cast<std::int64_t>(obs_property_list_item_int(property, i));
        }
        read.choices.push_back(std::move(choice));
    }
    return true;
}

void readAll(obs_properties_t* properties, const Reader& reader, std::vector<Property>& all) {
    for (auto* property = obs_properties_first(properties); property != nullptr;
         obs_property_next(&property)) {
        if (!obs_property_visible(property)) {
            continue;
        }
        if (obs_property_get_type(property) == OBS_PROPERTY_GROUP) {
            readAll(obs_property_group_content(property), reader, all);
        } else if (auto read = reader.read(property)) {
            all.push_back(std::move(*read));
        }
    }
}

tl::unexpected<Error> wrongValue(const Property& property, const std::string& what) {
    return fail(ErrorCategory::Invalid, "capture.property", "\"" + property.label + "\" takes " + what + ".");
}

/// Puts `value` into `changes` when it is of the property's type and within its bounds.
struct Writer {
    const Property& property;
    obs_data_t* changes;

    Result<void> write(const PropertyValue& value) const {
        if (value.index() != property.value.index()) {
            return wrongValue(property, "another type of value");
        }
        return std::visit([this](const auto& typed) { return put(typed); }, value);
    }

private:
    [[nodiscard]] const char* name() const { return property.name.c_str(); }

    [[nodiscard]] Result<void> put(bool value) const {
        obs_data_set_bool(changes, name(), value);
        return {};
    }
    [[nodiscard]] Result<void> put(std::int64_t value) const {
        const auto number = static_cast<double>(value);
        if (property.type == PropertyType::Number &&
            (number < property.minimum || number > property.maximum)) {
            return wrongValue(property,
                              "a number from " + std::to_string(static_cast<std::int64_t>(property.minimum)) +
                                  " to " + std::to_string(static_cast<std::int64_t>(property.maximum)));
        }
        obs_data_set_int(changes, name(), value);
        return {};
    }
    [[nodiscard]] Result<void> put(double value) const {
        if (!(value >= property.minimum && value <= property.maximum)) {
            return wrongValue(property, "a number from " + std::to_string(property.minimum) + " to " +
                                            std::to_string(property.maximum));
        }
        obs_data_set_double(changes, name(), value);
        return {};
    }
    [[nodiscard]] Result<void> put(const std::string& value) const {
        obs_data_set_string(changes, name(), value.c_str());
        return {};
    }
    [[nodiscard]] Result<void> put(Colour value) const {
        obs_data_set_int(changes, name(), toObsColour(value));
        return {};
    }
};

}  // namespace

std::vector<Property> readProperties(obs_source_t* source) {
    const PropertiesPtr properties(obs_source_properties(source));
    const DataPtr settings(obs_source_get_settings(source));
    std::vector<Property> all;
    if (properties) {
        obs_properties_apply_settings(properties.get(), settings.get());
        readAll(properties.get(), Reader{settings.get()}, all);
    }
    return all;
}

Result<void> writeProperty(obs_source_t* source, std::string_view name, const PropertyValue& value) {
    const auto all = readProperties(source);
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Property& p) { return p.name == name; });
    if (found == all.end()) {
        return fail(ErrorCategory::NotFound, "capture.property",
                    "This source has no setting \"" + std::string(name) + "\".");
    }
    if (found->type == PropertyType::Action) {
        const PropertiesPtr properties(obs_source_properties(source));
        obs_property_button_clicked(obs_properties_get(properties.get(), found->name.c_str()), source);
        return {};
    }
    const DataPtr changes(obs_data_create());
    auto written = Writer{*found, changes.get()}.write(value);
    if (written) {
        obs_source_update(source, changes.get());
    }
    return written;
}

}  // namespace footlight::capture
