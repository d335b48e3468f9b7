#pragma once

#include <algorithm>
#include <boost/json.hpp>
#include <boost/mp11/algorithm.hpp>
#include <cmath>
#include <string>
#include <variant>

#include "core/wire/describe.h"
#include "core/wire/json.h"
#include "core/wire/json_writer.h"

namespace footlight::wire {

/// Reads the structures of this folder from Boost.JSON values and remembers the first thing that was wrong.
/// Included by json_messages.h alone.
class JsonReader {
public:
    explicit JsonReader(ParseFailure& failure) : failure_(failure) {}

    template <typename T>
    bool readRoot(const boost::json::value& json, T& out) {
        if (!json.is_object()) {
            return wrong("", "the text must be a JSON object");
        }
        return readMembers(json.get_object(), "", out);
    }

    template <typename... Ts>
    bool readRoot(const boost::json::value& json, std::variant<Ts...>& out) {
        if (!json.is_object()) {
            return wrong("", "the text must be a JSON object");
        }
        const auto* type = json.get_object().if_contains("type");
        if (type == nullptr || !type->is_string()) {
            return wrong("type", mustBe("type", typeNames<Ts...>()));
        }
        const std::string_view name(type->get_string().data(), type->get_string().size());
        bool read = false;
        const bool known = ((name == kType<Ts> &&
                             (read = readMembers(json.get_object(), "", out.template emplace<Ts>()), true)) ||
                            ...);
        return known ? read : wrong("type", mustBe("type", typeNames<Ts...>()));
    }

private:
    /// Whole numbers beyond 2^53 do not survive every JSON reader.
    static constexpr std::int64_t kLargestInteger = 9007199254740992;
    static constexpr Bounds kElement{0, 256};

    template <typename... Ts>
    static std::string typeNames() {
        std::string names = "one of";
        ((names += " `" + std::string(kType<Ts>) + "`"), ...);
        return names;
    }

    static std::string mustBe(const std::string& path, const std::string& what) {
        return "`" + path + "` must be " + what;
    }

    bool wrong(std::string field, std::string message) {
        failure_ = {std::move(field), std::move(message)};
        return false;
    }

    template <typename T>
    bool readMembers(const boost::json::object& object, const std::string& prefix, T& out) {
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        bool good = true;
        boost::mp11::mp_for_each<Members>([&]<typename D>(D) {
            const auto* member = object.if_contains(D::name);
            if constexpr (kIsLeftOutWhenEmpty<D::pointer>) {
                if (member == nullptr) {
                    (out.*D::pointer).clear();
                    return;
                }
            }
            good = good && readMember(member, prefix + D::name, out.*D::pointer, kBounds<D::pointer>);
        });
        return good;
    }

    template <typename T>
    bool readMember(const boost::json::value* json, const std::string& path, T& out, Bounds bounds) {
        if (json == nullptr) {
            return wrong(path, "`" + path + "` is missing: it must be " + describe(out, bounds));
        }
        if (read(*json, path, out, bounds)) {
            return true;
        }
        return failure_.message.empty() ? wrong(path, mustBe(path, describe(out, bounds))) : false;
    }
    template <typename T>
    bool readMember(const boost::json::value* json, const std::string& path, std::optional<T>& out,
                    Bounds bounds) {
        if (json == nullptr || json->is_null()) {
            out.reset();
            return true;
        }
        return readMember(json, path, out.emplace(), bounds);
    }

