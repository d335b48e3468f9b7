#include "core/rtmp/protocol/server_peer.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/rtmp/protocol/data_message.h"
#include "tests/core/rtmp/protocol/scripted_client.h"
#include "tests/support/hex.h"

namespace footlight::rtmp {

using namespace std::chrono_literals;
using State = ServerPeer::State;
using tests::fromHex;
using Lines = std::vector<std::string>;

namespace {

const Bytes kFrame = fromHex("27 01 000000 00000001 41");

template <typename Kind>
const Kind& told(const ServerEvent& event) {
    return std::get<Kind>(std::get<StreamEvent>(event));
}

std::size_t countOf(const ScriptedClient& client, MessageType type) {
    return static_cast<std::size_t>(
        std::count_if(client.received.begin(), client.received.end(),
                      [&](const Message& message) { return message.header.type == type; }));
}

}  // namespace

TEST(ServerPeer, AnswersConnectWithItsWindowsAndSuccess) {
    ScriptedClient client;
    client.connect();
    EXPECT_EQ(client.answers(), Lines{"_result 1.0 NetConnection.Connect.Success"});
    EXPECT_EQ(countOf(client, MessageType::WindowAckSize), 1U);
    EXPECT_EQ(countOf(client, MessageType::SetPeerBandwidth), 1U);
    EXPECT_EQ(client.peer.state(), State::Connected);
}

TEST(ServerPeer, EchoesTransactionsAsTheNumbersTheyWere) {
    ScriptedClient client;
    client.connect();
    client.call("createStream", 2.5);
    EXPECT_EQ(client.commands.back().transaction, 2.5);
    EXPECT_EQ(*client.commands.back().number(0), 1.0);
}

TEST(ServerPeer, TakesThePublicationOfObsAndFfmpeg) {
    ScriptedClient client;
    client.shakeHands();
    client.send(MessageType::SetChunkSize, 0, 0, fromHex("00000080"));
    client.call("connect", 1,
                amf0::Object{{"app", "live"},
                             {"type", "nonprivate"},
                             {"flashVer", "FMLE/3.0"},
                             {"fourCcList", amf0::Array{"hvc1"}}});
    client.call("releaseStream", 2, amf0::Null{}, {"key"});
    client.call("FCPublish", 3, amf0::Null{}, {"key"});
    client.call("createStream", 4);
    EXPECT_EQ(client.answers(),
              (Lines{"_result 1.0 NetConnection.Connect.Success", "_result 2.0 ",
                     "onFCPublish 0.0 NetStream.Publish.Start", "_result 3.0 ", "_result 4.0 "}));
    client.call("publish", 5, amf0::Null{}, {"key?x=1", "live"}, 1);
    ASSERT_EQ(client.events.size(), 1U);
    const auto& requested = std::get<PublishRequested>(client.events[0]);
    EXPECT_EQ(requested.app, "live");
    EXPECT_TRUE(requested.key.matches("key"));
    EXPECT_EQ(requested.encoder, "FMLE/3.0");
    EXPECT_EQ(client.peer.state(), State::Deciding);
    client.peer.acceptPublish();
    EXPECT_EQ(client.answers(), Lines{"onStatus 0.0 NetStream.Publish.Start"});
    EXPECT_EQ(client.received.back().header.streamId, 1U);
}

TEST(ServerPeer, TakesThePublicationOfGStreamerWhoseCallsHaveNoTransaction) {
    ScriptedClient client;
    client.connect();
    client.send(MessageType::WindowAckSize, 0, 0, fromHex("004c4b40"));
    client.call("releaseStream", 0, amf0::Null{}, {"key"});
    client.call("FCPublish", 0, amf0::Null{}, {"key"});
    client.call("createStream", 2);
    client.call("publish", 0, amf0::Null{}, {"key", "live"}, 1);
    client.peer.acceptPublish();
    EXPECT_EQ(client.answers().back(), "onStatus 0.0 NetStream.Publish.Start");
}

TEST(ServerPeer, TakesCommandsInsideAmf3Messages) {
    ScriptedClient client;
    client.shakeHands();
    Bytes body = {0};
    const Bytes command =
        writeCommand({"connect", 1, amf0::Object{{"app", "live"}, {"objectEncoding", 3.0}}, {}});
    body.insert(body.end(), command.begin(), command.end());
    client.send(MessageType::CommandAmf3, 0, 0, body);
    EXPECT_EQ(client.answers(), Lines{"_result 1.0 NetConnection.Connect.Success"});
    client.send(MessageType::CommandAmf3, 0, 0, fromHex("00 11 0a0b01"));
    ASSERT_TRUE(client.error);
    EXPECT_EQ(client.error->category(), ErrorCategory::Unsupported);
}

TEST(ServerPeer, HandsOutMediaAndTheCaptureClockByteForByte) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{1'000'000}}) {
        ScriptedClient client(step);
        client.publish();
        client.events.clear();
        client.send(MessageType::DataAmf0, 1, 33, writeCaptureClock(utcFromMilliseconds(1'700'000'000'123)));
        client.send(MessageType::Video, 1, 33, kFrame);
        client.send(MessageType::Audio, 1, 40, fromHex("af01"));
        ASSERT_EQ(client.events.size(), 3U);
        const auto& clock = told<CaptureClockReceived>(client.events[0]);
        EXPECT_EQ(clock.at, media::MediaTime(33ms));
        EXPECT_EQ(toMilliseconds(clock.utc), 1'700'000'000'123);
        const auto& video = told<MediaReceived>(client.events[1]);
        EXPECT_EQ(video.kind, media::MediaKind::Video);
        EXPECT_EQ(video.time, media::MediaTime(33ms));
        EXPECT_EQ(video.body, kFrame);
        EXPECT_EQ(told<MediaReceived>(client.events[2]).kind, media::MediaKind::Audio);
    }
}

