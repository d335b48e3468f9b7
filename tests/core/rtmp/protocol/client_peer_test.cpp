#include "core/rtmp/protocol/client_peer.h"

#include <gtest/gtest.h>

#include <limits>
#include <tuple>

#include "tests/support/hex.h"

namespace footlight::rtmp {

using tests::fromHex;

namespace {

/// A server that says what a test wants it to.
class ScriptedServer {
public:
    ScriptedServer() {
        Bytes handshake(1 + 2 * 1536, 0);
        handshake[0] = 3;
        sendBytes(handshake);
    }

    void answer(const std::string& name, double transaction, amf0::Value object, amf0::Value information) {
        Bytes bytes;
        const Bytes body = writeCommand({name, transaction, std::move(object), {std::move(information)}});
        writer_.write(ChunkStreamId::Command, {MessageType::CommandAmf0, 0, 0}, body, bytes);
        sendBytes(bytes);
    }

    void control(MessageType type, std::string_view hex) {
        Bytes bytes;
        writer_.write(ChunkStreamId::Control, {type, 0, 0}, fromHex(hex), bytes);
        sendBytes(bytes);
    }

    void acceptConnect() {
        answer("_result", 1, amf0::Object{}, status("status", "NetConnection.Connect.Success", ""));
    }

    void acceptAll() {
        acceptConnect();
        answer("_result", 4, amf0::Null{}, 1.0);
        answer("onStatus", 0, amf0::Null{}, status("status", "NetStream.Publish.Start", ""));
    }

    void sendBytes(const Bytes& bytes) {
        client.feed(bytes);
        for (;;) {
            auto next = client.next();
            if (!next) {
                error = next.error();
                return;
            }
            if (!*next) {
                return;
            }
            events.push_back(**next);
        }
    }

    ClientPeer client{ClientOptions{"live", "rtmp://host/live", Secret("key"), HandshakeKind::Simple}};
    std::vector<ClientEvent> events;
    std::optional<Error> error;

private:
    ChunkWriter writer_;
};

}  // namespace

TEST(ClientPeer, GoesToThePublicationByItself) {
    ScriptedServer server;
    server.acceptAll();
    ASSERT_EQ(server.events.size(), 1U);
    EXPECT_TRUE(std::holds_alternative<PublishAccepted>(server.events[0]));
    EXPECT_TRUE(server.client.isPublishing());
}

TEST(ClientPeer, PassesOnARefusalInTheServersWords) {
    ScriptedServer denied;
    denied.acceptConnect();
    denied.answer("_result", 4, amf0::Null{}, 1.0);
    denied.answer("onStatus", 0, amf0::Null{}, status("error", "NetStream.Publish.Denied", "not\nyou"));
    ASSERT_TRUE(denied.error);
    EXPECT_EQ(denied.error->category(), ErrorCategory::Denied);
    EXPECT_EQ(denied.error->message(), "the relay refused the stream: not?you");

    ScriptedServer rejected;
    rejected.answer("_error", 1, amf0::Null{}, status("error", "NetConnection.Connect.Rejected", ""));
    ASSERT_TRUE(rejected.error);
    EXPECT_EQ(rejected.error->message(), "the relay refused: NetConnection.Connect.Rejected");

    ScriptedServer busy;
    busy.acceptAll();
    busy.answer("onStatus", 0, amf0::Null{}, status("error", "NetStream.Publish.BadName", "taken over"));
    ASSERT_TRUE(busy.error) << "also while on air";
    EXPECT_EQ(busy.error->category(), ErrorCategory::Conflict);
}

TEST(ClientPeer, TellsARelayThatIsNotReadyFromOneThatRefuses) {
    ScriptedServer away;
    away.acceptConnect();
    away.answer("_result", 4, amf0::Null{}, 1.0);
    away.answer("onStatus", 0, amf0::Null{}, status("error", "NetStream.Publish.Unavailable", "in a moment"));
    ASSERT_TRUE(away.error);
    EXPECT_EQ(away.error->category(), ErrorCategory::Unavailable);
    EXPECT_EQ(away.error->message(), "the relay cannot take the stream now: in a moment");

    ScriptedServer rejected;
    rejected.acceptAll();
    rejected.answer("onStatus", 0, amf0::Null{}, status("error", "NetStream.Publish.Rejected", "HEVC"));
    ASSERT_TRUE(rejected.error);
    EXPECT_EQ(rejected.error->category(), ErrorCategory::Unsupported);
}

TEST(ClientPeer, IgnoresRefusalsOfWhatNeedsNoAnswer) {
    ScriptedServer server;
    server.acceptConnect();
    server.answer("_error", 2, amf0::Null{}, status("error", "NetConnection.Call.Failed", ""));
    server.answer("onBWDone", 0, amf0::Null{}, amf0::Value());
    server.answer("_result", 77, amf0::Null{}, 5.0);
    EXPECT_FALSE(server.error);
}

TEST(ClientPeer, RefusesStreamsThatAreNone) {
    for (const amf0::Value& stream :
         {amf0::Value(-1.0), amf0::Value(1e20), amf0::Value(std::numeric_limits<double>::quiet_NaN()),
          amf0::Value("1"), amf0::Value()}) {
        ScriptedServer server;
        server.acceptConnect();
        server.answer("_result", 4, amf0::Null{}, stream);
        ASSERT_TRUE(server.error);
        EXPECT_EQ(server.error->category(), ErrorCategory::Corrupt);
    }
}

TEST(ClientPeer, AHostileServerGetsNowhere) {
    for (const char* bytes : {"84 000000", "02 000000 000004 01 00000000 00000000",
                              "03 000000 ffffff 14 00000000", "03 000000 000003 14 00000000 0affff"}) {
        ScriptedServer server;
        server.sendBytes(fromHex(bytes));
        EXPECT_TRUE(server.error) << bytes;
    }
}

TEST(ClientPeer, AnswersPingsAndReportsAcknowledgements) {
    ScriptedServer server;
    server.acceptAll();
    std::ignore = server.client.takeOutput();
    server.control(MessageType::UserControl, "0006 00000005");
    EXPECT_EQ(tests::toHex(server.client.takeOutput()), "4200000000000604000700000005");
    server.control(MessageType::Acknowledgement, "00012345");
    EXPECT_EQ(std::get<BytesAcknowledged>(server.events.back()).count, 0x12345U);
}

TEST(ClientPeer, FinishesOnlyWhatItBegan) {
    ScriptedServer server;
    std::ignore = server.client.takeOutput();
    server.client.finish();
    EXPECT_TRUE(server.client.takeOutput().empty());
    server.acceptAll();
    std::ignore = server.client.takeOutput();
    server.client.finish();
    EXPECT_NE(textOf(server.client.takeOutput()).find("deleteStream"), std::string_view::npos);
    EXPECT_FALSE(server.client.isPublishing());
}

}  // namespace footlight::rtmp
