#pragma once

#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <string>
#include <variant>

#include "core/wire/describe.h"

namespace footlight::wire {

/// Turns the structures of this folder into Boost.JSON values. Included by json_messages.h alone.
class JsonWriter {
public:
    template <typename T>
    static boost::json::value write(const T& value) {
        if constexpr (boost::describe::has_describe_members<T>::value) {
            boost::json::object object;
            writeMembers(value, object);
            return object;
        } else {
            return writeValue(value);
        }
    }

    template <typename... Ts>
    static boost::json::value write(const std::variant<Ts...>& message) {
        boost::json::object object;
        std::visit(
            [&object]<typename T>(const T& alternative) {
                object.emplace("type", kType<T>);
                writeMembers(alternative, object);
            },
            message);
        return object;
    }

    template <typename E>
    static std::string enumName(E value) {
        std::string name = boost::describe::enum_to_string(value, "");
        name[0] = static_cast<char>(name[0] - 'A' + 'a');
        return name;
    }

private:
    template <typename T>
    static void writeMembers(const T& value, boost::json::object& object) {
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<Members>([&]<typename D>(D) {
            if constexpr (kIsLeftOutWhenEmpty<D::pointer>) {
                if ((value.*D::pointer).empty()) {
                    return;
                }
            }
            writeMember(object, D::name, value.*D::pointer);
        });
    }

    template <typename T>
    static void writeMember(boost::json::object& object, const char* name, const T& value) {
        object.emplace(name, write(value));
    }
    template <typename T>
    static void writeMember(boost::json::object& object, const char* name, const std::optional<T>& value) {
        if (value) {
            object.emplace(name, write(*value));
        }
    }

    static boost::json::value writeValue(const std::string& value) { return boost::json::string(value); }
    static boost::json::value writeValue(const Secret& value) { return boost::json::string(value.reveal()); }
    static boost::json::value writeValue(bool value) { return value; }
    static boost::json::value writeValue(std::int64_t value) { return value; }
    static boost::json::value writeValue(double value) { return value; }
    static boost::json::value writeValue(UtcTime value) { return toMilliseconds(value); }
    template <typename Tag>
    static boost::json::value writeValue(const Id<Tag>& value) {
        return boost::json::string(value.text());
    }
    template <typename E>
    requires std::is_enum_v<E>
    static boost::json::value writeValue(E value) { return boost::json::string(enumName(value)); }
    template <typename T>
    static boost::json::value writeValue(const std::vector<T>& values) {
        boost::json::array array;
        array.reserve(values.size());
        for (const auto& value : values) {
            array.push_back(write(value));
        }
        return array;
    }
};

}  // namespace footlight::wire
