#include "core/net/websocket/outbox.h"

#include <gtest/gtest.h>

#include <array>

namespace footlight::net::websocket {
namespace {

/// Room for four frames of up to 22 bytes each with their header.
class AnOutbox : public testing::Test {
protected:
    bool add(std::string_view text, Priority priority) { return outbox_.add(shareText(text), priority); }
    /// What the socket would be given.
    [[nodiscard]] std::vector<std::string> shown() const {
        std::array<boost::asio::const_buffer, Outbox::kMostBuffers> buffers;
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < outbox_.fill(buffers); ++i) {
            texts.emplace_back(static_cast<const char*>(buffers[i].data()), buffers[i].size());
        }
        return texts;
    }
    static std::string bytes(std::string_view text) { return Frame(text).bytes(); }

    Outbox outbox_{4, 100};
};

using Texts = std::vector<std::string>;

TEST_F(AnOutbox, LosesReactionsFirstThenPresenceThenItIsFull) {
    EXPECT_TRUE(add("p1", Priority::Presence));
    EXPECT_TRUE(add("r1", Priority::Reaction));
    EXPECT_TRUE(add("n1", Priority::Normal));
    EXPECT_TRUE(add("r2", Priority::Reaction));
    EXPECT_TRUE(add("n2", Priority::Normal));
    EXPECT_EQ(shown(), (Texts{bytes("p1"), bytes("n1"), bytes("r2"), bytes("n2")}));
    EXPECT_TRUE(add("n3", Priority::Normal));
    EXPECT_TRUE(add("n4", Priority::Normal));
    EXPECT_EQ(shown(), (Texts{bytes("n1"), bytes("n2"), bytes("n3"), bytes("n4")}));
    EXPECT_EQ(outbox_.dropped(), 3U);
    EXPECT_FALSE(add("n5", Priority::Normal));
    EXPECT_EQ(outbox_.dropped(), 3U);
}

TEST_F(AnOutbox, AReactionNeverPushesPresenceOut) {
    for (const auto* text : {"p1", "p2", "p3", "p4"}) {
        EXPECT_TRUE(add(text, Priority::Presence));
    }
    EXPECT_FALSE(add("r1", Priority::Reaction));
    EXPECT_EQ(outbox_.dropped(), 1U);
    EXPECT_TRUE(add("p5", Priority::Presence)) << "newer presence is worth more than older";
    EXPECT_EQ(shown(), (Texts{bytes("p2"), bytes("p3"), bytes("p4"), bytes("p5")}));
}

TEST_F(AnOutbox, BoundsBytesToo) {
    EXPECT_TRUE(add(std::string(60, 'r'), Priority::Reaction));
    EXPECT_TRUE(add(std::string(60, 'n'), Priority::Normal));
    EXPECT_EQ(shown(), (Texts{bytes(std::string(60, 'n'))}));
    EXPECT_FALSE(add(std::string(60, 'm'), Priority::Normal));
}

TEST_F(AnOutbox, WhatHasBegunStays) {
    outbox_.addBegun(shareText("reaction"), Priority::Reaction, 4);
    for (const auto* text : {"n1", "n2", "n3"}) {
        EXPECT_TRUE(add(text, Priority::Normal));
    }
    EXPECT_FALSE(add("n4", Priority::Normal));
    EXPECT_EQ(shown().at(0), bytes("reaction").substr(4));
    outbox_.clear();
    EXPECT_EQ(shown(), (Texts{bytes("reaction").substr(4)}));
}

TEST_F(AnOutbox, WhatIsPinnedStays) {
    EXPECT_TRUE(add("r1", Priority::Reaction));
    EXPECT_TRUE(add("r2", Priority::Reaction));
    EXPECT_TRUE(add("r3", Priority::Reaction));
    EXPECT_TRUE(add("r4", Priority::Reaction));
    outbox_.pin(2);
    EXPECT_TRUE(add("n1", Priority::Normal));
    EXPECT_TRUE(add("n2", Priority::Normal));
    EXPECT_FALSE(add("n3", Priority::Normal));
    EXPECT_EQ(shown(), (Texts{bytes("r1"), bytes("r2"), bytes("n1"), bytes("n2")}));
    outbox_.taken(bytes("r1").size());
    EXPECT_TRUE(add("n3", Priority::Normal));
    EXPECT_FALSE(add("n4", Priority::Normal)) << "r2 is pinned still";
}

TEST_F(AnOutbox, TakesWhatWasWrittenWhereverItEnds) {
    EXPECT_TRUE(add("one", Priority::Normal));
    EXPECT_TRUE(add("two", Priority::Normal));
    outbox_.taken(7);
    EXPECT_EQ(shown(), (Texts{bytes("two").substr(2)}));
    outbox_.taken(1);
    EXPECT_EQ(shown(), (Texts{bytes("two").substr(3)}));
    outbox_.taken(2);
    EXPECT_TRUE(outbox_.isEmpty());
    EXPECT_TRUE(add(std::string(90, 'x'), Priority::Normal)) << "all its room is there again";
}

TEST_F(AnOutbox, KeepsTheNewestPongOnlyAndBeyondAnyLimit) {
    for (const auto* text : {"n1", "n2", "n3", "n4"}) {
        EXPECT_TRUE(add(text, Priority::Normal));
    }
    outbox_.addControl(std::make_shared<const Frame>(Opcode::Pong, "1"));
    outbox_.addControl(std::make_shared<const Frame>(Opcode::Ping, ""));
    outbox_.addControl(std::make_shared<const Frame>(Opcode::Pong, "2"));
    EXPECT_EQ(shown(), (Texts{bytes("n1"), bytes("n2"), bytes("n3"), bytes("n4"),
                              Frame(Opcode::Ping, "").bytes(), Frame(Opcode::Pong, "2").bytes()}));
}

TEST_F(AnOutbox, ShowsTheRestOfMoreThanOneCallCanTake) {
    Outbox large(1'000, 100'000);
    std::string all;
    for (int i = 0; i < 300; ++i) {
        const auto frame = shareText(std::to_string(i));
        all += frame->bytes();
        ASSERT_TRUE(large.add(frame, Priority::Normal));
    }
    std::string seen;
    std::array<boost::asio::const_buffer, Outbox::kMostBuffers> buffers;
    while (!large.isEmpty()) {
        const auto count = large.fill(buffers);
        std::string shown;
        for (std::size_t i = 0; i < count; ++i) {
            shown.append(static_cast<const char*>(buffers[i].data()), buffers[i].size());
        }
        const auto taken = std::min<std::size_t>(shown.size(), 37);
        seen += shown.substr(0, taken);
        large.taken(taken);
    }
    EXPECT_EQ(seen, all);
}

}  // namespace
}  // namespace footlight::net::websocket
