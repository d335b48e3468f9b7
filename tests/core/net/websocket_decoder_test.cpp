#include "core/net/websocket/decoder.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/net/client_frame.h"

// Each rule of RFC 6455 for what a client sends, as Autobahn's test suite has them.
namespace footlight::net::websocket {
namespace {

using namespace std::string_literals;
using tests::clientFrame;
using tests::ClientFrame;
using Step = Decoder::Step;

struct Event {
    Step step;
    std::string payload;
    CloseCode code = CloseCode::NoStatus;

    bool operator==(const Event&) const = default;
};

void PrintTo(const Event& event, std::ostream* out) {
    *out << static_cast<int>(event.step) << ' ' << static_cast<int>(event.code) << " \"" << event.payload
         << '"';
}

/// Everything that comes of `bytes` when they arrive in pieces of `size`.
std::vector<Event> decode(const std::string& bytes, std::size_t size, std::uint32_t limit = 70'000) {
    Decoder decoder(limit);
    std::vector<Event> events;
    for (std::size_t at = 0; at < bytes.size(); at += size) {
        // Memory of its own, which is gone afterwards.
        const auto piece = bytes.substr(at, size);
        std::vector<std::uint8_t> copy(piece.begin(), piece.end());
        decoder.feed(copy);
        for (auto step = decoder.next(); step != Step::NeedMore; step = decoder.next()) {
            const bool hasCode = step == Step::Close || step == Step::Failed;
            events.push_back(
                {step, std::string(decoder.payload()), hasCode ? decoder.code() : CloseCode::NoStatus});
        }
    }
    return events;
}

/// The same however it arrives.
std::vector<Event> decode(const std::string& bytes) {
    const auto whole = decode(bytes, std::max<std::size_t>(bytes.size(), 1));
    for (const std::size_t size : {1U, 2U, 7U, 1'000U}) {
        EXPECT_EQ(decode(bytes, size), whole) << "in pieces of " << size;
    }
    return whole;
}

CloseCode failureOf(const std::string& bytes) {
    const auto events = decode(bytes);
    return !events.empty() && events.back().step == Step::Failed ? events.back().code : CloseCode::NoStatus;
}

std::string text(std::string_view payload) { return clientFrame({Opcode::Text, payload}); }
ClientFrame unfinished(Opcode opcode, std::string_view payload) {
    ClientFrame frame{opcode, payload};
    frame.isFinal = false;
    return frame;
}
std::string closing(unsigned code, std::string_view reason = "") {
    const std::string payload{static_cast<char>(code >> 8U), static_cast<char>(code & 0xFFU)};
    return clientFrame({Opcode::Close, payload + std::string(reason)});
}
Event textEvent(std::string payload) { return {Step::Text, std::move(payload)}; }

TEST(WebSocketDecoder, TakesTextsOfEveryLength) {
    for (const std::size_t size : {0U, 1U, 124U, 125U, 126U, 127U, 128U, 65'535U, 65'536U}) {
        std::string payload(size, ' ');
        for (std::size_t i = 0; i < size; ++i) {
            payload[i] = static_cast<char>('a' + i % 26);
        }
        EXPECT_EQ(decode(text(payload) + text("after")),
                  (std::vector{textEvent(payload), textEvent("after")}));
    }
}

TEST(WebSocketDecoder, TakesTheExampleOfTheStandard) {
    EXPECT_EQ(decode("\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"s), (std::vector{textEvent("Hello")}));
}

TEST(WebSocketDecoder, KeepsNothingBetweenMessages) {
    Decoder decoder(100);
    auto bytes = text("one") + text("two");
    decoder.feed({reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size()});
    EXPECT_EQ(decoder.next(), Step::Text);
    decoder.hold();
    std::fill(bytes.begin(), bytes.end(), '\0');
    EXPECT_EQ(decoder.next(), Step::Text) << "what was held is a copy";
    EXPECT_EQ(decoder.payload(), "two");
    EXPECT_EQ(decoder.next(), Step::NeedMore);
}

TEST(WebSocketDecoder, PutsFragmentsTogether) {
    EXPECT_EQ(decode(clientFrame(unfinished(Opcode::Text, "a")) +
                     clientFrame(unfinished(Opcode::Continuation, "")) +
                     clientFrame({Opcode::Continuation, "b"}) + text("c")),
              (std::vector{textEvent("ab"), textEvent("c")}));
}

TEST(WebSocketDecoder, TakesControlFramesBetweenFragments) {
    const auto events = decode(clientFrame(unfinished(Opcode::Text, "a")) + clientFrame({Opcode::Ping, "p"}) +
                               clientFrame({Opcode::Pong, "q"}) + clientFrame({Opcode::Continuation, "b"}));
    EXPECT_EQ(events, (std::vector<Event>{{Step::Ping, "p"}, {Step::Pong, "q"}, textEvent("ab")}));
}

TEST(WebSocketDecoder, RefusesFragmentsOutOfTurn) {
    EXPECT_EQ(failureOf(clientFrame({Opcode::Continuation, "a"})), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Continuation, "a"))), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Text, "a")) + text("b")), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf(text("a") + clientFrame({Opcode::Continuation, "b"})), CloseCode::ProtocolError);
}

