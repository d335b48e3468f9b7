#include "core/rtmp/protocol/chunk_reader.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

constexpr rtmp::MessageLimits kLimits{64 * 1024, 16 * 1024, 128 * 1024, 8};

struct Outcome {
    std::vector<rtmp::Message> messages;
    bool isBroken = false;
};

void read(rtmp::ChunkReader& reader, ByteView bytes, Outcome& outcome) {
    reader.feed(bytes);
    for (;;) {
        auto message = reader.next();
        outcome.isBroken = !message;
        if (!message || !*message) {
            return;
        }
        const bool isMedia = (*message)->header.type == rtmp::MessageType::Audio ||
                             (*message)->header.type == rtmp::MessageType::Video ||
                             (*message)->header.type == rtmp::MessageType::Aggregate;
        fuzz::require((*message)->payload.size() <= (isMedia ? kLimits.media : kLimits.other));
        outcome.messages.push_back(std::move(**message));
    }
}

bool isSame(const rtmp::Message& a, const rtmp::Message& b) {
    return a.header.type == b.header.type && a.header.streamId == b.header.streamId &&
           a.header.timestamp == b.header.timestamp && a.payload == b.payload;
}

}  // namespace

// The messages are the same however the bytes are divided into reads.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input(data, size);
    Outcome divided;
    rtmp::ChunkReader dividedReader(kLimits);
    fuzz::inPieces(input, [&](ByteView piece) {
        read(dividedReader, piece, divided);
        return !divided.isBroken;
    });
    Outcome whole;
    rtmp::ChunkReader wholeReader(kLimits);
    read(wholeReader, input.subspan(std::min<std::size_t>(1, size)), whole);
    fuzz::require(divided.isBroken == whole.isBroken);
    fuzz::require(std::equal(divided.messages.begin(), divided.messages.end(), whole.messages.begin(),
                             whole.messages.end(), isSame));
    return 0;
}
