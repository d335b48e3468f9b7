#include <gtest/gtest.h>

#include "core/wire/follow.h"
#include "core/wire/follower.h"
#include "core/wire/friend.h"
#include "core/wire/json.h"
#include "core/wire/notification.h"
#include "core/wire/page.h"
#include "core/wire/schedule.h"
#include "core/wire/security.h"
#include "core/wire/socket.h"

namespace footlight::wire {
namespace {

constexpr auto kId = "01890a5d-ac96-774b-bcce-b302099a8057";

UtcTime at() { return utcFromMilliseconds(1'700'000'000'123); }

template <typename Message>
void expectSnapshot(const Message& message, const std::string& expected) {
    EXPECT_EQ(toJson(message), expected);
    const auto parsed = parse<Message>(expected);
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(toJson(*parsed), expected);
}

TEST(WireCommunitySnapshot, Follows) {
    expectSnapshot(
        FollowPage{{{"Stage", "Maths", true, at()}}, "Stage"},
        R"({"items":[{"channel":"Stage","title":"Maths","live":true,"since":1700000000123}],"next":"Stage"})");
}

TEST(WireCommunitySnapshot, Notifications) {
    Notification news;
    news.id = *NotificationId::parse(kId);
    news.kind = NotificationKind::Mention;
    news.channel = "Stage";
    news.from = User{*UserId::parse(kId), "Ada"};
    news.text = "hello @Bob";
    news.message = *MessageId::parse(kId);
    news.at = at();
    const std::string body =
        R"("id":"01890a5d-ac96-774b-bcce-b302099a8057","kind":"mention","channel":"Stage","from":{"id":)"
        R"("01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},"title":"","text":"hello @Bob",)"
        R"("message":"01890a5d-ac96-774b-bcce-b302099a8057","at":1700000000123,"read":false})";
    expectSnapshot(news, "{" + body);
    expectSnapshot<ServerMessage>(news, R"({"type":"notification",)" + body);
    expectSnapshot(NotificationPage{{}, 3, *NotificationId::parse(kId)},
                   R"({"items":[],"unread":3,"next":"01890a5d-ac96-774b-bcce-b302099a8057"})");
    expectSnapshot(NotificationsRead{}, "{}");
    expectSnapshot(NotificationChoices{{{NotificationKind::StartsSoon, true, false, true}}},
                   R"({"items":[{"kind":"startsSoon","inApp":true,"email":false,"webhook":true}]})");
    expectSnapshot(MadeWebhook{{*WebhookId::parse(kId), "https://a/", true}, Secret("s")},
                   R"({"webhook":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","url":"https://a/",)"
                   R"("ofChannel":true},"secret":"s"})");
    expectSnapshot(DeadDeliveryList{{{"x", "mail", 10, "550 no", at(), at()}}},
                   R"({"items":[{"id":"x","kind":"mail","attempts":10,"error":"550 no",)"
                   R"("madeAt":1700000000123,"diedAt":1700000000123}]})");
}

TEST(WireCommunitySnapshot, Mail) {
    expectSnapshot(EmailRequest{"a@b", Secret("p")}, R"({"email":"a@b","password":"p"})");
    expectSnapshot(EmailAddress{}, "{}");
    expectSnapshot(EmailCode{Secret("c")}, R"({"code":"c"})");
    expectSnapshot(ForgottenPassword{"a@b"}, R"({"email":"a@b"})");
    expectSnapshot(PasswordReset{Secret("c"), Secret("n")}, R"({"code":"c","newPassword":"n"})");
}

