#include "ui/audience/chat_archive.h"

#include "tests/ui/audience/room_fixture.h"

namespace footlight::audience {
namespace {

UtcTime at(std::int64_t milliseconds) { return utcFromMilliseconds(1'800'000'000'000 + milliseconds); }

wire::ChatMessage line(std::int64_t milliseconds) {
    wire::ChatMessage made;
    made.id = MessageId::make(at(milliseconds));
    made.channel = "bob";
    made.user = {UserId::make(at(0)), "carl"};
    made.text = std::to_string(milliseconds);
    made.at = at(milliseconds);
    return made;
}

class ChatArchives : public InARoom {
protected:
    using Part = ChatArchive::Part;
    Result<ChatStretch> fetch(ChatArchive& archive, UtcTime from, UtcTime to, Part part = Part::Any) {
        std::optional<Result<ChatStretch>> fetched;
        archive.fetch(from, to, part,
                      {&context, [&fetched](Result<ChatStretch> answer) { fetched = std::move(answer); }});
        EXPECT_TRUE(tests::eventually([&] { return fetched.has_value(); }));
        return std::move(*fetched);
    }
    static std::vector<std::string> texts(const ChatStretch& stretch) {
        std::vector<std::string> found;
        for (const auto& each : stretch.lines) {
            found.push_back(each.text);
        }
        return found;
    }
    std::vector<std::string> asked(const std::string& path) {
        std::vector<std::string> found;
        for (const auto& request : hub.requests()) {
            if (request.target.find(path) != std::string::npos) {
                found.push_back(request.target.substr(request.target.find('?')));
            }
        }
        return found;
    }

