// Our client and our server, joined without a network.
#include <gtest/gtest.h>

#include "core/rtmp/protocol/client_peer.h"
#include "core/rtmp/protocol/server_peer.h"
#include "tests/support/hex.h"

namespace footlight::rtmp {

namespace {

using Parameters = std::tuple<HandshakeKind, std::size_t>;

class Peers : public testing::TestWithParam<Parameters> {
protected:
    /// Carries bytes both ways until nobody has anything to say; the server takes every publication.
    void carry() {
        for (Bytes out = client_.takeOutput(); !out.empty(); out = client_.takeOutput()) {
            give(out, [this](ByteView bytes) { serve(bytes); });
            const Bytes back = server_.takeOutput();
            give(back, [this](ByteView bytes) {
                client_.feed(bytes);
                for (auto event = client_.next(); event.value(); event = client_.next()) {
                }
            });
        }
    }

    template <typename Taker>
    void give(const Bytes& bytes, Taker take) {
        const std::size_t step = std::get<1>(GetParam());
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            const auto end = std::min(at + step, bytes.size());
            const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                              bytes.begin() + static_cast<std::ptrdiff_t>(end));
            take(piece);
        }
    }

    void serve(ByteView bytes) {
        server_.feed(bytes);
        for (auto event = server_.next(); event.value(); event = server_.next()) {
            if (std::holds_alternative<PublishRequested>(**event)) {
                server_.acceptPublish();
            } else {
                events_.push_back(std::move(**event));
            }
        }
    }

    ClientPeer client_{
        ClientOptions{"live", "rtmp://127.0.0.1/live", Secret("key"), std::get<0>(GetParam())}};
    ServerPeer server_{1'000'000};
    std::vector<ServerEvent> events_;
};

}  // namespace

TEST_P(Peers, PublishFromTheFirstByteToTheLast) {
    carry();
    ASSERT_TRUE(client_.isPublishing());
    const Bytes head = tests::fromHex("1701000000");
    const Bytes body(200'000, 0x42);
    client_.sendVideo(0xFFFFFFF0, head, body);
    client_.sendAudio(0x00000010, head, {});
    client_.finish();
    carry();
    ASSERT_EQ(events_.size(), 3U);
    Bytes whole = head;
    whole.insert(whole.end(), body.begin(), body.end());
    EXPECT_EQ(std::get<MediaReceived>(std::get<StreamEvent>(events_[0])).body, whole);
    EXPECT_EQ(std::get<MediaReceived>(std::get<StreamEvent>(events_[1])).time -
                  std::get<MediaReceived>(std::get<StreamEvent>(events_[0])).time,
              media::MediaTime(std::chrono::milliseconds(0x20)));
    EXPECT_TRUE(std::holds_alternative<PublishFinished>(events_[2]));
}

INSTANTIATE_TEST_SUITE_P(WithEachHandshakeAndReadsOfEverySize, Peers,
                         testing::Combine(testing::Values(HandshakeKind::Simple, HandshakeKind::Digest),
                                          testing::Values(1, 3, 1'500, 1'000'000)));

}  // namespace footlight::rtmp