TEST(ServerPeer, HandsOutTheKeyFrameIntervalThatMetadataTells) {
    ScriptedClient client;
    client.publish();
    client.events.clear();
    const auto tell = [&client](double seconds) {
        amf0::Object metadata{{"videokeyframe_frequency", seconds}};
        client.send(MessageType::DataAmf0, 1, 0,
                    amf0::writeAll({"@setDataFrame", "onMetaData", std::move(metadata)}));
    };
    for (const double absurd : {0.0, -1.0, 1e9}) {
        tell(absurd);
    }
    EXPECT_TRUE(client.events.empty());
    tell(2.5);
    ASSERT_EQ(client.events.size(), 1U);
    EXPECT_EQ(told<KeyFrameIntervalReceived>(client.events[0]).interval, media::MediaTime(2500ms));
}

TEST(ServerPeer, ReadsNothingMoreUntilThePublicationIsDecided) {
    ScriptedClient client;
    client.connect();
    client.call("createStream", 2);
    ChunkWriter writer;
    Bytes together;
    const Bytes publish = writeCommand({"publish", 3, amf0::Null{}, {"key", "live"}});
    writer.write(ChunkStreamId::Data, {MessageType::CommandAmf0, 1, 0}, publish, together);
    writer.write(ChunkStreamId::Video, {MessageType::Video, 1, 5}, kFrame, together);
    client.sendBytes(together);
    ASSERT_EQ(client.events.size(), 1U);
    client.peer.acceptPublish();
    client.sendBytes({0xFF});
    ASSERT_EQ(client.events.size(), 2U);
    EXPECT_EQ(told<MediaReceived>(client.events[1]).body, kFrame);
}

TEST(ServerPeer, RefusesInTheHandlersWords) {
    const std::vector<std::pair<ErrorCategory, std::string>> kCodes = {
        {ErrorCategory::Conflict, "NetStream.Publish.BadName"},
        {ErrorCategory::Denied, "NetStream.Publish.Denied"},
        {ErrorCategory::Unavailable, "NetStream.Publish.Unavailable"},
        {ErrorCategory::Timeout, "NetStream.Publish.Unavailable"},
        {ErrorCategory::Unsupported, "NetStream.Publish.Rejected"}};
    for (const auto& [category, code] : kCodes) {
        ScriptedClient client;
        client.connect();
        client.call("createStream", 2);
        client.call("publish", 3, amf0::Null{}, {"key", "live"}, 1);
        client.peer.refuse(Error(category, "test", "for this reason"));
        EXPECT_EQ(client.answers().back(), "onStatus 0.0 " + code);
        EXPECT_EQ(client.commands.back().textIn(0, "description"), "for this reason");
        EXPECT_EQ(client.commands.back().textIn(0, "level"), "error");
    }
}