    QObject context;
};

TEST_F(ChatArchives, OfARecordingAskByTheTimeSinceItsStart) {
    const auto id = BroadcastId::make(at(0));
    const std::string path = "GET /recordings/" + id.text() + "/chat";
    hub.answer(path + "?limit=1", {200, wire::toJson(wire::RecordedChat{at(0), {}, {}})});
    hub.answer(path + "?limit=100&from=5000&to=65000",
               {200, wire::toJson(wire::RecordedChat{at(0), {line(5000), line(6000)}, "more"})});
    hub.answer(path + "?limit=100&from=5000&to=65000&page=more",
               {200, wire::toJson(wire::RecordedChat{at(0), {line(64000)}, {}})});
    RecordedChatArchive archive(relay.api(), id);
    for (int turn = 0; turn < 2; ++turn) {
        const auto fetched = fetch(archive, at(5000), at(65000));
        ASSERT_TRUE(fetched) << fetched.error().message();
        EXPECT_EQ(texts(*fetched), (std::vector<std::string>{"5000", "6000", "64000"}));
        EXPECT_EQ(fetched->to, at(65000));
    }
    EXPECT_EQ(asked("/chat").size(), 5U) << "when it began is asked once";
}

TEST_F(ChatArchives, OfARecordingFindTheNewestLinesFromTheEndBack) {
    const auto id = BroadcastId::make(at(0));
    const std::string path = "GET /recordings/" + id.text() + "/chat";
    const auto stretch = [&](std::int64_t from, std::int64_t to, std::vector<wire::ChatMessage> lines) {
        hub.answer(path + "?limit=100&from=" + std::to_string(from) + "&to=" + std::to_string(to),
                   {200, wire::toJson(wire::RecordedChat{at(0), std::move(lines), {}})});
    };
    hub.answer(path + "?limit=1", {200, wire::toJson(wire::RecordedChat{at(0), {}, {}})});
    stretch(295'000, 300'000, {line(295'000), line(299'000)});
    stretch(255'000, 295'000, {line(294'000)});
    stretch(100'000, 255'000, {line(100'000)});
    RecordedChatArchive archive(relay.api(), id);
    const auto fetched = fetch(archive, at(100'000), at(300'000), Part::Newest);
    ASSERT_TRUE(fetched) << fetched.error().message();
    EXPECT_EQ(texts(*fetched), (std::vector<std::string>{"100000", "294000", "295000", "299000"}));
    EXPECT_EQ(fetched->from, at(100'000));
    EXPECT_EQ(fetched->to, at(300'000));
}

TEST_F(ChatArchives, OfARecordingTakeAsManyOfTheNewestAsAreShown) {
    const auto id = BroadcastId::make(at(0));
    const std::string path = "GET /recordings/" + id.text() + "/chat";
    const std::string last = path + "?limit=100&from=295000&to=300000";
    hub.answer(path + "?limit=1", {200, wire::toJson(wire::RecordedChat{at(0), {}, {}})});
    for (std::int64_t page = 0; page < 6; ++page) {  // 120 lines a second
        std::vector<wire::ChatMessage> lines;
        for (std::int64_t i = 0; i < 100; ++i) {
            lines.push_back(line(295'000 + (page * 100 + i) * 8));
        }
        const auto next = page < 5 ? std::optional(std::to_string(page + 1)) : std::nullopt;
        hub.answer(page == 0 ? last : last + "&page=" + std::to_string(page),
                   {200, wire::toJson(wire::RecordedChat{at(0), std::move(lines), next})});
    }
    RecordedChatArchive archive(relay.api(), id);
    const auto fetched = fetch(archive, at(0), at(300'000), Part::Newest);
    ASSERT_TRUE(fetched) << fetched.error().message();
    EXPECT_EQ(fetched->lines.size(), 600U);
    EXPECT_EQ(fetched->from, at(295'000)) << "whole from there, and no more than is shown";
    EXPECT_EQ(asked("/chat").size(), 7U);
}

TEST_F(ChatArchives, KeepWhatCameBeforeAPageFailed) {
    const auto id = BroadcastId::make(at(0));
    const std::string path = "GET /recordings/" + id.text() + "/chat";
    hub.answer(path + "?limit=1", {200, wire::toJson(wire::RecordedChat{at(0), {}, {}})});
    hub.answer(path + "?limit=100&from=5000&to=65000",
               {200, wire::toJson(wire::RecordedChat{at(0), {line(5000), line(6000)}, "more"})});
    hub.answer(path + "?limit=100&from=60000&to=65000",
               {200, wire::toJson(wire::RecordedChat{at(0), {line(61000)}, {}})});
    RecordedChatArchive recorded(relay.api(), id);
    const auto first = fetch(recorded, at(5000), at(65000));
    ASSERT_TRUE(first) << first.error().message();
    EXPECT_EQ(texts(*first), (std::vector<std::string>{"5000", "6000"}));
    EXPECT_EQ(first->to, at(6000));
    const auto last = fetch(recorded, at(5000), at(65000), Part::Newest);
    ASSERT_TRUE(last) << last.error().message();
    EXPECT_EQ(texts(*last), std::vector<std::string>{"61000"});
    EXPECT_EQ(last->from, at(60000));

    ChannelChatArchive said(relay.api(), QStringLiteral("bob"));
    hub.answer("GET /channels/bob/messages?limit=100",
               {200, wire::toJson(wire::MessagePage{{line(7000), line(8000)}, "older"})});
    const auto newest = fetch(said, at(4000), UtcTime::max(), Part::Newest);
    ASSERT_TRUE(newest) << newest.error().message();
    EXPECT_EQ(texts(*newest), (std::vector<std::string>{"7000", "8000"}));
    EXPECT_GT(newest->from, at(7000)) << "more may have been said in that millisecond";
}

TEST_F(ChatArchives, OfAProtectedRecordingShowTheTokenOfTheLink) {
    const auto id = BroadcastId::make(at(0));
    const std::string path = "GET /recordings/" + id.text() + "/chat";
    hub.answer(path + "?limit=1&access=a-b", {200, wire::toJson(wire::RecordedChat{at(0), {}, {}})});
    hub.answer(path + "?limit=100&from=5000&to=65000&access=a-b",
               {200, wire::toJson(wire::RecordedChat{at(0), {line(5000)}, {}})});
    RecordedChatArchive archive(relay.api(), id, QStringLiteral("a-b"));
    const auto fetched = fetch(archive, at(5000), at(65000));
    ASSERT_TRUE(fetched) << fetched.error().message();
    EXPECT_EQ(texts(*fetched), std::vector<std::string>{"5000"});
}

TEST_F(ChatArchives, OfARecordingSayWhatIsMissing) {
    RecordedChatArchive archive(relay.api(), BroadcastId::make(at(0)));
    EXPECT_FALSE(fetch(archive, at(5000), at(65000)));
}

TEST_F(ChatArchives, OfAChannelGoBackPageByPageAsFarAsIsAsked) {
    ChannelChatArchive archive(relay.api(), QStringLiteral("bob"));
    hub.answer("GET /channels/bob/messages?limit=100",
               {200, wire::toJson(wire::MessagePage{{line(7000), line(8000)}, "older"})});
    hub.answer("GET /channels/bob/messages?limit=100&before=older",
               {200, wire::toJson(wire::MessagePage{{line(1000), line(4000), line(6000)}, "oldest"})});
    const auto fetched = fetch(archive, at(4000), UtcTime::max());
    ASSERT_TRUE(fetched) << fetched.error().message();
    EXPECT_EQ(texts(*fetched), (std::vector<std::string>{"4000", "6000", "7000", "8000"}));
    EXPECT_EQ(fetched->from, at(4000));
    EXPECT_EQ(asked("/messages").size(), 2U);
}

}  // namespace
}  // namespace footlight::audience
