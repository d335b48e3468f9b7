#include "core/rtmp/protocol/aggregate.h"

#include "core/base/byte_reader.h"

namespace footlight::rtmp {

namespace {

constexpr std::size_t kMostMessages = 4'096;
constexpr std::size_t kBackPointer = 4;

}  // namespace

Result<std::vector<Message>> splitAggregate(const Message& aggregate) {
    ByteReader reader(aggregate.payload);
    std::vector<Message> messages;
    std::uint32_t firstTimestamp = 0;
    while (reader.remaining() > 0) {
        Message message;
        message.header.type = static_cast<MessageType>(reader.u8());
        const std::uint32_t size = reader.u24();
        const std::uint32_t low = reader.u24();
        const std::uint32_t timestamp = low | static_cast<std::uint32_t>(reader.u8()) << 24;
        reader.u24();
        const ByteView payload = reader.take(size);
        reader.take(kBackPointer);
        if (!reader.ok() || message.header.type == MessageType::Aggregate ||
            messages.size() == kMostMessages) {
            return fail(ErrorCategory::Corrupt, "rtmp.aggregate", "an aggregate message does not add up");
        }
        firstTimestamp = messages.empty() ? timestamp : firstTimestamp;
        message.header.timestamp = aggregate.header.timestamp + (timestamp - firstTimestamp);
        message.header.streamId = aggregate.header.streamId;
        message.payload.assign(payload.begin(), payload.end());
        messages.push_back(std::move(message));
    }
    return messages;
}

}  // namespace footlight::rtmp