TEST(ServerPeer, EachWayToEndAPublicationEndsIt) {
    const std::vector<std::pair<std::string, amf0::Value>> kEndings = {
        {"FCUnpublish", "key"}, {"deleteStream", 1.0}, {"closeStream", amf0::Null{}}};
    for (const auto& [name, argument] : kEndings) {
        ScriptedClient client;
        client.publish();
        client.call(name, 6, amf0::Null{}, {argument}, 1);
        EXPECT_TRUE(std::holds_alternative<PublishFinished>(client.events.back())) << name;
        EXPECT_EQ(client.answers().back(), "onStatus 0.0 NetStream.Unpublish.Success");
        const std::size_t events = client.events.size();
        client.call("deleteStream", 7, amf0::Null{}, {1.0});
        client.send(MessageType::Video, 1, 50, kFrame);
        EXPECT_EQ(client.events.size(), events) << "nothing comes behind the end";
        EXPECT_FALSE(client.error);
        client.call("publish", 8, amf0::Null{}, {"key", "live"}, 1);
        EXPECT_TRUE(std::holds_alternative<PublishRequested>(client.events.back()))
            << "and it may begin again";
    }
}

TEST(ServerPeer, DeletingAnotherStreamEndsNothing) {
    ScriptedClient client;
    client.publish();
    client.call("deleteStream", 6, amf0::Null{}, {7.0});
    EXPECT_EQ(client.peer.state(), State::Publishing);
}

TEST(ServerPeer, NothingIsValidBeforeConnect) {
    for (const char* name : {"createStream", "publish", "play", "releaseStream", "nonsense"}) {
        ScriptedClient client;
        client.shakeHands();
        client.call(name, 1);
        ASSERT_TRUE(client.error) << name;
        EXPECT_EQ(client.error->category(), ErrorCategory::Corrupt);
    }
    for (const auto type : {MessageType::Audio, MessageType::Video, MessageType::Aggregate}) {
        ScriptedClient client;
        client.shakeHands();
        client.send(type, 0, 0, kFrame);
        EXPECT_TRUE(client.error);
    }
}

TEST(ServerPeer, CommandsInTheWrongStateAreRefused) {
    ScriptedClient twice;
    twice.connect();
    twice.call("connect", 2, amf0::Object{{"app", "live"}});
    EXPECT_TRUE(twice.error) << "connect twice";

    ScriptedClient early;
    early.connect();
    early.call("publish", 2, amf0::Null{}, {"key"}, 1);
    EXPECT_TRUE(early.error) << "publish before createStream";

    ScriptedClient greedy;
    greedy.connect();
    for (int i = 0; i < 8; ++i) {
        greedy.call("createStream", 2);
    }
    EXPECT_FALSE(greedy.error);
    greedy.call("createStream", 2);
    EXPECT_TRUE(greedy.error) << "a ninth stream";

    ScriptedClient second;
    second.publish();
    second.call("publish", 9, amf0::Null{}, {"other"}, 1);
    EXPECT_EQ(second.answers().back(), "onStatus 0.0 NetStream.Publish.BadName");
    EXPECT_EQ(second.peer.state(), State::Publishing) << "the first goes on";
}

TEST(ServerPeer, MediaBetweenConnectAndPublishIsPassedOver) {
    ScriptedClient client;
    client.connect();
    client.send(MessageType::Video, 1, 0, kFrame);
    EXPECT_FALSE(client.error);
    EXPECT_TRUE(client.events.empty());
}

TEST(ServerPeer, AppsAndKeysThatCannotBeAreRefusedInWords) {
    const std::vector<amf0::Value> kObjects = {amf0::Object{}, amf0::Object{{"app", 5.0}},
                                               amf0::Object{{"app", "../live"}}, amf0::Null{},
                                               amf0::Value("live")};
    for (const amf0::Value& object : kObjects) {
        ScriptedClient client;
        client.shakeHands();
        client.call("connect", 1, object);
        EXPECT_EQ(client.answers(), Lines{"_error 1.0 NetConnection.Connect.Rejected"});
        EXPECT_TRUE(client.error);
    }
    for (const amf0::Value& name :
         {amf0::Value("../../etc"), amf0::Value(""), amf0::Value(7.0), amf0::Value("a b")}) {
        ScriptedClient client;
        client.connect();
        client.call("createStream", 2);
        client.call("publish", 3, amf0::Null{}, {name}, 1);
        EXPECT_EQ(client.answers().back(), "onStatus 0.0 NetStream.Publish.Rejected");
        EXPECT_TRUE(client.error);
    }
}

