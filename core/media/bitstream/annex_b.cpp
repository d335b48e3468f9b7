#include "core/media/bitstream/annex_b.h"

#include <algorithm>
#include <array>

#include "core/base/byte_writer.h"

namespace footlight::media {

namespace {

constexpr std::array<std::uint8_t, 3> kStartCode{0, 0, 1};

ByteView withoutTrailingZeros(ByteView unit) {
    while (!unit.empty() && unit.back() == 0) {
        unit = unit.first(unit.size() - 1);
    }
    return unit;
}

}  // namespace

std::vector<ByteView> annexBUnits(ByteView stream) {
    std::vector<ByteView> units;
    const auto find = [&](auto from) {
        return std::search(from, stream.end(), kStartCode.begin(), kStartCode.end());
    };
    for (auto code = find(stream.begin()); code != stream.end();) {
        const auto begin = code + kStartCode.size();
        code = find(begin);
        if (const ByteView unit = withoutTrailingZeros(ByteView(begin, code)); !unit.empty()) {
            units.push_back(unit);
        }
    }
    return units;
}

Bytes lengthPrefixed(const std::vector<ByteView>& units) {
    ByteWriter writer;
    for (const ByteView unit : units) {
        writer.u32(static_cast<std::uint32_t>(unit.size()));
        writer.append(unit);
    }
    return writer.take();
}

}  // namespace footlight::media
