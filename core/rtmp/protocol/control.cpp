#include "core/rtmp/protocol/control.h"

#include <algorithm>

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"

namespace footlight::rtmp::control {

namespace {

constexpr std::uint8_t kDynamic = 2;
constexpr std::uint32_t kSmallestWindow = 16 * 1024;

}  // namespace

Bytes number(std::uint32_t value) {
    ByteWriter writer;
    writer.u32(value);
    return writer.take();
}

Bytes peerBandwidth(std::uint32_t window) {
    ByteWriter writer;
    writer.u32(window);
    writer.u8(kDynamic);
    return writer.take();
}

Bytes userControl(UserControl control) {
    ByteWriter writer;
    writer.u16(static_cast<std::uint16_t>(control.event));
    writer.u32(control.value);
    return writer.take();
}

std::optional<std::uint32_t> readNumber(ByteView body) {
    ByteReader reader(body);
    const std::uint32_t value = reader.u32();
    return reader.ok() ? std::optional(value) : std::nullopt;
}

std::optional<UserControl> readUserControl(ByteView body) {
    ByteReader reader(body);
    UserControl control;
    control.event = static_cast<Event>(reader.u16());
    control.value = reader.u32();
    return reader.ok() ? std::optional(control) : std::nullopt;
}

void AcknowledgementCounter::setWindow(std::uint32_t window) { window_ = std::max(window, kSmallestWindow); }

std::optional<std::uint32_t> AcknowledgementCounter::due() {
    if (received_ - acknowledged_ < window_) {
        return std::nullopt;
    }
    acknowledged_ = received_;
    return static_cast<std::uint32_t>(received_);
}

}  // namespace footlight::rtmp::control