TEST(WireCommunitySnapshot, WhatIsKeptOfAPerson) {
    AccountExport all;
    all.user = {*UserId::parse(kId), "Ada"};
    all.at = at();
    all.messages = {{"Stage", "hello", at()}};
    all.showWatching = false;
    all.votes = {{"Stage", "Tea?", "yes", at()}};
    all.questions = {{"Stage", "Why?", at(), at()}};
    all.upvotes = {{"Stage", "When?", at()}};
    all.roles = {{"Stage", "vip", at()}};
    all.restrictions = {{"Attic", "noise", at(), {}}};
    all.avatar = "00ff";
    all.emotes = {"wave"};
    all.links = {{"Home", "https://a/"}};
    all.recordings = {{*BroadcastId::parse(kId), "Live", at(), 5'000}};
    all.targets = {{"There", "rtmp://b/"}};
    all.secondStep = true;
    all.notificationChoices = {{"mention", true, true, false}};
    expectSnapshot(
        all,
        R"({"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},"at":1700000000123,)"
        R"("channelTitle":"","channelDescription":"","sessions":[],"follows":[],"friends":[],)"
        R"("messages":[{"channel":"Stage","text":"hello","at":1700000000123}],"showWatching":false,)"
        R"("votes":[{"channel":"Stage","question":"Tea?","option":"yes","at":1700000000123}],)"
        R"("questions":[{"channel":"Stage","text":"Why?","at":1700000000123,"answeredAt":1700000000123}],)"
        R"("upvotes":[{"channel":"Stage","text":"When?","at":1700000000123}],)"
        R"("roles":[{"channel":"Stage","role":"vip","since":1700000000123}],)"
        R"("restrictions":[{"channel":"Attic","reason":"noise","since":1700000000123}],)"
        R"("avatar":"00ff","emotes":["wave"],"links":[{"name":"Home","url":"https://a/"}],"category":"",)"
        R"("tags":[],"schedule":[],"recordings":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057",)"
        R"("title":"Live","startedAt":1700000000123,"durationMs":5000}],)"
        R"("targets":[{"name":"There","url":"rtmp://b/"}],"inputs":[],"secondStep":true,"webhooks":[],)"
        R"("notificationChoices":[{"kind":"mention","inApp":true,"email":true,"webhook":false}],)"
        R"("notifications":[]})");
}

TEST(WireCommunitySnapshot, FriendsPagesAndSchedules) {
    expectSnapshot(FriendList{{{{*UserId::parse(kId), "Ada"}, Friendship::WasAsked, at(), false}}},
                   R"({"items":[{"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},)"
                   R"("how":"wasAsked","since":1700000000123,"online":false}]})");
    expectSnapshot(ChannelAbout{"d", {{"n", "https://a/"}}, "science", {"maths"}},
                   R"({"description":"d","links":[{"name":"n","url":"https://a/"}],"category":"science",)"
                   R"("tags":["maths"]})");
    expectSnapshot(FriendsWatching{{{User{*UserId::parse(kId), "Ada"}, "Bob", at()}}},
                   R"({"items":[{"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},)"
                   R"("channel":"Bob","since":1700000000123}]})");
    expectSnapshot(Follower{User{*UserId::parse(kId), "Ada"}, at()},
                   R"({"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"},)"
                   R"("since":1700000000123})");
    expectSnapshot(Follower{User{*UserId::parse(kId), "Ada"}, {}},
                   R"({"user":{"id":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Ada"}})");
    expectSnapshot(Privacy{false}, R"({"showWatching":false})");
    expectSnapshot(ChannelPicture{"00ff"}, R"({"hash":"00ff"})");
    expectSnapshot(Directory{{{"Ada", "t", "science", {"maths"}, 2, true, 3, "00ff"}}, "1.3.2.ada"},
                   R"({"items":[{"channel":"Ada","title":"t","category":"science","tags":["maths"],)"
                   R"("followers":2,"live":true,"viewers":3,"avatar":"00ff"}],"next":"1.3.2.ada"})");
    expectSnapshot(ScheduleList{{{*ScheduleEntryId::parse(kId), at(), at(), "t", "c"}}},
                   R"({"items":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","startsAt":1700000000123,)"
                   R"("endsAt":1700000000123,"title":"t","category":"c"}]})");
    expectSnapshot(NewScheduleEntry{at(), {}, "t", {}}, R"({"startsAt":1700000000123,"title":"t"})");
}

}  // namespace
}  // namespace footlight::wire
