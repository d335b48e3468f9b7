#include "core/rtmp/protocol/amf0.h"

#include <algorithm>

namespace footlight::rtmp::amf0 {

// Here, because a Property is not whole yet where an Object is declared.
Object::Object() = default;
Object::~Object() = default;
Object::Object(const Object& other) = default;
Object& Object::operator=(const Object& other) = default;
Object::Object(Object&& other) noexcept = default;
Object& Object::operator=(Object&& other) noexcept = default;

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