TEST(ServerPeer, UnknownCommandsAreAnsweredAndHarmNothing) {
    ScriptedClient client;
    client.connect();
    client.answers();
    client.call("_checkbw", 5);
    client.call("getStreamLength", 5.5, amf0::Null{}, {"key"});
    client.call("nonsense", 6, amf0::Null{}, {"key"});
    client.call("whatever", 0);
    client.call("_error", 7);
    EXPECT_EQ(client.answers(),
              (Lines{"_result 5.0 ", "_result 5.5 ", "_error 6.0 NetConnection.Call.Failed"}));
    EXPECT_FALSE(client.error);
}

TEST(ServerPeer, StatesWhatItUnderstandsOfEnhancedRtmp) {
    ScriptedClient client;
    client.connect();
    const amf0::Object* server = client.commands.at(0).object.object();
    ASSERT_NE(server, nullptr);
    const amf0::Array* list = server->find("fourCcList")->array();
    ASSERT_NE(list, nullptr);
    for (const char* codec : {"avc1", "hvc1", "av01", "vp09", "mp4a", "Opus", "fLaC", ".mp3"}) {
        EXPECT_NE(std::find(list->begin(), list->end(), amf0::Value(codec)), list->end()) << codec;
    }
    constexpr double kForward = 4;
    EXPECT_EQ(*server->find("videoFourCcInfoMap")->object()->find("hvc1"), amf0::Value(kForward));
    EXPECT_EQ(*server->find("audioFourCcInfoMap")->object()->find("Opus"), amf0::Value(kForward));
    EXPECT_EQ(*server->find("capsEx"), amf0::Value(15.0));
}

TEST(ServerPeer, AsksForANewConnectionOnlyWhereTheEncoderUnderstandsThat) {
    for (const double capsEx : {0.0, 1.0, 3.0}) {
        ScriptedClient client;
        client.shakeHands();
        client.call("connect", 1, amf0::Object{{"app", "live"}, {"capsEx", capsEx}});
        client.call("createStream", 2);
        client.call("publish", 3, amf0::Null{}, {"key", "live"}, 1);
        const bool isAble = capsEx != 0;
        EXPECT_EQ(std::get<PublishRequested>(client.events.back()).capabilities.reconnect, isAble);
        client.peer.acceptPublish();
        client.answers();
        client.peer.requestReconnect("rtmp://other/live");
        EXPECT_EQ(client.answers(),
                  isAble ? Lines{"onStatus 0.0 NetConnection.Connect.ReconnectRequest"} : Lines{});
        if (isAble) {
            EXPECT_EQ(client.commands.back().textIn(0, "tcUrl"), "rtmp://other/live");
            EXPECT_EQ(client.received.back().header.streamId, 0U);
        }
    }
}

TEST(ServerPeer, CapabilitiesOfTheWrongTypeAreNone) {
    for (const amf0::Value& wrong : {amf0::Value("1"), amf0::Value(-1.0), amf0::Value(1e300),
                                     amf0::Value(std::numeric_limits<double>::quiet_NaN())}) {
        EXPECT_FALSE(readCapabilities(amf0::Object{{"capsEx", wrong}}).reconnect);
    }
    EXPECT_TRUE(readCapabilities(amf0::Object{{"fourCcList", amf0::Array{"*"}}}).isEnhanced);
}

