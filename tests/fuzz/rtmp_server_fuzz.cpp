#include "core/rtmp/protocol/server_peer.h"
#include "tests/fuzz/fuzz_target.h"

using namespace footlight;

namespace {

constexpr std::size_t kMediaLimit = 64 * 1024;
constexpr std::size_t kMostOutput = 4 * 1024 * 1024;

/// False once the connection would be closed.
bool give(rtmp::ServerPeer& peer, ByteView bytes, std::size_t& said) {
    peer.feed(bytes);
    for (;;) {
        const auto event = peer.next();
        said += peer.takeOutput().size();
        if (!event) {
            return false;
        }
        if (!*event) {
            return true;
        }
        if (const auto* told = std::get_if<rtmp::StreamEvent>(&**event)) {
            const auto* media = std::get_if<rtmp::MediaReceived>(told);
            fuzz::require(peer.state() == rtmp::ServerPeer::State::Publishing &&
                          (media == nullptr || media->body.size() <= kMediaLimit));
        } else if (std::holds_alternative<rtmp::PublishRequested>(**event)) {
            peer.acceptPublish();
        } else if (std::holds_alternative<rtmp::PlayRequested>(**event)) {
            peer.acceptPlay();
        }
    }
}

}  // namespace

// What an encoder may send once hands are shaken; every publication and every play is accepted.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    rtmp::ServerPeer peer(kMediaLimit);
    std::size_t said = 0;
    Bytes handshake(1 + 2 * rtmp::digest::kPacketSize, 0);
    handshake[0] = 3;
    fuzz::require(give(peer, handshake, said));
    fuzz::inPieces({data, size}, [&](ByteView piece) { return give(peer, piece, said); });
    fuzz::require(said < kMostOutput);
    return 0;
}
