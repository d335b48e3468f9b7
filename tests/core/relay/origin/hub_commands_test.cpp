#include <gmock/gmock.h>

#include "core/relay/origin/hook_messages.h"
#include "tests/core/relay/origin/hub_hooks_fixture.h"

namespace footlight::relay::origin {
namespace {

using testing::ElementsAre;

/// Keeps what it is asked.
class FakeCommands final : public OriginCommands {
public:
    void execute(OriginCommand command) override { commands_.lock()->push_back(std::move(command)); }
    [[nodiscard]] std::vector<OriginCommand> taken() const { return commands_.copy(); }

private:
    Guarded<std::vector<OriginCommand>> commands_;
};

class HubCommandsTest : public HubHooksTest {
protected:
    ~HubCommandsTest() override { disconnect(); }

    void follow() {
        boost::asio::post(loops_.executor(0), boost::asio::use_future([this] { hooks_->follow(commands_); }))
            .get();
    }
    static wire::Command change(std::int64_t graceMs) {
        wire::Command command{wire::CommandType::ChangePolicy, "stage"};
        command.policy.emplace();
        command.policy->graceMs = graceMs;
        return command;
    }

    static wire::Command endOf(BroadcastId broadcast) {
        wire::Command command{wire::CommandType::EndBroadcast, "stage"};
        command.broadcastId = broadcast;
        return command;
    }

    const BroadcastId broadcast_ = BroadcastId::make(utcFromMilliseconds(1'700'000'000'000));
    FakeCommands commands_;
};

TEST_F(HubCommandsTest, WhatTheHubAsksForIsHandedOnInOrder) {
    wire::Command toBackup{wire::CommandType::SwitchInput, "stage"};
    toBackup.slot = wire::IngestSlot::Backup;
    toBackup.broadcastId = broadcast_;
    hub_.command(0, toBackup);
    hub_.command(0, endOf(broadcast_));
    hub_.command(1, {wire::CommandType::AskReconnect, "stage"});
    follow();
    ASSERT_TRUE(tests::waitUntil([&] { return commands_.taken().size() == 3; }));
    const auto taken = commands_.taken();
    EXPECT_EQ(std::get<SwitchInput>(taken[0]).slot, IngestSlot::Backup);
    EXPECT_EQ(std::get<SwitchInput>(taken[0]).broadcast, broadcast_);
    EXPECT_EQ(std::get<EndBroadcast>(taken[1]).channel, "stage");
    EXPECT_EQ(std::get<EndBroadcast>(taken[1]).broadcast, broadcast_);
    EXPECT_TRUE(std::holds_alternative<AskReconnect>(taken[2]));
    EXPECT_EQ(hub_.askedAfter()[1], "1") << "what was done is not asked for again";
}

TEST_F(HubCommandsTest, ACommandThatLacksWhatItIsAboutIsPassedOver) {
    hub_.command(0, {wire::CommandType::SwitchInput, "stage"});
    hub_.command(0, {wire::CommandType::DeleteRecording, ""});
    hub_.command(0, {wire::CommandType::EndBroadcast, "stage"});
    hub_.command(0, {wire::CommandType::ChangePolicy, "stage"});
    hub_.command(0, endOf(broadcast_));
    follow();
    ASSERT_TRUE(tests::waitUntil([&] { return !commands_.taken().empty(); }));
    EXPECT_TRUE(std::holds_alternative<EndBroadcast>(commands_.taken().front()));
}

TEST_F(HubCommandsTest, AHubThatComesBackIsHeardAgain) {
    const auto port = hub_.port();
    hub_.stop();
    follow();
    hub_.command(0, endOf(broadcast_));
    hub_.start(port);
    EXPECT_TRUE(tests::waitUntil([&] { return commands_.taken().size() == 1; }));
}

TEST_F(HubCommandsTest, ANewPolicyCountsForACachedGrantToo) {
    const auto granted = ask("good");
    ASSERT_TRUE(granted);
    EXPECT_EQ(granted->policy.grace, std::chrono::seconds{60});
    hub_.command(0, change(5'000));
    follow();
    ASSERT_TRUE(tests::waitUntil([&] { return !commands_.taken().empty(); }));
    EXPECT_EQ(std::get<ChangePolicy>(commands_.taken()[0]).policy.grace, std::chrono::seconds{5});
    hub_.stop();
    const auto again = ask("good");
    ASSERT_TRUE(again) << again.error().text();
    EXPECT_EQ(again->policy.grace, std::chrono::seconds{5});
}

TEST_F(HubCommandsTest, NothingIsHandedOnOnceItStoppedFollowing) {
    follow();
    ASSERT_TRUE(tests::waitUntil([&] { return !hub_.askedAfter().empty(); }));
    boost::asio::co_spawn(loops_.executor(0), hooks_->stopFollowing(), boost::asio::use_future).get();
    const auto asked = hub_.askedAfter().size();
    hub_.command(0, endOf(broadcast_));
    EXPECT_TRUE(ask("good")) << "everything else goes on";
    EXPECT_EQ(hub_.askedAfter().size(), asked);
    EXPECT_TRUE(commands_.taken().empty());
}

TEST(HookMessages, APolicyKeepsEverythingTheOwnerChose) {
    const auto id = TargetId::make(utcFromMilliseconds(1));
    const wire::ChannelPolicy told{5'000, false, wire::Visibility::Protected,
                                   false, "abc", {{id, "YouTube", "rtmps://a/live2", Secret("k"), 1, false}}};
    const auto policy = fromWire(told);
    EXPECT_EQ(policy.grace, std::chrono::seconds{5});
    EXPECT_FALSE(policy.isRecorded);
    EXPECT_EQ(policy.visibility, Visibility::Protected);
    EXPECT_FALSE(policy.allowsRtmpPlay);
    EXPECT_EQ(policy.slate, "abc");
    const FanoutTarget target{id, "YouTube", "rtmps://a/live2", Secret("k"), 1, false};
    EXPECT_THAT(policy.targets, ElementsAre(target));
}

TEST(HookMessages, AnEventKeepsWhatWasMeasuredWithinItsBounds) {
    BroadcastEvent event;
    event.type = BroadcastEventType::Recording;
    event.recording.emplace();
    event.recording->phase = RecordingState::Phase::Paused;
    event.recording->reason = "The disk is full.";
    event.recording->holes.resize(150);
    event.health.emplace();
    event.health->slot = IngestSlot::Backup;
    event.health->driftMs = 12;
    event.health->lost = 3;
    event.health->advice.resize(30);
    event.input = InputState{IngestSlot::Backup, false, true};
    event.target.emplace();
    event.target->phase = TargetState::Phase::Refused;
    const auto told = toWire(event);
    EXPECT_EQ(told.type, wire::PublishEventType::Recording);
    EXPECT_EQ(told.recording->phase, wire::RecordingPhase::Paused);
    EXPECT_EQ(told.recording->reason, "The disk is full.");
    EXPECT_EQ(told.recording->holes.size(), 100U);
    EXPECT_EQ(told.health->slot, wire::IngestSlot::Backup);
    EXPECT_EQ(told.health->driftMs, 12);
    EXPECT_EQ(told.health->lost, 3);
    EXPECT_EQ(told.health->advice.size(), 20U);
    EXPECT_EQ(told.input, (wire::InputStatus{wire::IngestSlot::Backup, false, true}));
    EXPECT_EQ(told.target->phase, wire::TargetPhase::Refused);
    EXPECT_TRUE(wire::parse<wire::PublishEvents>(wire::toJson(wire::PublishEvents{{told}})));
}

}  // namespace
}  // namespace footlight::relay::origin
