#include <bit>

#include "core/base/byte_reader.h"
#include "core/rtmp/protocol/amf0.h"
#include "core/rtmp/protocol/amf0_markers.h"

namespace footlight::rtmp::amf0 {

namespace {

tl::unexpected<Error> corrupt(std::string message) {
    return fail(ErrorCategory::Corrupt, "amf0.corrupt", std::move(message));
}

/// Reads the values of one message and keeps count of them.
class Reader {
public:
    Reader(ByteView bytes, const Limits& limits) : reader_(bytes), limits_(limits) {}

    [[nodiscard]] bool isAtEnd() const { return reader_.remaining() == 0; }

    Result<Value> value(int depth) {
        if (depth > limits_.depth) {
            return corrupt("AMF values are nested deeper than " + std::to_string(limits_.depth));
        }
        if (++values_ > limits_.values) {
            return corrupt("an AMF message holds over " + std::to_string(limits_.values) + " values");
        }
        const auto marker = static_cast<Marker>(reader_.u8());
        if (!reader_.ok()) {
            return cut();
        }
        switch (marker) {
            case Marker::Object:
                return object(depth, false);
            case Marker::TypedObject:
                return typedObject(depth);
            case Marker::EcmaArray:
                reader_.u32();
                return object(depth, true);
            case Marker::StrictArray:
                return array(depth);
            case Marker::String:
                return text(reader_.u16());
            case Marker::LongString:
            case Marker::XmlDocument:
                return text(reader_.u32());
            default:
                return scalar(marker);
        }
    }

private:
    static tl::unexpected<Error> cut() { return corrupt("an AMF value is cut short"); }

    Result<Value> checked(Value read) {
        if (!reader_.ok()) {
            return cut();
        }
        return read;
    }

    Result<Value> scalar(Marker marker) {
        switch (marker) {
            case Marker::Number:
                return checked(std::bit_cast<double>(reader_.u64()));
            case Marker::Boolean:
                return checked(reader_.u8() != 0);
            case Marker::Null:
                return Value(Null{});
            case Marker::Undefined:
            case Marker::Unsupported:
                return Value();
            case Marker::Date: {
                const Date date{std::bit_cast<double>(reader_.u64())};
                reader_.u16();
                return checked(date);
            }
            case Marker::AvmPlus:
                return fail(ErrorCategory::Unsupported, "amf0.amf3", "AMF3 values are not taken; use AMF0");
            default:
                return fail(ErrorCategory::Unsupported, "amf0.marker",
                            "AMF0 type " + std::to_string(static_cast<int>(marker)) + " is not taken");
        }
    }

    Result<std::string> plainText(std::size_t length) {
        if (length > limits_.text) {
            return corrupt("an AMF string is longer than " + std::to_string(limits_.text) + " bytes");
        }
        const std::string_view read = textOf(reader_.take(length));
        if (!reader_.ok()) {
            return cut();
        }
        return std::string(read);
    }

    Result<Value> text(std::size_t length) { return plainText(length); }

    Result<Value> typedObject(int depth) {
        const auto className = plainText(reader_.u16());
        if (!className) {
            return fail(className.error());
        }
        return object(depth, false);
    }

    Result<Value> object(int depth, bool isEcmaArray) {
        Object read;
        read.isEcmaArray = isEcmaArray;
        for (;;) {
            auto name = plainText(reader_.u16());
            if (!name) {
                return fail(std::move(name.error()));
            }
            if (name->empty() && isAtObjectEnd()) {
                return Value(std::move(read));
            }
            if (++properties_ > limits_.properties) {
                return corrupt("an AMF message holds over " + std::to_string(limits_.properties) +
                               " properties");
            }
            auto property = value(depth + 1);
            if (!property) {
                return fail(std::move(property.error()));
            }
            read.properties.push_back({std::move(*name), std::move(*property)});
        }
    }

    /// The end marker behind an empty name; anything else there is a property without a name.
    bool isAtObjectEnd() {
        ByteReader ahead = reader_;
        if (static_cast<Marker>(ahead.u8()) != Marker::ObjectEnd) {
            return false;
        }
        reader_ = ahead;
        return true;
    }

    Result<Value> array(int depth) {
        const std::uint32_t count = reader_.u32();
        Array read;
        for (std::uint32_t i = 0; i < count; ++i) {
            auto element = value(depth + 1);
            if (!element) {
                return fail(std::move(element.error()));
            }
            read.push_back(std::move(*element));
        }
        return checked(std::move(read));
    }

    ByteReader reader_;
    const Limits& limits_;
    int values_ = 0;
    int properties_ = 0;
};

}  // namespace

Result<std::vector<Value>> readAll(ByteView bytes, const Limits& limits) {
    Reader reader(bytes, limits);
    std::vector<Value> values;
    while (!reader.isAtEnd()) {
        auto value = reader.value(1);
        if (!value) {
            return fail(std::move(value.error()));
        }
        values.push_back(std::move(*value));
    }
    return values;
}

}  // namespace footlight::rtmp::amf0
