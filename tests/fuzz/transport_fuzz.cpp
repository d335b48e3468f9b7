#include "core/media/bitstream/adts.h"
#include "core/media/bitstream/annex_b.h"
#include "core/media/bitstream/parameter_sets.h"
#include "core/media/bitstream/transport_packets.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

void readTransport(ByteView input) {
    media::TransportPackets transport;
    std::size_t taken = 0;
    fuzz::inPieces(input, [&](ByteView piece) {
        transport.feed(piece);
        const Bytes packets = transport.take();
        fuzz::require(packets.size() % media::TransportPackets::kPacket == 0);
        taken += packets.size();
        return true;
    });
    fuzz::require(taken <= input.size() && transport.lost() >= 0);
}

void readFrames(ByteView input) {
    for (const media::Codec codec : {media::Codec::H264, media::Codec::Hevc}) {
        media::ParameterSets sets(codec);
        std::size_t kept = 0;
        for (const ByteView unit : sets.take(media::annexBUnits(input))) {
            kept += unit.size();
        }
        fuzz::require(kept <= input.size());
        const auto record = sets.configuration();
        fuzz::require(!record || record->size() <= input.size() + 64);
    }
    if (const auto frame = media::parseAdts(input)) {
        fuzz::require(frame->payload.size() < input.size());
    }
}

}  // namespace

// As the datagrams of a transport stream, and as a frame in it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    readTransport({data, size});
    readFrames({data, size});
    return 0;
}
