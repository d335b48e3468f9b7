#include <gtest/gtest.h>

#include <random>

#include "core/wire/channel.h"
#include "core/wire/hooks.h"
#include "core/wire/json.h"
#include "core/wire/socket.h"

namespace footlight::wire {
namespace {

template <typename Message>
ParseFailure failureOf(const std::string& json) {
    const auto parsed = parse<Message>(json);
    EXPECT_FALSE(parsed) << json;
    return parsed ? ParseFailure{} : parsed.error();
}

TEST(WireParse, UnknownMembersAreIgnored) {
    const auto parsed = parse<ClientMessage>(R"({"type":"leave","channel":"Ada","colour":{"deep":[1]}})");
    ASSERT_TRUE(parsed);
    EXPECT_EQ(std::get<Leave>(*parsed).channel, "Ada");
}

TEST(WireParse, AMissingMemberIsNamedWithWhatItMustBe) {
    const auto failure = failureOf<ClientMessage>(R"({"type":"say","channel":"Ada","nonce":"1"})");
    EXPECT_EQ(failure.field, "text");
    EXPECT_EQ(failure.message, "`text` is missing: it must be a string of 1 to 500 characters");
}

TEST(WireParse, ATextOfTheWrongKindOrLengthIsNamed) {
    const std::string expected = "`text` must be a string of 1 to 500 characters";
    const auto say = [](const std::string& text) {
        return R"({"type":"say","channel":"Ada","nonce":"1","text":)" + text + "}";
    };
    for (const auto& text : {std::string("7"), std::string("\"\""), "\"" + std::string(501, 'a') + "\""}) {
        EXPECT_EQ(failureOf<ClientMessage>(say(text)).message, expected);
    }
    std::string euros;
    for (int i = 0; i < 500; ++i) {
        euros += "€";
    }
    EXPECT_TRUE(parse<ClientMessage>(say("\"" + euros + "\""))) << "characters count, not bytes";
}

TEST(WireParse, AnUnknownTypeIsToldWhichOnesThereAre) {
    for (const auto* text : {R"({"type":"dance"})", R"({"type":7})", "{}"}) {
        const auto failure = failureOf<ClientMessage>(text);
        EXPECT_EQ(failure.field, "type");
        EXPECT_EQ(failure.message,
                  "`type` must be one of `hello` `join` `leave` `say` `edit` `delete` `pin` `unpin` `react` "
                  "`vote` `raiseHand` `ask` `upvote` `closeQuestion` `watch` `ping`");
    }
}

TEST(WireParse, AMemberOfAMemberIsNamedByItsPath) {
    const auto failure = failureOf<PublishEvents>(
        R"({"events":[{"type":"health","channel":"Ada","broadcastId":"01890a5d-ac96-774b-bcce-b302099a8057","at":1,)"
        R"("health":{"bitrate":"fast"}}]})");
    EXPECT_EQ(failure.field, "events[0].health.bitrate");
    EXPECT_EQ(failure.message, "`events[0].health.bitrate` must be a whole number");
}

TEST(WireParse, AnEnumListsItsValues) {
    const auto failure = failureOf<PublishEvents>(R"({"events":[{"type":"exploded"}]})");
    EXPECT_EQ(failure.message,
              "`events[0].type` must be one of `started` `health` `lost` `resumed` `ended` "
              "`input` `recording` `target`");
}

TEST(WireParse, NullIsTheSameAsAbsentWhereAMemberMayBeAbsent) {
    ASSERT_TRUE(parse<ClientMessage>(R"({"type":"hello","token":null})"));
    EXPECT_EQ(failureOf<ClientMessage>(R"({"type":"leave","channel":null})").field, "channel");
}

TEST(WireParse, NumbersOutOfRangeAreRefused) {
    for (const auto* number : {"1e300", "-1", "9007199254740993", "1.5", "99999999999999999999"}) {
        EXPECT_EQ(
            failureOf<ClientMessage>(R"({"type":"ping","clientTime":)" + std::string(number) + "}").message,
            "`clientTime` must be a time in UTC milliseconds");
    }
}

TEST(WireParse, WhatIsNotAJsonObjectIsRefused) {
    for (const auto* text : {"", "[]", "7", "{", "{\"type\":\"leave\",}", "{} {}", "\"\xff\""}) {
        EXPECT_FALSE(parse<ClientMessage>(text)) << text;
    }
    EXPECT_FALSE(parse<ClientMessage>("{\"type\":\"leave\",\"channel\":\"\xc3\x28\"}")) << "invalid UTF-8";
}

TEST(WireParse, DepthAndSizeAreBounded) {
    const auto nested = [](std::size_t depth) {
        return R"({"type":"leave","channel":"Ada","x":)" + std::string(depth, '[') + std::string(depth, ']') +
               "}";
    };
    EXPECT_TRUE(parse<ClientMessage>(nested(kMaxJsonDepth - 1)));
    EXPECT_EQ(failureOf<ClientMessage>(nested(kMaxJsonDepth)).message,
              "the text must nest at most 32 levels deep");
    const auto padded = [](std::size_t bytes) {
        const std::string text = R"({"type":"leave","channel":"Ada"})";
        return text + std::string(bytes - text.size(), ' ');
    };
    EXPECT_TRUE(parse<ClientMessage>(padded(kMaxJsonBytes)));
    EXPECT_EQ(failureOf<ClientMessage>(padded(kMaxJsonBytes + 1)).message,
              "the text must be at most 1048576 bytes long");
}

TEST(WireParse, WhateverIsReadFromBrokenTextCanBeWrittenAndReadAgain) {
    const std::string texts[] = {R"({"type":"say","channel":"Ada","text":"héllo ☀","nonce":"1"})",
                                 R"({"type":"join","channel":"Ada","watching":true})",
                                 R"({"type":"ping","clientTime":1700000000123})",
                                 R"({"type":"hello","token":"abc"})"};
    std::minstd_rand random(7);
    int readable = 0;
    for (int i = 0; i < 20'000; ++i) {
        auto text = texts[random() % std::size(texts)];
        for (auto changes = random() % 3; changes > 0; --changes) {
            text[random() % text.size()] = static_cast<char>(random() % 256);
        }
        text.resize(text.size() - (random() % 4 == 0 ? random() % text.size() : 0));
        const auto parsed = parse<ClientMessage>(text);
        if (!parsed) {
            EXPECT_FALSE(parsed.error().message.empty());
            continue;
        }
        ++readable;
        const auto written = toJson(*parsed);
        const auto again = parse<ClientMessage>(written);
        ASSERT_TRUE(again) << written;
        EXPECT_EQ(toJson(*again), written);
    }
    EXPECT_GT(readable, 1'000);
}

TEST(WireParse, ATextOfTheRelayIsOneMessageOrAnArrayOfThem) {
    const auto one = parseServerText(R"({"type":"left","channel":"ada"})");
    ASSERT_EQ(one.size(), 1U);
    EXPECT_EQ(std::get<Left>(one[0]).channel, "ada");
    const auto many = parseServerText(
        R"([{"type":"left","channel":"a"},{"type":"of the future"},7,{"type":"presence","channel":"b","viewers":3}])");
    ASSERT_EQ(many.size(), 2U);
    EXPECT_EQ(std::get<Left>(many[0]).channel, "a");
    EXPECT_EQ(std::get<Presence>(many[1]).viewers, 3);
    EXPECT_TRUE(parseServerText("[]").empty());
    EXPECT_TRUE(parseServerText("nonsense").empty());
}

TEST(WireParse, AListLongerThanItsBoundIsRefused) {
    std::string events;
    for (int i = 0; i < 101; ++i) {
        events += std::string(i == 0 ? "" : ",") + "{}";
    }
    EXPECT_EQ(failureOf<PublishEvents>(R"({"events":[)" + events + "]}").message,
              "`events` must be a list of at most 100 entries");
}

}  // namespace
}  // namespace footlight::wire
