#include "core/media/bitstream/nal_unit.h"

namespace footlight::media {

Bytes rawPayload(ByteView unit, std::size_t headerSize) {
    Bytes payload;
    if (unit.size() <= headerSize) {
        return payload;
    }
    payload.reserve(unit.size());
    unsigned zeros = 0;
    for (const std::uint8_t byte : unit.subspan(headerSize)) {
        if (zeros >= 2 && byte == 3) {
            zeros = 0;
            continue;
        }
        zeros = byte == 0 ? zeros + 1 : 0;
        payload.push_back(byte);
    }
    return payload;
}

}  // namespace footlight::media
