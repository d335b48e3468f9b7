#pragma once

#include <gtest/gtest.h>

#include <QSignalSpy>

#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"
#include "ui/audience/audience.h"

namespace footlight::audience {

/// Anna, signed in, in the room of bob at a hub that does as it is told.
class InARoom : public testing::Test {
protected:
    InARoom() {
        hub.confirmLines(false);
        wire::Session session;
        session.user = user("anna");
        session.token = Secret("token-1");
        session.channel = "anna";
        hub.answer("POST /session", {200, wire::toJson(session)});
        relay.api().setAddress(hub.address());
        relay.api().signInAsOwner(Secret("owner"), {});
        EXPECT_TRUE(tests::eventually([this] { return relay.api().session().has_value(); }));
        room.link.enter(QStringLiteral("bob"));
        relay.live().join(QStringLiteral("bob"), true);
        relay.connectTo(hub.address());
        EXPECT_TRUE(tests::eventually([this] { return joins.count() > 0; }));
    }
    /// We are told what the room is like, as after a reconnect.
    void joinAs(wire::Role role) {
        wire::Joined joined;
        joined.channel = "bob";
        joined.role = role;
        Q_EMIT relay.live().joined(joined);
    }
    template <typename Message>
    Message heard() {
        EXPECT_TRUE(tests::eventually([this] { return !hub.heardOf<Message>().empty(); }));
        const auto all = hub.heardOf<Message>();
        return all.empty() ? Message{} : all.back();
    }
    void refuse(const std::optional<std::string>& nonce, const std::string& words) {
        wire::ErrorMessage error;
        error.code = "test.refused";
        error.message = words;
        error.nonce = nonce;
        hub.tell(error);
    }
    void confirm(const std::string& nonce) { hub.tell(wire::Done{nonce}); }
    static wire::User user(const std::string& name) { return {UserId::make(utcFromMilliseconds(1)), name}; }
    [[nodiscard]] wire::User self() const { return *room.link.self(); }

    SystemClock clock;
    tests::FakeHub hub;
    client::RelayClient relay{clock};
    Audience room{relay};
    QSignalSpy joins{&room.link, &RoomLink::joined};
};

}  // namespace footlight::audience