TEST(WebSocketDecoder, TakesPingsOfUpTo125Bytes) {
    const std::string most(125, '\xfe');
    EXPECT_EQ(decode(clientFrame({Opcode::Ping, ""}) + clientFrame({Opcode::Ping, most})),
              (std::vector<Event>{{Step::Ping, ""}, {Step::Ping, most}}));
    EXPECT_EQ(failureOf(clientFrame({Opcode::Ping, most + "x"})), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Ping, "x"))), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Close, ""))), CloseCode::ProtocolError);
}

TEST(WebSocketDecoder, RefusesReservedBitsAndOpcodes) {
    for (const unsigned bits : {0x40U, 0x20U, 0x10U, 0x70U}) {
        auto frame = text("x");
        frame[0] = static_cast<char>(static_cast<std::uint8_t>(frame[0]) | bits);
        EXPECT_EQ(failureOf(frame), CloseCode::ProtocolError) << bits;
    }
    for (const unsigned opcode : {3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 14U, 15U}) {
        EXPECT_EQ(failureOf(clientFrame({static_cast<Opcode>(opcode), "x"})), CloseCode::ProtocolError)
            << opcode;
    }
}

TEST(WebSocketDecoder, RefusesWhatIsNotMasked) {
    EXPECT_EQ(failureOf("\x81\x05hello"s), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf("\x89\x00"s), CloseCode::ProtocolError);
}

TEST(WebSocketDecoder, RefusesLengthsInALongerFormThanNeeded) {
    EXPECT_EQ(failureOf("\x81\xfe\x00\x7d\0\0\0\0"s), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf("\x81\xff\0\0\0\0\0\0\xff\xff\0\0\0\0"s), CloseCode::ProtocolError);
    EXPECT_EQ(failureOf("\x81\xff\x80\0\0\0\0\x01\0\0\0\0\0\0"s), CloseCode::ProtocolError);
}

TEST(WebSocketDecoder, RefusesBinary) {
    EXPECT_EQ(failureOf(clientFrame({Opcode::Binary, "x"})), CloseCode::UnsupportedData);
}

TEST(WebSocketDecoder, RefusesMessagesOverTheLimitBeforeTheyHaveArrived) {
    EXPECT_EQ(decode(text("1234"), 64, 4), (std::vector{textEvent("1234")}));
    const auto codeOf = [](const std::string& bytes) {
        const auto events = decode(bytes, 64, 4);
        return events.empty() ? CloseCode::NoStatus : events.back().code;
    };
    EXPECT_EQ(codeOf(text("12345").substr(0, 6)), CloseCode::TooBig) << "by its header";
    EXPECT_EQ(
        codeOf(clientFrame(unfinished(Opcode::Text, "123")) + clientFrame({Opcode::Continuation, "45"})),
        CloseCode::TooBig);
    EXPECT_EQ(codeOf("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\0\0\0\0"s), CloseCode::TooBig);
}

