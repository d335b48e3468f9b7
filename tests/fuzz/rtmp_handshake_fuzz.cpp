#include "core/rtmp/protocol/handshake.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

template <typename Handshake>
void receive(Handshake& handshake, ByteView input) {
    Bytes out;
    fuzz::inPieces(input, [&](ByteView piece) {
        const std::size_t size = piece.size();
        const auto done = handshake.receive(piece, out);
        fuzz::require(piece.size() <= size);
        return done.has_value() && !*done;
    });
    fuzz::require(out.size() <= 1 + 2 * rtmp::digest::kPacketSize);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rtmp::ServerHandshake server;
    receive(server, {data, size});
    for (const auto kind : {rtmp::HandshakeKind::Simple, rtmp::HandshakeKind::Digest}) {
        rtmp::ClientHandshake client(kind);
        receive(client, {data, size});
    }
    return 0;
}
