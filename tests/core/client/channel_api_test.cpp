#include "core/client/channel_api.h"

#include <gtest/gtest.h>

#include "core/client/recording_api.h"
#include "core/client/relay_api.h"
#include "core/client/routes_api.h"
#include "core/wire/json.h"
#include "tests/core/client/fake_hub.h"

namespace footlight::client {
namespace {

const QString kAnna = QStringLiteral("anna");
const UtcTime kSomeTime = utcFromMilliseconds(1'795'252'800'000);

}  // namespace

using tests::eventually;
using tests::FakeHub;

class AnOwnersApi : public ::testing::Test {
protected:
    void SetUp() override { relay.setAddress(hub.address()); }

    template <typename T>
    Reply<T> into(std::optional<Result<T>>& place) {
        return Reply<T>(&relay, [&place](Result<T> result) { place.emplace(std::move(result)); });
    }

    FakeHub hub;
    RelayApi relay;
    ChannelApi channel{relay};
    RoutesApi routes{relay};
    RecordingApi recordings{relay};
};

TEST_F(AnOwnersApi, ChangesOnlyWhatThePatchNames) {
    wire::ChannelSettings settings;
    settings.graceSeconds = 90;
    hub.answer("PATCH /channels/anna/settings", {200, wire::toJson(settings)});
    wire::ChannelSettingsPatch patch;
    patch.graceSeconds = 90;
    std::optional<Result<wire::ChannelSettings>> changed;
    channel.changeSettings(kAnna, patch, into(changed));
    ASSERT_TRUE(eventually([&] { return changed.has_value(); }));
    ASSERT_TRUE(changed->has_value());
    EXPECT_EQ((*changed)->graceSeconds, 90);
    EXPECT_EQ(hub.requests().back().body, R"({"graceSeconds":90})");
}

TEST_F(AnOwnersApi, SendsASlateAsTheBytesItIs) {
    hub.answer("PUT /channels/anna/slate", {204, ""});
    const QByteArray picture("\x89PNG\r\n\x1a\n and more");
    std::optional<Result<>> set;
    channel.setSlate(kAnna, picture, into(set));
    ASSERT_TRUE(eventually([&] { return set.has_value(); }));
    EXPECT_TRUE(set->has_value());
    EXPECT_EQ(hub.requests().back().body, picture.toStdString());
    hub.answer("GET /channels/anna/slate", {200, picture.toStdString()});
    std::optional<Result<QByteArray>> fetched;
    channel.fetchSlate(kAnna, into(fetched));
    ASSERT_TRUE(eventually([&] { return fetched.has_value(); }));
    ASSERT_TRUE(fetched->has_value());
    EXPECT_EQ(**fetched, picture);
}

TEST_F(AnOwnersApi, SwitchesToTheOtherInput) {
    hub.answer("POST /channels/anna/input", {204, ""});
    std::optional<Result<>> chosen;
    channel.chooseInput(kAnna, wire::IngestSlot::Backup, into(chosen));
    ASSERT_TRUE(eventually([&] { return chosen.has_value(); }));
    EXPECT_TRUE(chosen->has_value());
    EXPECT_EQ(hub.requests().back().body, R"({"slot":"backup"})");
}

TEST_F(AnOwnersApi, StopsATargetByItsId) {
    wire::Target target;
    target.id = TargetId::make(kSomeTime);
    target.name = "YouTube";
    target.url = "rtmps://a.example/live2";
    target.enabled = false;
    const auto place = "/channels/anna/targets/" + target.id.text();
    hub.answer("PATCH " + place, {200, wire::toJson(target)});
    wire::TargetPatch patch;
    patch.enabled = false;
    std::optional<Result<wire::Target>> changed;
    routes.changeTarget(kAnna, target.id, patch, into(changed));
    ASSERT_TRUE(eventually([&] { return changed.has_value(); }));
    ASSERT_TRUE(changed->has_value());
    EXPECT_EQ(hub.requests().back().body, R"({"enabled":false})");
    hub.answer("DELETE " + place, {204, ""});
    std::optional<Result<>> removed;
    routes.removeTarget(kAnna, target.id, into(removed));
    ASSERT_TRUE(eventually([&] { return removed.has_value(); }));
    EXPECT_TRUE(removed->has_value());
}

TEST_F(AnOwnersApi, CollectsTheRecordingsOfEveryPage) {
    wire::Recording first;
    first.id = BroadcastId::make(kSomeTime);
    first.channel = "anna";
    first.startedAt = kSomeTime;
    auto second = first;
    second.id = BroadcastId::make(kSomeTime);
    hub.answer("GET /channels/anna/recordings?limit=100",
               {200, wire::toJson(wire::RecordingPage{{first}, "p2"})});
    hub.answer("GET /channels/anna/recordings?limit=100&page=p2",
               {200, wire::toJson(wire::RecordingPage{{second}, std::nullopt})});
    std::optional<Result<std::vector<wire::Recording>>> all;
    recordings.fetchAll(kAnna, into(all));
    ASSERT_TRUE(eventually([&] { return all.has_value(); }));
    ASSERT_TRUE(all->has_value());
    ASSERT_EQ((*all)->size(), 2U);
    EXPECT_EQ((*all)->at(1).id, second.id);
}

TEST_F(AnOwnersApi, AsksWhereTheMissingStretchMayBeSent) {
    const auto id = BroadcastId::make(kSomeTime);
    hub.answer("POST /recordings/" + id.text() + "/holes/2/fill",
               {201, wire::toJson(wire::FillTicket{"http://127.0.0.1:9/vod/x/fill?token=t", kSomeTime})});
    std::optional<Result<wire::FillTicket>> ticket;
    recordings.askToFill(id, 2, into(ticket));
    ASSERT_TRUE(eventually([&] { return ticket.has_value(); }));
    ASSERT_TRUE(ticket->has_value());
    EXPECT_EQ((*ticket)->url, "http://127.0.0.1:9/vod/x/fill?token=t");
}

}  // namespace footlight::client
