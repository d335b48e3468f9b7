#include "core/chat/message_time.h"

#include <algorithm>

namespace footlight::chat {

MessageId firstIdAt(UtcTime time) {
    constexpr std::size_t kTimeBytes = 6;
    const auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(toMilliseconds(time), 0));
    Uuid least;
    for (std::size_t i = 0; i < kTimeBytes; ++i) {
        least.bytes[i] = static_cast<std::uint8_t>(milliseconds >> (8 * (kTimeBytes - 1 - i)));
    }
    return MessageId::parse(least.text()).value_or(MessageId{});
}

}  // namespace footlight::chat
