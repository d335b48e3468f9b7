// The audience beside and over the picture, at the sizes that people have.
#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/look.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/models/channel_list_model.h"
#include "ui/pictures/picture_store.h"
#include "ui/watch/watch_controller.h"
#include "ui/watch/watch_page.h"

namespace footlight::watch {
namespace {

class TheAudienceInWatch : public testing::Test {
protected:
    TheAudienceInWatch() {
        wire::Session session;
        session.user = user("anna");
        session.token = Secret("token-1");
        session.channel = "anna";
        hub.answer("POST /session", {200, wire::toJson(session)});
        wire::AttendeePage here;
        for (const char* name : {"anna", "bob", "Cleo", "dana_k", "a_name_of_25_characters__"}) {
            here.items.push_back({user(name), wire::Activity::Watching, "720p"});
        }
        here.viewers = 1204;
        here.guests = 1199;
        hub.answer("GET /channels/bob/viewers?limit=100", {200, wire::toJson(here)});
        relay.api().setAddress(hub.address());
        relay.api().signInAsOwner(Secret("owner"), {});
        EXPECT_TRUE(tests::eventually([this] { return relay.api().session().has_value(); }));
        relay.connectTo(hub.address());
        EXPECT_TRUE(tests::eventually([this] { return relay.live().isOpen(); }));
        page.resize(1200, 640);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&page));
        QSignalSpy joins(&controller.audience().link, &audience::RoomLink::joined);
        wire::Channel known;
        known.name = "bob";
        known.playback = room().playback;
        channels.setChannels({known});
        controller.openChannel(QStringLiteral("bob"));
        EXPECT_TRUE(tests::eventually([&] { return joins.count() > 0; }));
        Q_EMIT relay.live().joined(room());
        Q_EMIT player.stateChanged(playback::Player::State::Playing);
    }
    static wire::User user(const std::string& name) { return {UserId::make(utcFromMilliseconds(1)), name}; }
    wire::Joined room() {
        wire::Joined joined;
        joined.channel = "bob";
        joined.title = "Rebuilding a 1962 radio";
        joined.live = true;
        joined.viewers = 1204;
        joined.playback = hub.address().toString().toStdString() + "/live/bob/index.m3u8";
        joined.role = wire::Role::Moderator;
        const auto now = clock.utcNow();
        for (const char* text :
             {"evening everyone", "is that the original valve? It sounds so much warmer", "👏👏"}) {
            wire::ChatMessage line;
            line.id = MessageId::make(now);
            line.channel = "bob";
            line.user = user("Cleo");
            line.text = text;
            line.at = now;
            joined.history.push_back(line);
        }
        wire::Poll poll;
        poll.id = PollId::make(now);
        poll.by = user("bob");
        poll.question = "Which of these do we repair first, and which is left for the next time?";
        poll.options = {
            {"The power supply", 312}, {"The tuner with its many small parts", 87}, {"Neither", 4}};
        poll.at = now;
        poll.endsAt = now + std::chrono::minutes(2);
        joined.poll = poll;
        joined.voted = 1;
        joined.hands = {user("Cleo"), user("anna"), user("dana_k")};
        for (const auto& [text, votes] : {std::pair{"What is on the second shelf?", 14},
                                          std::pair{"How long did it take to find the schematics, and where "
                                                    "does one look for those of a set from another country?",
                                                    3}}) {
            joined.questions.push_back({QuestionId::make(now), user("Cleo"), text, now, votes});
        }
        return joined;
    }

    SystemClock clock;
    tests::FakeHub hub;
    client::RelayClient relay{clock};
    playback::Player player;
    models::ChannelListModel channels;
    models::MemorySettings settings;
    chatui::ChatOptions options{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, options};
    WatchController controller{relay, player, channels, chat};
    WatchPage page{controller, channels, chat, settings};
};

TEST_F(TheAudienceInWatch, FitsSmallAndLargeWindowsDarkAndLight) {
    QApplication::setEffectEnabled(Qt::UI_General, true);
    for (int i = 0; i < 30; ++i) {
        Q_EMIT controller.audience().reactions.reacted(audience::ReactionBoard::kinds()[i % 6], 1);
    }
    ui_tests::look(page, QStringLiteral("watch-poll"));
    ui_tests::press(page, "Questions");
    ui_tests::look(page, QStringLiteral("watch-questions"));
    ui_tests::press(page, "People");
    EXPECT_TRUE(tests::eventually([this] { return controller.audience().people.people() == 5; }));
    ui_tests::look(page, QStringLiteral("watch-people"));
}

}  // namespace
}  // namespace footlight::watch