TEST(ServerPeer, TellsOfNamedTracksAndOfLossesOnTheWay) {
    ScriptedClient client;
    client.publish();
    client.events.clear();
    amf0::Object tracks{{"1", amf0::Object{{"trackName", "Commentary"}, {"language", "de"}}},
                        {"300", amf0::Object{{"trackName", "no track"}}},
                        {"2", "no object"}};
    amf0::Object metadata{{"videokeyframe_frequency", 2.0}, {"audioTrackIdInfoMap", std::move(tracks)}};
    client.send(MessageType::DataAmf0, 1, 0,
                amf0::writeAll({"@setDataFrame", "onMetaData", std::move(metadata)}));
    ASSERT_EQ(client.events.size(), 2U);
    const auto& names = told<TrackNamesReceived>(client.events[1]).audio;
    ASSERT_EQ(names.size(), 1U);
    EXPECT_EQ(names.at(1).label, "Commentary");
    EXPECT_EQ(names.at(1).language, "de");
    client.send(MessageType::DataAmf0, 1, 0, writeNetworkLoss(17));
    ASSERT_EQ(client.events.size(), 3U);
    EXPECT_EQ(told<NetworkLossReceived>(client.events[2]).total, 17);
}

TEST(ServerPeer, TakesAPlayerThroughPlayPauseAndEnd) {
    ScriptedClient client;
    client.connect();
    client.call("createStream", 2);
    client.send(MessageType::UserControl, 0, 0, fromHex("0003 00000001 00000bb8"));
    client.call("play", 0, amf0::Null{}, {"channel?token=a-b&x=1", -2.0}, 1);
    ASSERT_EQ(client.events.size(), 1U);
    const auto& requested = std::get<PlayRequested>(client.events[0]);
    EXPECT_EQ(requested.app, "live");
    EXPECT_EQ(requested.stream, "channel");
    EXPECT_TRUE(requested.token.matches("a-b"));
    EXPECT_EQ(requested.streamId, 1U);
    client.answers();
    client.peer.acceptPlay();
    EXPECT_EQ(client.answers(),
              (Lines{"onStatus 0.0 NetStream.Play.Reset", "onStatus 0.0 NetStream.Play.Start"}));
    client.call("pause", 0, amf0::Null{}, {true, 1'000.0}, 1);
    EXPECT_TRUE(std::get<PauseRequested>(client.events.at(1)).isPaused);
    client.call("pause", 0, amf0::Null{}, {false, 1'000.0}, 1);
    EXPECT_FALSE(std::get<PauseRequested>(client.events.at(2)).isPaused);
    EXPECT_EQ(client.answers(),
              (Lines{"onStatus 0.0 NetStream.Pause.Notify", "onStatus 0.0 NetStream.Unpause.Notify"}));
    client.peer.endPlay();
    EXPECT_EQ(client.answers(),
              (Lines{"onStatus 0.0 NetStream.Play.UnpublishNotify", "onStatus 0.0 NetStream.Play.Stop"}));
    EXPECT_EQ(client.peer.state(), State::Connected);
}

TEST(ServerPeer, RefusesAPlayInTheHandlersWords) {
    for (const auto& [category, code] :
         {std::pair{ErrorCategory::NotFound, "StreamNotFound"}, std::pair{ErrorCategory::Denied, "Failed"}}) {
        ScriptedClient client;
        client.connect();
        client.call("createStream", 2);
        client.call("play", 3, amf0::Null{}, {"channel", -2.0}, 1);
        client.peer.refuse(Error(category, "test", "for this reason"));
        EXPECT_EQ(client.answers().back(), std::string("onStatus 0.0 NetStream.Play.") + code);
        EXPECT_EQ(client.commands.back().textIn(0, "description"), "for this reason");
    }
}

TEST(ServerPeer, AStreamThatCannotBeIsNotFound) {
    ScriptedClient client;
    client.connect();
    client.call("createStream", 2);
    client.call("play", 0, amf0::Null{}, {"../../etc/passwd", -2.0}, 1);
    EXPECT_EQ(client.answers().back(), "onStatus 0.0 NetStream.Play.StreamNotFound");
    EXPECT_TRUE(client.error);
}

TEST(ServerPeer, AnswersPingsAndPassesOverOtherControlMessages) {
    ScriptedClient client;
    client.connect();
    client.received.clear();
    client.send(MessageType::UserControl, 0, 0, fromHex("0006 0000002a"));
    ASSERT_EQ(client.received.size(), 1U);
    EXPECT_EQ(tests::toHex(client.received[0].payload), "00070000002a");
    for (const char* body : {"0003 00000001 00000bb8", "001f 00000001", "0006", "", "ffff"}) {
        client.send(MessageType::UserControl, 0, 0, fromHex(body));
    }
    client.send(MessageType::Acknowledgement, 0, 0, fromHex("00000001"));
    client.send(MessageType::SetPeerBandwidth, 0, 0, fromHex("00000001 02"));
    client.send(MessageType::WindowAckSize, 0, 0, fromHex("0000"));
    client.send(MessageType::SharedObjectAmf0, 0, 0, fromHex("00"));
    client.send(static_cast<MessageType>(99), 0, 0, fromHex("00"));
    EXPECT_EQ(client.received.size(), 1U);
    EXPECT_FALSE(client.error);
}

TEST(ServerPeer, AcknowledgesEachWindowOfBytes) {
    ScriptedClient client;
    client.publish();
    const Bytes large(500'000, 0x27);
    for (std::uint32_t i = 0; i < 11; ++i) {
        client.send(MessageType::Video, 1, i, large);
    }
    EXPECT_EQ(countOf(client, MessageType::Acknowledgement), 2U) << "5.5 MB at a window of 2.5 MB";
    client.send(MessageType::WindowAckSize, 0, 0, fromHex("00000001"));
    client.send(MessageType::Video, 1, 20, Bytes(20'000, 0x27));
    EXPECT_EQ(countOf(client, MessageType::Acknowledgement), 3U) << "a tiny window is taken as 16 KiB";
}

TEST(ServerPeer, TakesAggregatesApart) {
    ScriptedClient client;
    client.publish();
    client.events.clear();
    client.send(MessageType::Aggregate, 1, 1'000,
                fromHex("08 000002 000000 00 000000 af01 0000000d 09 000001 000021 00 000000 57 0000000c"));
    ASSERT_EQ(client.events.size(), 2U);
    EXPECT_EQ(told<MediaReceived>(client.events[0]).kind, media::MediaKind::Audio);
    EXPECT_EQ(told<MediaReceived>(client.events[1]).time, media::MediaTime(1'033ms));
    client.send(MessageType::Aggregate, 1, 1'000, fromHex("08 0000ff"));
    EXPECT_TRUE(client.error);
}

TEST(ServerPeer, BrokenDataMessagesArePassedOver) {
    ScriptedClient client;
    client.publish();
    client.events.clear();
    for (const amf0::Value& clock :
         {amf0::Value(amf0::Object{{"utc", -1.0}}), amf0::Value(amf0::Object{{"utc", 1e300}}),
          amf0::Value(amf0::Object{{"utc", "now"}}), amf0::Value(amf0::Object{}), amf0::Value()}) {
        client.send(MessageType::DataAmf0, 1, 0, amf0::writeAll({"onFootlightClock", clock}));
    }
    client.send(MessageType::DataAmf0, 1, 0, fromHex("02 ffff 00"));
    client.send(MessageType::DataAmf0, 1, 0, {});
    client.send(MessageType::DataAmf3, 1, 0, fromHex("00 11 09"));
    client.send(MessageType::DataAmf0, 1, 0,
                amf0::writeAll({"@setDataFrame", "onMetaData", amf0::Object({{"width", 640.0}}, true)}));
    EXPECT_TRUE(client.events.empty());
    EXPECT_FALSE(client.error);
}

TEST(ServerPeer, BrokenCommandsEndTheConnection) {
    for (const char* body : {"", "00 3ff0000000000000", "02 0007 636f6e", "0a 00000001"}) {
        ScriptedClient client;
        client.connect();
        client.send(MessageType::CommandAmf0, 0, 0, fromHex(body));
        ASSERT_TRUE(client.error) << body;
        EXPECT_EQ(client.error->category(), ErrorCategory::Corrupt);
    }
}

TEST(ServerPeer, MessagesBeforeThePublicationAreSmallAndLargeBehindIt) {
    ScriptedClient before;
    before.connect();
    before.send(MessageType::Video, 1, 0, Bytes(16 * 1024 + 1, 0));
    EXPECT_TRUE(before.error);

    ScriptedClient behind;
    behind.publish();
    behind.send(MessageType::Video, 1, 0, Bytes(1'000'000, 0));
    EXPECT_FALSE(behind.error);
    behind.send(MessageType::Video, 1, 0, Bytes(1'000'001, 0));
    EXPECT_TRUE(behind.error);
}

}  // namespace footlight::rtmp