    bool read(const boost::json::value& json, const std::string&, std::string& out, Bounds bounds) {
        if (!json.is_string()) {
            return false;
        }
        const std::string_view text(json.get_string().data(), json.get_string().size());
        const auto length = characters(text);
        if (length < bounds.least || length > bounds.most) {
            return false;
        }
        out = text;
        return true;
    }
    bool read(const boost::json::value& json, const std::string& path, Secret& out, Bounds bounds) {
        std::string text;
        if (!read(json, path, text, bounds)) {
            return false;
        }
        out = Secret(std::move(text));
        return true;
    }
    bool read(const boost::json::value& json, const std::string&, bool& out, Bounds) {
        if (!json.is_bool()) {
            return false;
        }
        out = json.get_bool();
        return true;
    }
    bool read(const boost::json::value& json, const std::string&, std::int64_t& out, Bounds) {
        if (!json.is_int64() || std::abs(json.get_int64()) > kLargestInteger) {
            return false;
        }
        out = json.get_int64();
        return true;
    }
    bool read(const boost::json::value& json, const std::string&, double& out, Bounds) {
        if (!json.is_number()) {
            return false;
        }
        out = json.to_number<double>();
        return std::isfinite(out);
    }
    bool read(const boost::json::value& json, const std::string& path, UtcTime& out, Bounds bounds) {
        std::int64_t milliseconds = 0;
        if (!read(json, path, milliseconds, bounds) || milliseconds < 0) {
            return false;
        }
        out = utcFromMilliseconds(milliseconds);
        return true;
    }
    template <typename Tag>
    bool read(const boost::json::value& json, const std::string&, Id<Tag>& out, Bounds) {
        const auto id = json.is_string() ? Id<Tag>::parse(std::string_view(json.get_string())) : std::nullopt;
        out = id.value_or(Id<Tag>{});
        return id.has_value();
    }
    template <typename E>
    requires std::is_enum_v<E>
    bool read(const boost::json::value& json, const std::string&, E& out, Bounds) {
        if (!json.is_string()) {
            return false;
        }
        bool known = false;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&]<typename D>(D) {
            if (json.get_string() == JsonWriter::enumName(D::value)) {
                out = D::value;
                known = true;
            }
        });
        return known;
    }
    template <typename T>
    bool read(const boost::json::value& json, const std::string& path, std::vector<T>& out, Bounds bounds) {
        if (!json.is_array() || json.get_array().size() < bounds.least ||
            json.get_array().size() > bounds.most) {
            return false;
        }
        out.clear();
        for (const auto& item : json.get_array()) {
            const auto itemPath = path + "[" + std::to_string(out.size()) + "]";
            if (!readMember(&item, itemPath, out.emplace_back(), kElement)) {
                return false;
            }
        }
        return true;
    }
    template <typename T>
    requires boost::describe::has_describe_members<T>::value bool read(const boost::json::value& json,
                                                                       const std::string& path, T& out,
                                                                       Bounds) {
        return json.is_object() && readMembers(json.get_object(), path + ".", out);
    }

    static std::size_t characters(std::string_view utf8) {
        return static_cast<std::size_t>(std::ranges::count_if(
            utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    }

    static std::string count(Bounds bounds) {
        return bounds.least == 0 ? "at most " + std::to_string(bounds.most)
                                 : std::to_string(bounds.least) + " to " + std::to_string(bounds.most);
    }
    static std::string describe(const std::string&, Bounds bounds) {
        return "a string of " + count(bounds) + " characters";
    }
    static std::string describe(const Secret&, Bounds bounds) {
        return "a string of " + count(bounds) + " characters";
    }
    static std::string describe(bool, Bounds) { return "true or false"; }
    static std::string describe(std::int64_t, Bounds) { return "a whole number"; }
    static std::string describe(double, Bounds) { return "a number"; }
    static std::string describe(UtcTime, Bounds) { return "a time in UTC milliseconds"; }
    template <typename Tag>
    static std::string describe(const Id<Tag>&, Bounds) {
        return "an id (a UUID in its 36-character form)";
    }
    template <typename E>
    requires std::is_enum_v<E>
    static std::string describe(E, Bounds) {
        std::string names = "one of";
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&names]<typename D>(D) { names += " `" + JsonWriter::enumName(D::value) + "`"; });
        return names;
    }
    template <typename T>
    static std::string describe(const std::vector<T>&, Bounds bounds) {
        return "a list of " + count(bounds) + " entries";
    }
    template <typename T>
    requires boost::describe::has_describe_members<T>::value static std::string describe(const T&, Bounds) {
        return "an object";
    }

    ParseFailure& failure_;
};

}  // namespace footlight::wire
