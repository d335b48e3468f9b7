#include <bit>

#include "core/base/byte_writer.h"
#include "core/rtmp/protocol/amf0.h"
#include "core/rtmp/protocol/amf0_markers.h"

namespace footlight::rtmp::amf0 {

namespace {

constexpr std::size_t kLongestShortText = 0xFFFF;

void writeMarker(Marker marker, ByteWriter& writer) { writer.u8(static_cast<std::uint8_t>(marker)); }

void writeName(std::string_view name, ByteWriter& writer) {
    const auto cut = name.substr(0, kLongestShortText);
    writer.u16(static_cast<std::uint16_t>(cut.size()));
    writer.append(cut);
}

void writeText(const std::string& text, ByteWriter& writer) {
    if (text.size() <= kLongestShortText) {
        writeMarker(Marker::String, writer);
        writeName(text, writer);
        return;
    }
    writeMarker(Marker::LongString, writer);
    writer.u32(static_cast<std::uint32_t>(text.size()));
    writer.append(text);
}

void writeValue(const Value& value, ByteWriter& writer);

void writeObject(const Object& object, ByteWriter& writer) {
    writeMarker(object.isEcmaArray ? Marker::EcmaArray : Marker::Object, writer);
    if (object.isEcmaArray) {
        writer.u32(static_cast<std::uint32_t>(object.properties.size()));
    }
    for (const Property& property : object.properties) {
        writeName(property.name, writer);
        writeValue(property.value, writer);
    }
    writer.u16(0);
    writeMarker(Marker::ObjectEnd, writer);
}

void writeArray(const Array& array, ByteWriter& writer) {
    writeMarker(Marker::StrictArray, writer);
    writer.u32(static_cast<std::uint32_t>(array.size()));
    for (const Value& element : array) {
        writeValue(element, writer);
    }
}

void writeValue(const Value& value, ByteWriter& writer) {
    if (const double* number = value.number()) {
        writeMarker(Marker::Number, writer);
        writer.u64(std::bit_cast<std::uint64_t>(*number));
    } else if (const bool* boolean = value.boolean()) {
        writeMarker(Marker::Boolean, writer);
        writer.u8(*boolean ? 1 : 0);
    } else if (const std::string* text = value.text()) {
        writeText(*text, writer);
    } else if (const Date* date = value.date()) {
        writeMarker(Marker::Date, writer);
        writer.u64(std::bit_cast<std::uint64_t>(date->milliseconds));
        writer.u16(0);
    } else if (const Object* object = value.object()) {
        writeObject(*object, writer);
    } else if (const Array* array = value.array()) {
        writeArray(*array, writer);
    } else {
        writeMarker(value.isNull() ? Marker::Null : Marker::Undefined, writer);
    }
}

}  // namespace

Bytes writeAll(const std::vector<Value>& values) {
    ByteWriter writer;
    for (const Value& value : values) {
        writeValue(value, writer);
    }
    return writer.take();
}

}  // namespace footlight::rtmp::amf0
