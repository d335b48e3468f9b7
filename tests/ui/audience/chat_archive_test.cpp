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
    Result<ChatStretch> fetch(ChatArchive& archive, UtcTime from, UtcTime to) {
        std::optional<Result<ChatStretch>> fetched;
        archive.fetch(from, to,
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
