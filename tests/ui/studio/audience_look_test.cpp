// The audience's side of the Studio, at the sizes that people have.
#include <gtest/gtest.h>

#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"
#include "tests/ui/studio/fake_engine.h"
#include "tests/ui/support/controls.h"
#include "tests/ui/support/look.h"
#include "tests/ui/support/memory_settings.h"
#include "ui/chat/chat_controller.h"
#include "ui/chat/chat_options.h"
#include "ui/pictures/picture_store.h"
#include "ui/studio/broadcast_controller.h"
#include "ui/studio/studio_feed.h"
#include "ui/studio/studio_page.h"

namespace footlight::studio {
namespace {

class TheAudienceInTheStudio : public testing::Test {
protected:
    TheAudienceInTheStudio() {
        fillScene(engine);
        wire::Session session;
        session.user = {UserId::make(utcFromMilliseconds(1)), "anna"};
        session.token = Secret("token-1");
        session.channel = "anna";
        hub.answer("POST /session", {200, wire::toJson(session)});
        relay.api().setAddress(hub.address());
        relay.api().signInAsOwner(Secret("owner"), {});
        EXPECT_TRUE(tests::eventually([this] { return relay.api().session().has_value(); }));
        wire::Joined joined;
        joined.channel = "anna";
        joined.role = wire::Role::Owner;
        Q_EMIT relay.live().joined(joined);
        page.resize(1200, 640);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&page));
    }

    SystemClock clock;
    tests::FakeHub hub;
    client::RelayClient relay{clock};
    FakeEngine engine;
    FakeDestinations destinations;
    BroadcastController broadcast{engine, destinations};
    models::MemorySettings settings;
    chatui::ChatOptions options{settings};
    pictures::Pictures pictures{relay.api()};
    chatui::ChatController chat{relay, pictures.faces, options};
    StudioFeed feed{relay, chat};
    StudioPage page{engine.ports(), QSize(1280, 720), broadcast, feed, chat};
};

TEST_F(TheAudienceInTheStudio, FitsSmallAndLargeWindowsDarkAndLight) {
    for (const QString& kind : audience::ReactionBoard::kinds()) {
        Q_EMIT feed.audience().reactions.reacted(kind, 1204);
    }
    ui_tests::press(page, "Poll");
    ui_tests::look(page, QStringLiteral("studio-poll-make"));
    wire::Poll poll;
    poll.id = PollId::make(clock.utcNow());
    poll.by = *feed.audience().link.self();
    poll.question = "Which of these do we repair first?";
    poll.options = {{"The power supply", 312}, {"The tuner with its many small parts", 87}};
    poll.endsAt = clock.utcNow() + std::chrono::minutes(2);
    Q_EMIT relay.live().pollChanged({"anna", poll});
    ui_tests::look(page, QStringLiteral("studio-poll-runs"));
    Q_EMIT relay.live().handsChanged(
        {"anna", {poll.by, {UserId::make(clock.utcNow()), "a_name_of_25_characters__"}}});
    ui_tests::press(page, "Questions");
    ui_tests::look(page, QStringLiteral("studio-questions"));
}

}  // namespace
}  // namespace footlight::studio
