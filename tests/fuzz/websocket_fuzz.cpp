#include <string>
#include <vector>

#include "core/net/websocket/decoder.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;
using net::websocket::Decoder;
using Step = Decoder::Step;

namespace {

constexpr std::uint32_t kLimit = 300;

/// Everything that comes of `input` in pieces of `size` bytes, as text.
std::string eventsOf(ByteView input, std::size_t size) {
    Decoder decoder(kLimit);
    std::string events;
    for (std::size_t at = 0; at < input.size(); at += size) {
        const auto piece = input.subspan(at, std::min(size, input.size() - at));
        Bytes copy(piece.begin(), piece.end());
        decoder.feed(copy);
        for (auto step = decoder.next(); step != Step::NeedMore; step = decoder.next()) {
            fuzz::require(step != Step::Text || decoder.payload().size() <= kLimit);
            events += std::to_string(static_cast<int>(step)) + ":" + std::string(decoder.payload());
            if (step == Step::Close || step == Step::Failed) {
                events += "#" + std::to_string(static_cast<int>(decoder.code()));
            }
        }
    }
    return events;
}

}  // namespace

// However the bytes of a client arrive, they are the same messages, and the same end. The first byte says how
// large the pieces are.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const ByteView input(data + 1, size - 1);
    fuzz::require(eventsOf(input, input.size()) == eventsOf(input, data[0] == 0 ? 1 : data[0]));
    return 0;
}
