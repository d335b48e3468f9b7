#include "core/rtmp/protocol/client_peer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

/// False once the connection would be closed.
bool give(rtmp::ClientPeer& peer, ByteView bytes) {
    peer.feed(bytes);
    for (;;) {
        const auto event = peer.next();
        const Bytes output = peer.takeOutput();
        if (!event) {
            fuzz::require(!event.error().message().empty());
            return false;
        }
        if (!*event) {
            return true;
        }
        if (std::holds_alternative<rtmp::PublishAccepted>(**event)) {
            fuzz::require(peer.isPublishing());
            peer.sendVideo(40, output, bytes);
        }
    }
}

}  // namespace

// What a relay may send once hands are shaken, to a publisher, or from 0x80 on in the first byte to a player.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rtmp::ClientOptions options{"live", "rtmp://host/live", Secret("key"), rtmp::HandshakeKind::Simple};
    const bool isPlayer = size > 0 && data[0] >= 0x80;
    options.purpose = isPlayer ? rtmp::ClientPurpose::Play : rtmp::ClientPurpose::Publish;
    rtmp::ClientPeer peer(std::move(options));
    Bytes handshake(1 + 2 * rtmp::digest::kPacketSize, 0);
    handshake[0] = 3;
    fuzz::require(give(peer, handshake));
    fuzz::inPieces({data, size}, [&](ByteView piece) { return give(peer, piece); });
    return 0;
}