TEST(WebSocketDecoder, RefusesTextsThatAreNotUtf8) {
    for (const auto& bad :
         {"\xc0\xaf"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s, "\xff"s, "a\x80"s, "\xe2\x82"s,
          "\xf8\x88\x80\x80\x80"s, "\xe0\x80\xaf"s, "\xf0\x80\x80\xaf"s, "\xed\xbf\xbf"s,
          "0123456789abcdef\xc3"s, "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5\xed\xa0\x80x"s}) {
        EXPECT_EQ(failureOf(text(bad)), CloseCode::InvalidData) << bad;
        EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Text, bad.substr(0, 1))) +
                            clientFrame({Opcode::Continuation, std::string_view(bad).substr(1)})),
                  CloseCode::InvalidData)
            << bad;
    }
}

TEST(WebSocketDecoder, TakesUtf8CutAnywhere) {
    const std::string good =
        "\xc2\x80 \xdf\xbf \xe0\xa0\x80 \xed\x9f\xbf \xee\x80\x80 \xef\xbf\xbf \xf0\x90\x80\x80 "
        "\xf4\x8f\xbf\xbf";
    EXPECT_EQ(decode(text(good)), (std::vector{textEvent(good)}));
    for (std::size_t cut = 0; cut <= good.size(); ++cut) {
        EXPECT_EQ(decode(clientFrame(unfinished(Opcode::Text, good.substr(0, cut))) +
                         clientFrame({Opcode::Continuation, std::string_view(good).substr(cut)})),
                  (std::vector{textEvent(good)}));
    }
}

TEST(WebSocketDecoder, SaysAtOnceThatAFragmentCannotBeUtf8) {
    EXPECT_EQ(failureOf(clientFrame(unfinished(Opcode::Text, "\xc3("))), CloseCode::InvalidData);
}

TEST(WebSocketDecoder, TakesCloseFramesWithAndWithoutCode) {
    EXPECT_EQ(decode(clientFrame({Opcode::Close, ""})), (std::vector<Event>{{Step::Close, ""}}));
    EXPECT_EQ(decode(closing(1000, "bye")), (std::vector<Event>{{Step::Close, "bye", CloseCode::Normal}}));
    const std::string longest(123, 'r');
    EXPECT_EQ(decode(closing(4999, longest)),
              (std::vector<Event>{{Step::Close, longest, static_cast<CloseCode>(4999)}}));
}

TEST(WebSocketDecoder, KnowsWhichCloseCodesThereAre) {
    for (const unsigned code : {1000U, 1001U, 1002U, 1003U, 1007U, 1008U, 1009U, 1010U, 1011U, 1012U, 1013U,
                                1014U, 3000U, 3999U, 4000U, 4999U}) {
        EXPECT_EQ(decode(closing(code)).at(0).step, Step::Close) << code;
    }
    for (const unsigned code :
         {0U, 999U, 1004U, 1005U, 1006U, 1015U, 1016U, 1100U, 2000U, 2999U, 5000U, 65535U}) {
        EXPECT_EQ(failureOf(closing(code)), CloseCode::ProtocolError) << code;
    }
    EXPECT_EQ(failureOf(clientFrame({Opcode::Close, "x"})), CloseCode::ProtocolError) << "half a code";
    EXPECT_EQ(failureOf(closing(1000, "\xce\xba\xff")), CloseCode::InvalidData);
}

TEST(WebSocketDecoder, TakesNothingAfterTheEnd) {
    EXPECT_EQ(decode(closing(1000) + text("late")).size(), 1U);
    EXPECT_EQ(decode(clientFrame({Opcode::Binary, "x"}) + text("late")).size(), 1U);
}

}  // namespace
}  // namespace footlight::net::websocket
