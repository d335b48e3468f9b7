#pragma once

#include <cstdint>

namespace footlight::rtmp::amf0 {

/// AMF0 2.1.
enum class Marker : std::uint8_t {
    Number = 0,
    Boolean = 1,
    String = 2,
    Object = 3,
    MovieClip = 4,
    Null = 5,
    Undefined = 6,
    Reference = 7,
    EcmaArray = 8,
    ObjectEnd = 9,
    StrictArray = 10,
    Date = 11,
    LongString = 12,
    Unsupported = 13,
    RecordSet = 14,
    XmlDocument = 15,
    TypedObject = 16,
    AvmPlus = 17,
};

}  // namespace footlight::rtmp::amf0
