#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/bytes.h"
#include "core/base/result.h"

/// AMF0 (Adobe 2007): the values inside commands and data messages.
namespace footlight::rtmp::amf0 {

class Value;
struct Property;

struct Undefined {
    bool operator==(const Undefined&) const = default;
};
struct Null {
    bool operator==(const Null&) const = default;
};
/// Milliseconds since 1970; the time zone is always 0.
struct Date {
    double milliseconds = 0;
    bool operator==(const Date&) const = default;
};
using Array = std::vector<Value>;

/// An anonymous or typed object, or an ECMA array: names with values in the order of sending.
struct Object {
    std::vector<Property> properties;
    bool isEcmaArray = false;

    Object();
    Object(std::initializer_list<Property> list, bool ecmaArray = false);
    ~Object();
    Object(const Object& other);
    Object& operator=(const Object& other);
    Object(Object&& other) noexcept;
    Object& operator=(Object&& other) noexcept;

    /// Null where there is no such name; the last one counts where it is there twice.
    [[nodiscard]] const Value* find(std::string_view name) const;
    bool operator==(const Object& other) const;
};

/// One AMF0 value.
class Value {
public:
    Value() = default;
    Value(Null null) : data_(null) {}
    Value(double number) : data_(number) {}
    Value(bool boolean) : data_(boolean) {}
    Value(std::string text) : data_(std::move(text)) {}
    Value(std::string_view text) : data_(std::string(text)) {}
    Value(const char* text) : data_(std::string(text)) {}
    Value(Date date) : data_(date) {}
    Value(Object object) : data_(std::move(object)) {}
    Value(Array array) : data_(std::move(array)) {}

    /// The value where it is of that type, else null.
    [[nodiscard]] const double* number() const { return std::get_if<double>(&data_); }
    [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&data_); }
    [[nodiscard]] const Date* date() const { return std::get_if<Date>(&data_); }
    [[nodiscard]] const Object* object() const { return std::get_if<Object>(&data_); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&data_); }
    [[nodiscard]] bool isNull() const { return std::holds_alternative<Null>(data_); }
    [[nodiscard]] bool isUndefined() const { return std::holds_alternative<Undefined>(data_); }

    bool operator==(const Value& other) const;

private:
    std::variant<Undefined, Null, double, bool, std::string, Date, Object, Array> data_;
};

struct Property {
    std::string name;
    Value value;
    bool operator==(const Property&) const = default;
};

/// RELIABILITY L7. Counted over one whole message.
struct Limits {
    int depth = 16;
    int values = 1024;  ///< array elements and properties together
    int properties = 256;
    std::size_t text = 4 * 1024;  ///< bytes of one string
};

/// Every value up to the end. Corrupt where it is cut or over a limit, Unsupported for AMF3 and references.
Result<std::vector<Value>> readAll(ByteView bytes, const Limits& limits = {});

/// One behind the other; a text over 65535 bytes becomes a long string.
Bytes writeAll(const std::vector<Value>& values);

}  // namespace footlight::rtmp::amf0
