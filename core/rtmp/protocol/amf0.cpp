#include "core/rtmp/protocol/amf0.h"

#include <algorithm>

namespace footlight::rtmp::amf0 {

Object::Object(std::initializer_list<Property> list, bool ecmaArray)
    : properties(list), isEcmaArray(ecmaArray) {}

const Value* Object::find(std::string_view name) const {
    const auto found = std::find_if(properties.rbegin(), properties.rend(),
                                    [&](const Property& property) { return property.name == name; });
    return found == properties.rend() ? nullptr : &found->value;
}

bool Object::operator==(const Object& other) const {
    return isEcmaArray == other.isEcmaArray && properties == other.properties;
}

bool Value::operator==(const Value& other) const { return data_ == other.data_; }

}  // namespace footlight::rtmp::amf0
